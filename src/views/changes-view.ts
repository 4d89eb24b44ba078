import type { ScoredSite } from '#domain/scored-site.ts';
import { type ChangesLine, getLine } from './changes-lines.ts';
import { findFirstDay, getScopeHref, listScopes, type Scope } from './changes-list.ts';
import { getChangesPage, type PageGroup } from './changes-pages.ts';
import { type CommitView, getCommitView } from './commit-links.ts';
import type { ViewContext } from './context.ts';
import { KINDS, type Kind } from './history-revision.ts';
import { tellGap } from './history-view.ts';
import { compareThai, getAgencyName, getShortYear, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getFileLink, getPager, type PagerView, titlePage } from './pager-view.ts';

/** A page of changes, newest first. */
export interface ChangesView {
  title: string;
  headTitle: string;
  description: string;
  crumbs: Crumb[];
  /** Since when history is known, or why it is not. */
  notes: string[];
  years: (Crumb & { isCurrent: boolean })[];
  agencies: (Crumb & { isCurrent: boolean })[];
  /** Links that belong to the list: its feed, moved targets, the page of the year. */
  links: Crumb[];
  feed: Crumb;
  filter: FilterView[];
  days: { day: string; commits: ChangesCommit[] }[];
  pager: PagerView;
  empty: string | undefined;
}

/** A kind of change, with how many of it stand on the page. */
export interface FilterView {
  kind: Kind | 'all';
  label: string;
}

export interface ChangesCommit {
  /** Absent for what is not committed. */
  commit?: CommitView;
  continued?: string;
  lines: ChangesLine[];
  kinds: Kind[];
}

/** `address` is what stands behind /changes/, without slashes at its ends. */
export function getChangesView(site: ScoredSite, address: string, context: ViewContext): ChangesView {
  const { t, links } = context;
  const page = getChangesPage(site, address);
  const { scope, groups } = page;
  const title = getTitle(site, scope, context);
  const commits = groups.map((group) => getCommit(site, scope, group, context));
  return {
    title,
    headTitle: titlePage(title, page, context),
    description: titlePage(
      t('changes.description', { title, organisation: getOrganisation(site, context) }),
      page,
      context,
    ),
    crumbs: [
      { label: t('nav.home'), href: links.home },
      ...(scope.of === 'all' ? [] : [{ label: t('changes.title'), href: links.changes() }]),
    ],
    notes: getNotes(site, context),
    ...getChoices(site, scope, context),
    links: getLinks(site, scope, context),
    feed: getFeedLink(scope, context),
    filter: getFilter(commits, context),
    days: [...Map.groupBy(commits, ({ commit }) => commit?.day)].map(([day, own]) => ({
      day: day ?? t('history.uncommitted'),
      commits: own,
    })),
    pager: getPager(page, getScopeHref(scope, links), context, {
      words: { previous: 'changes.newer', next: 'changes.older' },
      whole: [getFileLink('changes', context)],
    }),
    empty: commits.length > 0 || site.ledger.state === 'unknown' ? undefined : t('changes.empty'),
  };
}

/** What a list is called. */
export function getTitle(site: ScoredSite, scope: Scope, context: ViewContext): string {
  const { t } = context;
  if (scope.of === 'all') return t('changes.title');
  const of =
    scope.of === 'year' ? getYearLabel(scope.year, context) : getAgencyName(site, scope.agency, undefined, context);
  return t('changes.title-of', { of });
}

/** The feed of a list; a year has none of its own. */
export function getFeedLink(scope: Scope, { t, links }: ViewContext): Crumb {
  if (scope.of !== 'agency') return { label: t('changes.feed-all'), href: links.feed() };
  return { label: t('changes.feed-of'), href: links.feed(scope.agency) };
}

function getCommit(site: ScoredSite, scope: Scope, group: PageGroup, context: ViewContext): ChangesCommit {
  const lines = group.units.map((unit) => getLine(site, scope, unit, context));
  return {
    ...(group.commit === undefined ? {} : { commit: getCommitView(group.commit, site.settings, context) }),
    ...(group.isContinued ? { continued: context.t('changes.continued') } : {}),
    lines,
    kinds: KINDS.filter((kind) => lines.some(({ kinds }) => kinds.includes(kind))),
  };
}

/** Only what stands on the page can be chosen, all first. */
function getFilter(commits: readonly ChangesCommit[], { t, format }: ViewContext): FilterView[] {
  const lines = commits.flatMap((commit) => commit.lines);
  const choices = (['all', ...KINDS] as const).map((kind) => {
    const own = lines.filter(({ kinds }) => kind === 'all' || kinds.includes(kind));
    const count = own.reduce((sum, line) => sum + line.count, 0);
    return { kind, count, label: t(`changes.kind-${kind}`, { count: format.count(count) }) };
  });
  const shown = choices.filter(({ count }) => count > 0);
  // With one kind there is nothing to choose.
  return shown.length <= 2 ? [] : shown.map(({ kind, label }) => ({ kind, label }));
}

function getNotes(site: ScoredSite, context: ViewContext): string[] {
  const { t, format } = context;
  const { ledger } = site;
  if (ledger.state === 'unknown') return [tellGap(ledger, context)];
  const first = findFirstDay(site);
  const since = first === undefined ? [] : [t(`changes.since-${ledger.state}`, { day: format.day(first) })];
  return [
    ...since,
    ...(first === undefined ? [] : [t('changes.whose')]),
    ...(ledger.isEdited ? [t('changes.edited')] : []),
  ];
}

function getChoices(site: ScoredSite, scope: Scope, context: ViewContext): Pick<ChangesView, 'years' | 'agencies'> {
  const { t, links } = context;
  const { years, agencies } = listScopes(site);
  const all = { label: t('changes.all-years'), href: links.changes(), isCurrent: scope.of === 'all' };
  const ofAgencies = agencies.map((agency) => ({
    label: getAgencyName(site, agency, undefined, context),
    href: links.changes(agency),
    isCurrent: scope.of === 'agency' && scope.agency === agency,
  }));
  return {
    years: [
      all,
      ...years.map((year) => ({
        label: getShortYear(year, context),
        href: links.changes(year),
        isCurrent: scope.of === 'year' && scope.year === year,
      })),
    ],
    agencies: ofAgencies.sort((a, b) => compareThai(a.label, b.label)),
  };
}

function getLinks(site: ScoredSite, scope: Scope, context: ViewContext): Crumb[] {
  const { t, links } = context;
  if (scope.of === 'year') {
    const { year } = scope;
    const page = site.byYear.has(year) ? [{ label: getYearLabel(year, context), href: links.year(year) }] : [];
    return [{ label: t('targets.link'), href: links.movedTargets(year) }, ...page];
  }
  if (scope.of === 'all') return [];
  const [newest] = site.years.filter((year) => site.byYear.get(year)?.has(scope.agency));
  const of = getAgencyName(site, scope.agency, undefined, context);
  return newest === undefined ? [] : [{ label: of, href: links.agency(newest, scope.agency) }];
}

function getOrganisation({ settings }: ScoredSite, { language }: ViewContext): string {
  return language === 'th' ? settings.organisation : settings.organisationEn;
}
