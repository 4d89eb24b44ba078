import { join } from 'node:path';

export interface BenchOptions {
  json: boolean;
  keep: boolean;
}

/** Day on which the newest generated year is all reported. */
export const TODAY = '2024-11-01';

export const BUILD = ['scripts/astro.mjs', 'build', '--silent'];

/** Where a build of generated content reads and writes. */
export function getBuildSettings(content: string, folder: string) {
  return {
    CHIWAT_CONTENT: content,
    CHIWAT_CACHE: join(folder, 'cache'),
    CHIWAT_OUT: join(folder, 'dist'),
    CHIWAT_TODAY: TODAY,
    // Counted on their own: they cost more than all else together and are kept between builds.
    CHIWAT_PICTURES: 'off',
  };
}
