import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { forms } from './src/forms-integration.ts';
import { integrity } from './src/integrity-integration.ts';
import { outputs } from './src/outputs-integration.ts';
import { search } from './src/search-integration.ts';
import { sitemap } from './src/sitemap-integration.ts';

// Where the site will stand: CHIWAT_BASE for a folder of a host ("/kpi/"), CHIWAT_OUT for another output folder.
export default defineConfig({
  base: process.env.CHIWAT_BASE ?? '/',
  outDir: process.env.CHIWAT_OUT ?? './dist',
  ...(process.env.CHIWAT_CACHE === undefined ? {} : { cacheDir: process.env.CHIWAT_CACHE }),
  // Pages end in a slash, the files beside them do not; both are found while developing.
  trailingSlash: 'ignore',
  // In this order: the last tells what every file of the others holds.
  integrations: [mdx(), outputs(), search(), forms(), sitemap(), integrity()],
  // The policy of every page forbids inline styles and scripts.
  build: { inlineStylesheets: 'never', assets: 'assets' },
  vite: {
    build: { assetsInlineLimit: 0, cssMinify: true },
    // Native code cannot be bundled; it is loaded where the first picture is made.
    ssr: { external: ['@napi-rs/canvas'] },
  },
  devToolbar: { enabled: false },
  // Guide pages quote no code; the highlighter need not be loaded.
  markdown: { syntaxHighlight: false },
});
