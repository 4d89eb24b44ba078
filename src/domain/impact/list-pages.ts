import type { ScoredItem, ScoredSite } from '../scored-site.ts';
import type { Impact, ItemChange, PageRef, SettingChange } from './impact.ts';
import type { ItemPair } from './pair-items.ts';

/** What pages are found from: what was edited, and which standings moved without an edit. */
export interface PageSources {
  base: ScoredSite;
  head: ScoredSite;
  /** Pairs with what was written in them. */
  edited: readonly (ItemPair & { change: ItemChange })[];
  /** Items whose standing moved although nothing was written in their folder. */
  ruled: readonly ScoredItem[];
  settings: readonly SettingChange[];
}

/** Pages of what was edited, pages whose figures change with it, and addresses that are gone. */
export function listPages({ base, head, edited, ruled, settings }: PageSources): Impact['pages'] {
  const own = new Map<string, PageRef>();
  const beyond = new Map<string, PageRef>();
  const gone = new Map<string, PageRef>();
  for (const { before, after, change } of edited) {
    if (after !== undefined) add(own, { page: 'indicator', path: after.path });
    if (before !== undefined && before.path !== after?.path) add(gone, { page: 'indicator', path: before.path });
    const shown = [before, after].filter((item) => item !== undefined);
    if (isInLists(change)) for (const item of shown) addLists(beyond, item);
  }
  for (const item of ruled) {
    add(beyond, { page: 'indicator', path: item.path });
    addLists(beyond, item);
  }
  for (const item of findNamed(head, settings)) {
    add(beyond, { page: 'indicator', path: item.path });
    addLists(beyond, item);
  }
  const present = listLists(head);
  const absent = [...listLists(base)].filter(([key]) => !present.has(key));
  for (const [key, page] of absent) gone.set(key, page);
  for (const key of [...own.keys(), ...gone.keys()]) beyond.delete(key);
  const isEvery = settings.some(({ kind }) => kind === 'site');
  return { edited: sort(own), beyond: sort(beyond), gone: sort(gone), isEvery };
}

/** Whether lists and totals show something of the change: an edit of words alone stays on its own page. */
function isInLists({ change, standings, entries }: ItemChange): boolean {
  if (change !== 'changed' || standings.length > 0) return true;
  return entries.some(({ fields }) => fields.some(({ key }) => !LONG_FORM.test(key)));
}

/** Fields that only the indicator's own page shows. */
const LONG_FORM = /^(declared|source|responsible|dataQuality|review|asOf|outcome|code|nameEn)(\.|$)/;

/** Indicators that show the name of a changed agency or plan. */
function findNamed(head: ScoredSite, settings: readonly SettingChange[]): ScoredItem[] {
  const names = (kind: SettingChange['kind']) =>
    new Set(settings.filter((setting) => setting.kind === kind).map(({ file }) => file.replace(/^.*\/|\.yaml$/g, '')));
  const [agencies, plans] = [names('agency'), names('plan')];
  if (agencies.size + plans.size === 0) return [];
  return [...head.items.values()].filter(
    ({ agency, indicator }) => agencies.has(agency) || plans.has(indicator.data.plan?.id ?? ''),
  );
}

/** Every page but those of single indicators. */
function listLists(site: ScoredSite): Map<string, PageRef> {
  const pages = new Map<string, PageRef>();
  for (const item of site.items.values()) addLists(pages, item);
  return pages;
}

function addLists(pages: Map<string, PageRef>, { year, agency, series, indicator }: ScoredItem): void {
  add(pages, { page: 'series', series });
  add(pages, { page: 'agency', year, agency });
  add(pages, { page: 'year', year });
  const { plan } = indicator.data;
  if (plan !== undefined) add(pages, { page: 'area', plan: plan.id, area: plan.goal.split('.')[0] ?? plan.goal });
}

function add(pages: Map<string, PageRef>, page: PageRef): void {
  pages.set(Object.values(page).join(' '), page);
}

/** The widest first. */
const ORDER: PageRef['page'][] = ['year', 'agency', 'indicator', 'series', 'area'];

function sort(pages: ReadonlyMap<string, PageRef>): PageRef[] {
  const rank = ({ page }: PageRef) => ORDER.indexOf(page);
  return [...pages].sort(([a, x], [b, y]) => rank(x) - rank(y) || (a < b ? -1 : 1)).map(([, page]) => page);
}
