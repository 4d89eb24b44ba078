import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import type { Status } from '#domain/scoring/status.ts';
import { getLetterGroups, getPlanGroups } from './browse-groups.ts';
import { getAreaPages, getLetterPages, type SeriesPage } from './browse-pages.ts';
import type { ViewContext } from './context.ts';
import { CONSONANTS, LATIN, LATIN_LABEL, type LetterId, OTHER } from './first-letter.ts';
import { getListPage, parsePageAddress } from './list-pages.ts';
import { getAgencyName, getAreaName, getItemName, getPlanName, getShortYear } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getPager, getWhole, type PagerView, titlePage } from './pager-view.ts';
import { getStatusView, type StatusView } from './status-view.ts';

/** Indicators under one letter or in one area of a plan, in the order of a Thai dictionary. */
export interface BrowseListView {
  title: string;
  headTitle: string;
  /** The heading: an area of a plan has its code before its wording, and its plan above both. */
  heading: { lead?: string; text: string; language: 'th' | 'en' };
  plan: { text: string; language: 'th' | 'en'; href: string } | undefined;
  counts: string;
  description: string;
  crumbs: Crumb[];
  lines: BrowseLine[];
  /** Statuses that occur, each once. */
  statuses: Status[];
  /** The pages of the list; before the first and after the last of a letter's stand the letters beside it. */
  pager: PagerView;
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

/** `address` is a letter, or one with the number of a page: "35/page/2". */
export function getLetterView(site: ScoredSite, address: string, context: ViewContext): BrowseListView {
  const { t, format, links } = context;
  const order = [...getLetterGroups(site).keys()];
  const { list, number } = parsePageAddress(address);
  const id = order.find((known) => known === list);
  if (id === undefined) throw new Error(`no name begins with letter ${list}`);
  const at = order.indexOf(id);
  const page = getListPage(getLetterPages(site, id), number);
  const letter = nameLetter(id, context);
  const title = id === OTHER ? t('browse.letter-other') : t('browse.letter-title', { letter });
  const turn = (other: LetterId | undefined, key: 'browse.previous' | 'browse.next') =>
    other && { label: t(key, { letter: nameLetter(other, context) }), href: links.letter(other) };
  const ends = { previous: turn(order[at - 1], 'browse.previous'), next: turn(order[at + 1], 'browse.next') };
  return {
    ...buildList(site, page, title, context),
    heading: { text: title, language: context.language },
    plan: undefined,
    counts: t('browse.counts', { count: format.count(page.total) }),
    pager: getPager(page, links.letter(id), context, { ends, whole: getWhole(context) }),
  };
}

/** `address` is plan/code, or "none", or one of these with the number of a page. */
export function getPlanAreaView(site: ScoredSite, address: string, context: ViewContext): BrowseListView {
  const { t, format, links } = context;
  const { list, number } = parsePageAddress(address);
  const years = getPlanGroups(site).get(list === 'none' ? undefined : list)?.length;
  if (years === undefined) throw new Error(`no indicator in plan area ${list}`);
  const page = getListPage(getAreaPages(site, list), number);
  const counts = { count: format.count(page.total), years: format.count(years) };
  const { plan, heading } = nameArea(site, list, context);
  const title = [heading.lead, heading.text, plan && `· ${plan.text}`].filter(Boolean).join(' ');
  const [slug, code] = list.split('/');
  return {
    ...buildList(site, page, title, context),
    heading,
    plan,
    counts: t(page.total === years ? 'browse.counts' : 'browse.counts-years', counts),
    pager: getPager(page, links.planArea(slug, code), context, { whole: getWhole(context) }),
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

function buildList(site: ScoredSite, page: SeriesPage, title: string, context: ViewContext) {
  const { t, format, links, language } = context;
  const organisation = language === 'th' ? site.settings.organisation : site.settings.organisationEn;
  const description = t('browse.description', { title, organisation, count: format.count(page.total) });
  return {
    title,
    headTitle: titlePage(title, page, context),
    description: titlePage(description, page, context),
    crumbs: [
      { label: t('nav.home'), href: links.home },
      { label: t('search.page'), href: links.search },
    ],
    lines: page.items.map((years) => getLine(site, years, context)),
    statuses: [...new Set(page.items.flat().map(({ standing }) => standing.year.status))],
  };
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
