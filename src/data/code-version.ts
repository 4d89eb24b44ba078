import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const versions = new Map<string, string>();

/** A name for a folder, from the digest of every source of these layers and of the libraries' versions: what is kept by it is never stale. */
export function getCodeVersion(layers: readonly string[]): string {
  const key = layers.join(' ');
  const known = versions.get(key);
  if (known !== undefined) return known;
  const root = findRoot();
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  for (const layer of layers) {
    const folder = join(root, 'src', layer);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(ts|json)$/.test(file),
    );
    for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  }
  const version = `v${hash.digest('base64url').slice(0, 16)}`;
  versions.set(key, version);
  return version;
}

/** Removes the folders of other versions beside this one: nobody reads them any more. */
export function removeOtherVersions(folder: string): void {
  const [all, own] = [dirname(folder), basename(folder)];
  const versions = existsSync(all) ? readdirSync(all).filter((name) => VERSION.test(name) && name !== own) : [];
  for (const name of versions) rmSync(join(all, name), { recursive: true, force: true });
}

/** A name given by `getCodeVersion`. */
const VERSION = /^v[\w-]{16}$/;

/** The project's folder: this file's grandparent, or the working folder where a bundler has moved this code. */
function findRoot(): string {
  const here = fileURLToPath(import.meta.url);
  return here.endsWith(join('src', 'data', 'code-version.ts')) ? dirname(dirname(dirname(here))) : process.cwd();
}
