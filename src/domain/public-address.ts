import type { Site } from './schemas/site.ts';

/** The full address of a place on the site; undefined where the public one is not known. */
export function getAddress({ address }: Pick<Site, 'address'>, href: string): string | undefined {
  return address === undefined ? undefined : new URL(href, address).href;
}
