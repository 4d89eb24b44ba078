/** A page of a list. */
export interface ListPage<T> {
  /** From 1. */
  number: number;
  /** How many pages the list has. */
  count: number;
  items: T[];
  /** Where its first item stands in the list, from 1. */
  first: number;
  /** How many items the list has. */
  total: number;
}

/** What a page holds at most: a table of so many indicators is read, weighs and is laid out well on a phone. */
const MOST = 100;

/** Cuts a list into pages, in its order; an empty list has one. An item that shows much counts as more than 1. */
export function cutPages<T>(items: readonly T[], weigh: (item: T) => number = () => 1): ListPage<T>[] {
  const starts = [0];
  let weight = 0;
  for (const [index, item] of items.entries()) {
    const own = weigh(item);
    const isFull = weight > 0 && weight + own > MOST;
    if (isFull) starts.push(index);
    weight = isFull ? own : weight + own;
  }
  return starts.map((start, index) => ({
    number: index + 1,
    count: starts.length,
    items: items.slice(start, starts[index + 1]),
    first: start + 1,
    total: items.length,
  }));
}

/** A page of a list by its number, from 1. Throws where there is none. */
export function getListPage<P>(pages: readonly P[], number: number): P {
  const page = pages[number - 1];
  if (page === undefined) throw new Error(`no page ${number} of ${pages.length}`);
  return page;
}

/** The address of a page of the list at `href`: the first has the list's own. */
export function getPageHref(href: string, number: number): string {
  return number === 1 ? href : `${href}${getPageStep(number)}/`;
}

/** The same without slashes at its ends, as page files know it: "35", "35/page/2". */
export function getPageAddress(list: string, number: number): string {
  return [list, number === 1 ? '' : getPageStep(number)].filter((part) => part !== '').join('/');
}

/** The list and the number of the page at an address; the list has a name of its own before "/page/". */
export function parsePageAddress(address: string): { list: string; number: number } {
  const [, list = '', number = '1'] = /^(.*?)(?:\/page\/(\d+))?$/.exec(address) ?? [];
  return { list, number: Number(number) };
}

function getPageStep(number: number): string {
  return `page/${number}`;
}
