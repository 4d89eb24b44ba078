import { getOrAdd } from '#domain/get-or-add.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import type { Status } from '#domain/scoring/status.ts';
import { getLetterGroups, getPlanGroups } from './browse-groups.ts';
import type { ViewContext } from './context.ts';
import { CONSONANTS, getSortingName, LATIN, LATIN_LABEL, type LetterId, OTHER } from './first-letter.ts';
import { compareThai, getAgencyName, getAreaName, getItemName, getPlanName, getShortYear } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getStatusView, type StatusView } from './status-view.ts';

/** Indicators under one letter or in one area of a plan, in the order of a Thai dictionary. */
export interface BrowseListView {
  title: string;
  /** The heading: an area of a plan has its code before its wording, and its plan above both. */
  heading: { lead?: string; text: string; language: 'th' | 'en' };
  plan: { text: string; language: 'th' | 'en'; href: string } | undefined;
  counts: string;
  description: string;
  crumbs: Crumb[];
  lines: BrowseLine[];
  /** Statuses that occur, each once. */
  statuses: Status[];
  previous: Crumb | undefined;
  next: Crumb | undefined;
}

/** An indicator with its years, newest first. */
export interface BrowseLine {
  name: string;
  language: 'th' | 'en';
  /** The Thai name by which the line has its place, where an English one is shown. */
  original: string | undefined;
  /** Where the name is not the source's own. */
  described: string | undefined;
  agency: string;
  href: string;
  years: { label: string; href: string; status: StatusView }[];
}

/** The letters that have a page, in their order. */
export function listLetterPages(site: ScoredSite): LetterId[] {
  return [...getLetterGroups(site).keys()];
}

/** The areas of plans that have a page, as plan/code; "none" for indicators without a plan. */
export function listPlanPages(site: ScoredSite): string[] {
  return [...getPlanGroups(site).keys()].map((area) => area ?? 'none');
}

export function getLetterView(site: ScoredSite, id: LetterId, context: ViewContext): BrowseListView {
  const { t, format } = context;
  const groups = getLetterGroups(site);
  const series = groups.get(id);
  if (series === undefined) throw new Error(`no name begins with letter ${id}`);
  const order = [...groups.keys()];
  const at = order.indexOf(id);
  const letter = nameLetter(id, context);
  const title = id === OTHER ? t('browse.letter-other') : t('browse.letter-title', { letter });
  const turn = (other: LetterId | undefined, key: 'browse.previous' | 'browse.next') =>
    other && { label: t(key, { letter: nameLetter(other, context) }), href: context.links.letter(other) };
  return {
    ...buildList(site, series, title, context),
    heading: { text: title, language: context.language },
    plan: undefined,
    counts: t('browse.counts', { count: format.count(series.length) }),
    previous: turn(order[at - 1], 'browse.previous'),
    next: turn(order[at + 1], 'browse.next'),
  };
}

/** `area` is plan/code, or "none". */
export function getPlanAreaView(site: ScoredSite, area: string, context: ViewContext): BrowseListView {
  const { t, format } = context;
  const items = getPlanGroups(site).get(area === 'none' ? undefined : area);
  if (items === undefined) throw new Error(`no indicator in plan area ${area}`);
  const series = new Map<string, ScoredItem[]>();
  for (const item of items) getOrAdd(series, item.series, () => []).push(item);
  for (const years of series.values()) years.sort((a, b) => b.year - a.year);
  const counts = { count: format.count(series.size), years: format.count(items.length) };
  const { plan, heading } = nameArea(site, area, context);
  const title = [heading.lead, heading.text, plan && `· ${plan.text}`].filter(Boolean).join(' ');
  return {
    ...buildList(site, [...series.values()], title, context),
    heading,
    plan,
    counts: t(series.size === items.length ? 'browse.counts' : 'browse.counts-years', counts),
    previous: undefined,
    next: undefined,
  };
}

function nameArea(site: ScoredSite, area: string, context: ViewContext): Pick<BrowseListView, 'plan' | 'heading'> {
  const [slug = '', code] = area.split('/');
  const plan = site.dataset.plans.get(slug)?.data;
  const node = plan?.areas.find((known) => known.code === code);
  if (plan === undefined || node === undefined) {
    return { plan: undefined, heading: { text: context.t('browse.plan-none-title'), language: context.language } };
  }
  const href = context.links.plan(slug, code);
  return { plan: { ...getPlanName(plan, context), href }, heading: getAreaName(node, context) };
}

function buildList(site: ScoredSite, series: readonly ScoredItem[][], title: string, context: ViewContext) {
  const { t, format, links, language } = context;
  const organisation = language === 'th' ? site.settings.organisation : site.settings.organisationEn;
  return {
    title,
    description: t('browse.description', { title, organisation, count: format.count(series.length) }),
    crumbs: [
      { label: t('nav.home'), href: links.home },
      { label: t('search.page'), href: links.search },
    ],
    lines: sortByName(series).map((years) => getLine(site, years, context)),
    statuses: [...new Set(series.flat().map(({ standing }) => standing.year.status))],
  };
}

/** By the Thai name, whatever language is shown; digits and marks before the first letter do not count. */
function sortByName(series: readonly ScoredItem[][]): ScoredItem[][] {
  return series
    .map((years) => {
      const name = years[0]?.indicator.data.name ?? '';
      return { years, name, sorting: getSortingName(name) };
    })
    .sort((a, b) => compareThai(a.sorting, b.sorting) || compareThai(a.name, b.name))
    .map(({ years }) => years);
}

function getLine(site: ScoredSite, years: readonly ScoredItem[], context: ViewContext): BrowseLine {
  const [newest] = years;
  if (newest === undefined) throw new Error('a series without years');
  const { text, language } = getItemName(newest, context);
  const { name, source } = newest.indicator.data;
  return {
    name: text,
    language,
    original: text === name ? undefined : name,
    described: source?.name === 'described' ? context.t('source.described-tag') : undefined,
    agency: getAgencyName(site, newest.agency, newest.year, context),
    href: context.links.indicator(newest.path),
    years: years.map(({ year, path, standing }) => ({
      label: getShortYear(year, context),
      href: context.links.indicator(path),
      status: getStatusView(standing.year.status, context),
    })),
  };
}

function nameLetter(id: LetterId, { t }: ViewContext): string {
  const consonant = CONSONANTS.find((known) => known.id === id)?.letter;
  return consonant ?? (id === LATIN ? LATIN_LABEL : t('browse.other'));
}
