import type { Impact, PageRef } from '#domain/impact/impact.ts';
import { createLinks } from '#views/links.ts';
import type { ImpactKey, Words } from './words.ts';
import { getAddress } from './write-json.ts';

/** How many addresses stand for a kind of change. */
const MOST_NAMES = 6;

/** Which pages change: how many, and the first addresses of each kind. Nothing is published while there are errors. */
export function listPageLines(pages: Impact['pages'], errors: number, words: Words): string[][] {
  if (errors > 0) return [];
  const kinds: [ImpactKey, readonly PageRef[]][] = [
    ['pages.edited', pages.edited],
    ['pages.beyond', pages.beyond],
    ['pages.gone', pages.gone],
  ];
  const lines = kinds
    .filter(([, refs]) => refs.length > 0)
    .map(([key, refs]) =>
      words.say('pages.some', {
        summary: words.say(key, { count: words.format.count(refs.length) }),
        names: listAddresses(refs, words),
      }),
    );
  return [...(pages.isEvery ? [words.say('pages.every')] : []), ...lines].map((line) => [line]);
}

function listAddresses(refs: readonly PageRef[], { say, format }: Words): string {
  const links = createLinks('/', 'th', 'th');
  // Slugs were checked when they were read: nothing in an address can end the code.
  const names = refs
    .slice(0, MOST_NAMES)
    .map((ref) => `\`${getAddress(ref, links)}\``)
    .join(' ');
  const left = refs.length - MOST_NAMES;
  return left > 0 ? say('pages.more', { names, count: format.count(left) }) : names;
}
