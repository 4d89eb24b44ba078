import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readGuideTexts } from '#data/guide-text.ts';
import { spendAsync } from '#data/phases.ts';
import { createFolderStore, type SearchStore, storeSearch } from '#data/publish-search.ts';
import { getCacheFolder } from '#data/reading.ts';
import { getSite } from '#data/site.ts';
import { getContext } from '#views/context.ts';
import { SEARCH_FOLDER } from '#views/links.ts';
import { getGuideDocuments, listSearchShelves } from '#views/search-documents.ts';
import { getBuild } from './build/site-build.ts';

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
      'astro:build:done': async ({ logger }) => {
        const { keeper, years } = getBuild();
        const isWanted = (year: number | undefined) => years === undefined || (year !== undefined && years.has(year));
        const name = (id: string) => `${SEARCH_FOLDER}${id}`;
        const store: SearchStore = {
          keep: (id, note) => keeper.keep(name(id), note)?.memo,
          collect: (work) => keeper.collect(work),
          add: (id, reads, files, note) => {
            const bodies = files.map(({ path, bytes }) => ({ path: name(path), body: bytes }));
            keeper.add(name(id), reads, bodies, note);
          },
        };
        const { pages, built } = await spendAsync('search', () =>
          storeSearch(listShelves(root), store, getCacheFolder(), isWanted),
        );
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
  return storeSearch(listShelves(root), createFolderStore(folder), getCacheFolder());
}

function listShelves(root: string) {
  const site = getSite();
  const [main = 'th'] = site.settings.languages;
  const thai = getContext('th', main, '/');
  const texts = readGuideTexts(join(root, 'src', 'pages', '_guide'));
  return listSearchShelves(site, getGuideDocuments(site, texts), thai);
}
