import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writePeerFile, writePeerPages } from './peer-pages.ts';

const FRAME = (title: string, main: string) =>
  `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${main}</body></html>\n`;

/** The same text as an Eleventy site. */
export function writeEleventySite(content: string, folder: string): void {
  writePeerFile(join(folder, '_includes/page.liquid'), FRAME('{{ title }}', '{{ content }}'));
  writePeerPages(content, folder, { ending: 'md', fields: ['layout: page.liquid'] });
}

/** The same text as a Jekyll site. */
export function writeJekyllSite(content: string, folder: string): void {
  writePeerFile(join(folder, '_config.yml'), 'title: Test City\n');
  writePeerFile(join(folder, '_layouts/page.html'), FRAME('{{ page.title }}', '{{ content }}'));
  writePeerPages(content, folder, { ending: 'md', fields: ['layout: page'] });
}

/** The same text as a collection of MDX in Astro, as its own documentation has it. `modules` is the folder of packages. */
export function writeAstroSite(content: string, folder: string, modules: string): void {
  const files = {
    'package.json': '{ "type": "module" }\n',
    'astro.config.mjs': [
      "import mdx from '@astrojs/mdx';",
      "export default { integrations: [mdx()], cacheDir: './cache', vite: { cacheDir: './vite' }, devToolbar: { enabled: false } };",
    ],
    'src/content.config.ts': [
      "import { defineCollection } from 'astro:content';",
      "import { glob } from 'astro/loaders';",
      "export const collections = { pages: defineCollection({ loader: glob({ pattern: '**/*.mdx', base: './pages' }) }) };",
    ],
    'src/pages/[...slug].astro': [
      '---',
      "import { getCollection, render } from 'astro:content';",
      'export async function getStaticPaths() {',
      "  return (await getCollection('pages')).map((entry) => ({ params: { slug: entry.id }, props: { entry } }));",
      '}',
      'const { entry } = Astro.props;',
      'const { Content } = await render(entry);',
      'const { title } = entry.data;',
      '---',
      FRAME('{title}', '<Content />'),
    ],
  };
  for (const [name, lines] of Object.entries(files)) writePeerFile(join(folder, name), [lines].flat().join('\n'));
  symlinkSync(modules, join(folder, 'node_modules'));
  writePeerPages(content, join(folder, 'pages'), { ending: 'mdx' });
}
