import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { keepPiece, readBytes, readInto } from '#data/keep-bytes.ts';
import { packDatabase } from '#data/pack-database.ts';
import { spend, spendAsync } from '#data/phases.ts';
import { hasPictures } from '#data/picture-cache.ts';
import { getSite } from '#data/site.ts';
import { getEdition } from '#exports/data-edition.ts';
import { listPublished } from '#exports/published-data.ts';
import { getContext } from '#views/context.ts';
import { makeData } from './build/data-outputs.ts';
import { listFileOutputs } from './build/file-outputs.ts';
import { renderChanged } from './build/page-renderer.ts';
import { getBuild, startBuild } from './build/site-build.ts';

/** Makes the pages that changed and the files beside them; leaves what did not change as the last build wrote it. */
export function outputs(): AstroIntegration {
  let root = process.cwd();
  let base = '/';
  let out = '';
  return {
    name: 'chiwat-outputs',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // What the last build wrote is gone on from, not removed.
        updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        out = fileURLToPath(config.outDir);
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const build = startBuild({ root, folder: out, base });
        spend('data', () => makeData(build));
        setPrerenderer((standard) => renderChanged(standard, build));
      },
      'astro:build:done': async ({ logger }) => {
        const { site, keeper, isWanted, ...place } = getBuild();
        for (const { id, paths, make } of listFileOutputs(site, place)) {
          if (!isWanted(paths[0] ?? id) || keeper.keep(id) !== undefined) continue;
          await spendAsync('files', () => keeper.make(id, make));
        }
        const { made, kept } = keeper.counts;
        logger.info(`${made} pages and files made, ${kept} kept from the last build`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const path = decodeURIComponent(pathname).replace(base, '/').slice(1);
          const file = await findFile(path, base);
          if (file === undefined) return next();
          response.setHeader('content-type', file.type).end(file.body);
        });
      },
    },
  };
}

/** A file of the site as it is at this moment, while developing. */
async function findFile(path: string, base: string): Promise<{ type: string; body: string | Uint8Array } | undefined> {
  const site = getSite();
  if (path.startsWith('data/')) {
    const [main = 'th'] = site.settings.languages;
    const edition = getEdition(site, getContext(main, main, base).links, {
      keepPiece,
      readBytes,
      readInto,
      packDatabase,
    });
    const found = listPublished(edition).find(({ name }) => path === `data/${name}`);
    return found && { type: found.contentType, body: found.write() };
  }
  const type = TYPES[/\.\w+$/.exec(path)?.[0] ?? ''];
  if (type === undefined) return undefined;
  const all = listFileOutputs(site, { base, hasPictures: hasPictures() });
  const files = await all.find(({ paths }) => paths.includes(path))?.make();
  const file = files?.find((one) => one.path === path);
  return file && { type, body: file.body };
}

/** Endings of files that are made from content while developing. */
const TYPES: Record<string, string> = {
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.xml': 'application/atom+xml; charset=utf-8',
  '.yml': 'text/yaml',
};
