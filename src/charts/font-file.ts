import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Weight } from './font.ts';

export const WEIGHTS: readonly Weight[] = [400, 600];

/** Path of a file of the site's font. Resolved from the project's folder, for a bundler moves this module. */
export function findFontFile(script: 'latin' | 'thai', weight: Weight): string {
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  const name = `ibm-plex-sans-thai-looped-${script}-${weight}-normal.woff2`;
  return resolve(`@fontsource/ibm-plex-sans-thai-looped/files/${name}`);
}
