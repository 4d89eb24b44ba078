import type { ViewContext } from './context.ts';
import { getPageHref, type ListPage } from './list-pages.ts';
import type { Crumb } from './page-view.ts';

/** Where one is in a list of several pages, and the ways on. */
export interface PagerView {
  /** "Page 2 of 9 · 101–200 of 812"; absent where the list has one page. */
  place?: string;
  /** The first and the last page and those nearby; `isAfterGap` where others lie between. */
  numbers: PageLink[];
  previous?: Crumb;
  next?: Crumb;
  /** Where the whole list is to be had at once. */
  whole: Crumb[];
}

interface PageLink extends Crumb {
  number: string;
  isCurrent: boolean;
  isAfterGap: boolean;
}

interface PagerOptions {
  /** Where the whole list is to be had at once. */
  whole?: Crumb[];
  /** What comes before the list and after it. */
  ends?: { previous?: Crumb | undefined; next?: Crumb | undefined };
  words?: PagerWords;
}

/** How the steps to the pages beside are worded. */
interface PagerWords {
  previous: 'pages.previous' | 'changes.newer';
  next: 'pages.next' | 'changes.older';
}

const STEPS: PagerWords = { previous: 'pages.previous', next: 'pages.next' };

/** How far numbers of pages reach to either side. */
const NEARBY = 1;

/** `href` is the address of the list. A list of one page leads only to what stands beside it. */
export function getPager(
  page: ListPage<unknown>,
  href: string,
  context: ViewContext,
  { whole = [], ends = {}, words = STEPS }: PagerOptions = {},
): PagerView {
  const { number, count } = page;
  const { t } = context;
  const step = (to: number, key: PagerWords['previous' | 'next']) =>
    to < 1 || to > count ? undefined : { label: t(key), href: getPageHref(href, to) };
  const previous = step(number - 1, words.previous) ?? ends.previous;
  const next = step(number + 1, words.next) ?? ends.next;
  return {
    ...(count === 1 ? {} : { place: wordPlace(page, context) }),
    numbers: count === 1 ? [] : listNumbers(page, href, context),
    ...(previous && { previous }),
    ...(next && { next }),
    whole: count === 1 ? [] : whole,
  };
}

/** A file of the open data that holds a whole list; `name` has no ending. */
export function getFileLink(name: string, { t, links }: ViewContext): Crumb {
  return { label: t('pages.file'), href: links.dataFile(`${name}.csv`) };
}

/** The file of a year's indicators, or of all, and the search in them. */
export function getWhole(context: ViewContext, year?: number): Crumb[] {
  const { t, links } = context;
  return [getFileLink(String(year ?? 'all'), context), { label: t('search.page'), href: links.search }];
}

/** A title with the number of the page, behind the first. */
export function titlePage(title: string, { number, count }: { number: number; count: number }, context: ViewContext) {
  return number === 1 ? title : `${title} · ${wordNumber(number, count, context)}`;
}

function wordNumber(number: number, count: number, { t, format }: ViewContext): string {
  return t('pages.number', { number: format.count(number), count: format.count(count) });
}

function wordPlace({ number, count, items, first, total }: ListPage<unknown>, context: ViewContext): string {
  const { t, format } = context;
  const last = first + items.length - 1;
  const span = first === last ? format.count(first) : `${format.count(first)}–${format.count(last)}`;
  return `${wordNumber(number, count, context)} · ${t('pages.span', { span, total: format.count(total) })}`;
}

function listNumbers({ number, count }: { number: number; count: number }, href: string, context: ViewContext) {
  const { t, format } = context;
  const isShown = (to: number) => to === 1 || to === count || Math.abs(to - number) <= NEARBY;
  const shown = Array.from({ length: count }, (_, index) => index + 1).filter(isShown);
  return shown.map((to, index) => ({
    number: format.count(to),
    label: t('pages.to', { number: format.count(to) }),
    href: getPageHref(href, to),
    isCurrent: to === number,
    isAfterGap: to - (shown[index - 1] ?? to - 1) > 1,
  }));
}
