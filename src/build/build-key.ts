import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ScoredSite } from '#domain/scored-site.ts';

/** All that makes pages: the program, what it is built with, and the files that are published as they are. */
const SOURCES = ['src', 'public'];
const FILES = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Settings that say where to read and write, and how much of it: no page is another one by them. */
const PLACES = ['CHIWAT_CONTENT', 'CHIWAT_OUT', 'CHIWAT_CACHE', 'CHIWAT_YEARS', 'CHIWAT_USAGE', 'CHIWAT_PHASES'];

/**
 * Changes with whatever every page depends on: the program, the site's settings, the day, the address it is built for.
 * `settings` is the digest of the site's settings file.
 */
export function getBuildKey(root: string, site: ScoredSite, base: string, settings: string): string {
  const hash = createHash('sha256');
  for (const file of [...FILES, ...SOURCES.flatMap((folder) => listFiles(root, folder))]) {
    const path = join(root, file);
    // A program that was laid down without its lock file builds too.
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.from('absent');
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  const { env, version, versions } = process;
  const names = Object.keys(env).filter((name) => name.startsWith('CHIWAT_') && !PLACES.includes(name));
  const own = names.sort().map((name) => `${name}=${env[name]}`);
  const rest = [site.today, JSON.stringify(site.settings), settings, base, version, versions.icu, ...own];
  return hash.update(rest.join('\0')).digest('base64url');
}

/** Every file below a folder of the project, also behind links, by its path from the project: that may stand anywhere. */
function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      return statSync(join(root, path)).isDirectory() ? listFiles(root, path) : [path];
    });
}
