import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readGuideTexts } from '#data/guide-text.ts';
import { publishSearch } from '#data/publish-search.ts';
import { getCacheFolder } from '#data/reading.ts';
import { getSite } from '#data/site.ts';
import { getContext } from '#views/context.ts';
import { SEARCH_FOLDER } from '#views/links.ts';
import { getGuideDocuments, getSearchShelves } from '#views/search-documents.ts';

/** Makes the search's files after the pages, from the same data; while developing when they are first asked for. */
export function search(): AstroIntegration {
  let root = process.cwd();
  let base = '/';
  return {
    name: 'chiwat-search',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, built } = await publish(join(fileURLToPath(dir), SEARCH_FOLDER), root);
        logger.info(`${pages} pages; indexes made: ${built}`);
      },
      'astro:server:setup': ({ server }) => {
        const folder = join(getCacheFolder(), 'search-while-developing');
        let made: { site: object; done: Promise<unknown> } | undefined;
        server.middlewares.use(async (request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const path = decodeURIComponent(pathname).replace(base, '/').slice(1);
          if (!path.startsWith(SEARCH_FOLDER) || path.includes('..')) return next();
          const site = getSite();
          if (made?.site !== site) made = { site, done: publish(folder, root) };
          await made.done;
          const file = join(folder, path.slice(SEARCH_FOLDER.length));
          if (!existsSync(file)) return next();
          const type = TYPES[/\.\w+$/.exec(file)?.[0] ?? ''] ?? 'application/octet-stream';
          response.setHeader('content-type', type).end(readFileSync(file));
        });
      },
    },
  };
}

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

function publish(folder: string, root: string) {
  const site = getSite();
  const [main = 'th'] = site.settings.languages;
  const thai = getContext('th', main, '/');
  const texts = readGuideTexts(join(root, 'src', 'pages', '_guide'));
  return publishSearch(getSearchShelves(site, getGuideDocuments(site, texts), thai), folder, getCacheFolder());
}
