import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LOCAL_API } from '#exports/forms/backend.ts';

/** The folder of the site that holds the form's program. */
const PROGRAM = 'admin/decap/';

/** All that the form needs of Decap CMS: its program, which brings everything it uses along, and its licences. */
const FILES = ['decap-cms.js', 'decap-cms.js.LICENSE.txt'];

/** Publishes the program of the forms beside their pages; with `npm run forms` also leads to its back end on this machine. */
export function forms(): AstroIntegration {
  const source = dirname(createRequire(import.meta.url).resolve('decap-cms'));
  let base = '/';
  return {
    name: 'chiwat-forms',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        base = config.base.replace(/\/?$/, '/');
        const { CHIWAT_FORMS: mode, CHIWAT_FORMS_PORT: port } = process.env;
        if (mode !== 'local' || port === undefined) return;
        // Through the site's own server, which knows its hosts: the form needs no other address than the site's.
        const target = { target: `http://127.0.0.1:${port}`, rewrite: () => '/api/v1' };
        updateConfig({ vite: { server: { proxy: { [`${base}${LOCAL_API}`]: target } } } });
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = join(fileURLToPath(dir), PROGRAM);
        if (!existsSync(dirname(folder))) return;
        mkdirSync(folder, { recursive: true });
        for (const file of FILES) copyFileSync(join(source, file), join(folder, file));
        logger.info(`${Math.round(statSync(join(folder, 'decap-cms.js')).size / 1024)} KB, loaded by the forms alone`);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const file = FILES.find((name) => pathname === `${base}${PROGRAM}${basename(name)}`);
          if (file === undefined) return next();
          response.setHeader('content-type', 'text/javascript; charset=utf-8').end(readFileSync(join(source, file)));
        });
      },
    },
  };
}
