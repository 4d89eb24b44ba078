import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import createSitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { getSite } from '#data/site.ts';
import { getBuild } from './build/site-build.ts';

/** Pages that nobody is to find by searching the web: the forms for staff. */
const FORMS = 'admin/';

/** Lists every page for search engines where the public address is known; without one there is nothing to list. */
export function sitemap(): AstroIntegration {
  let top = '';
  // The address is content: it is known when the site has been read, not when the settings are.
  const { hooks } = createSitemap({ filter: (page) => !page.startsWith(`${top}${FORMS}`) });
  let config: Parameters<NonNullable<(typeof hooks)['astro:config:done']>>[0];
  return {
    name: 'chiwat-sitemap',
    hooks: {
      'astro:config:done': (settled) => {
        config = settled;
      },
      'astro:routes:resolved': (resolved) => hooks['astro:routes:resolved']?.(resolved),
      'astro:build:done': async (done) => {
        const { address } = getSite().settings;
        if (address === undefined) {
          done.logger.info('none: no public address is known (CHIWAT_ADDRESS, or address in site.yaml)');
          return;
        }
        const base = config.config.base.replace(/\/?$/, '/');
        top = new URL(base, address).href;
        await hooks['astro:config:done']?.({ ...config, config: { ...config.config, site: address } });
        const { keeper } = getBuild();
        const pages = keeper.listFiles().flatMap(({ path }) => {
          const [, pathname] = /^(.*?)(?:index)?\.html$/.exec(path) ?? [];
          return pathname === undefined ? [] : [{ pathname }];
        });
        await hooks['astro:build:done']?.({ ...done, pages });
        // Search engines ask for it at the top of a host only.
        if (base !== '/') return;
        const lines = ['User-agent: *', 'Allow: /', '', `Sitemap: ${top}sitemap-index.xml`, ''];
        writeFileSync(join(fileURLToPath(done.dir), 'robots.txt'), lines.join('\n'));
      },
    },
  };
}
