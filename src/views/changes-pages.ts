import { keepBySite } from '#domain/keep-by-site.ts';
import type { CalendarRevision, Commit, Revision } from '#domain/ledger/ledger.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { type CommitGroup, type ListedRevision, listInScope, listScopes, type Scope } from './changes-list.ts';
import { listKinds } from './history-revision.ts';
import { cutPages, getListPage, getPageAddress, type ListPage, parsePageAddress } from './list-pages.ts';

/** What stands on one line of a list: a change, or many of the same kind taken together. */
export type ChangeUnit =
  | { is: 'revision'; listed: ListedRevision }
  | { is: 'calendar'; revision: CalendarRevision }
  | { is: 'many'; what: 'indicators' | 'cut-off' | 'reports' | 'words'; listed: ListedRevision[] };

/** A commit, or as much of it as stands on one page. */
export interface PageGroup {
  commit?: Commit;
  /** Whether it began on the page before. */
  isContinued: boolean;
  units: ChangeUnit[];
}

/** A page of a list: its place among the pages, and what stands on it by commit. */
export interface ChangesPage extends ListPage<PlacedUnit> {
  scope: Scope;
  groups: PageGroup[];
}

/** A line with the commit that it belongs to. */
interface PlacedUnit {
  unit: ChangeUnit;
  group: CommitGroup;
}

/** Up to so many indicators that are new in one commit, have a new report or other words, each has a line of its own. */
const FEW = 12;

/** A change of so many figures counts as one line of a page, one of more as more. */
const FIGURES_IN_ONE = 4;

/** All pages of all lists by address behind /changes/: "", "page/2", "2567", "agency/health/page/2". */
export function listChangesPages(site: ScoredSite): string[] {
  const { years, agencies } = listScopes(site);
  const scopes: Scope[] = [
    { of: 'all' },
    ...years.map((year) => ({ of: 'year' as const, year })),
    ...agencies.map((agency) => ({ of: 'agency' as const, agency })),
  ];
  return scopes.flatMap((scope) =>
    getChangesPages(site, scope).map(({ number }) => getPageAddress(getScopeAddress(scope).join('/'), number)),
  );
}

/** The page at an address behind /changes/. Throws where there is none. */
export function getChangesPage(site: ScoredSite, address: string): ChangesPage {
  const { list, number } = parsePageAddress(`/${address}`);
  return getListPage(getChangesPages(site, parseScope(list.slice(1))), number);
}

/** The pages of a list; an empty list has one. */
export function getChangesPages(site: ScoredSite, scope: Scope): ChangesPage[] {
  return getPages(site, getScopeAddress(scope).join('/'));
}

const getPages = keepBySite((site: ScoredSite, path: string) => buildPages(site, parseScope(path)));

function getScopeAddress(scope: Scope): string[] {
  if (scope.of === 'all') return [];
  return scope.of === 'year' ? [String(scope.year)] : ['agency', scope.agency];
}

function parseScope(path: string): Scope {
  if (path === '') return { of: 'all' };
  const [first, agency = ''] = path.split('/');
  return first === 'agency' ? { of: 'agency', agency } : { of: 'year', year: Number(first) };
}

function buildPages(site: ScoredSite, scope: Scope): ChangesPage[] {
  const lines = listInScope(site, scope).flatMap((group) =>
    listUnits(group.revisions, group.calendars, scope).map((unit) => ({ unit, group })),
  );
  return cutPages(lines, ({ unit }) => weigh(unit)).map((page, index) => {
    const before = lines[page.first - 2]?.group;
    const groups = [...Map.groupBy(page.items, ({ group }) => group)].map(([group, own]) => ({
      ...(group.commit && { commit: group.commit }),
      isContinued: index > 0 && group === before,
      units: own.map(({ unit }) => unit),
    }));
    return { ...page, scope, groups };
  });
}

/** What a commit did, in lines: figures that became others first, then what is merely new or is no figure. */
export function listUnits(revisions: ListedRevision[], calendars: CalendarRevision[], scope: Scope): ChangeUnit[] {
  const alike = {
    reports: revisions.filter(isOnlyReported),
    words: revisions.filter(({ revision }) => isWords(revision)),
    indicators: revisions.filter(({ revision }) => revision.change === 'added' && revision.isCutOff !== true),
    'cut-off': revisions.filter(({ revision }) => revision.isCutOff === true),
  };
  const minor = new Set(Object.values(alike).flat());
  // An agency's own list is where each of its reports is told.
  const gathered = (['reports', 'words', 'indicators', 'cut-off'] as const)
    .filter(
      (what) => alike[what].length > FEW && (what === 'indicators' || what === 'cut-off' || scope.of !== 'agency'),
    )
    .map((what) => ({ is: 'many' as const, what, listed: alike[what] }));
  const taken = new Set(gathered.flatMap(({ listed }) => listed));
  const single = revisions.filter((listed) => !taken.has(listed));
  return [
    ...single
      .sort((a, b) => Number(minor.has(a)) - Number(minor.has(b)))
      .map((listed) => ({ is: 'revision' as const, listed })),
    ...calendars.map((revision) => ({ is: 'calendar' as const, revision })),
    ...gathered,
  ];
}

/** Only words and evidence, all of which could be read; of what a shallow clone begins with nobody knows. */
function isWords(revision: Revision): boolean {
  const { unreadable, isCutOff } = revision;
  return unreadable.length === 0 && isCutOff !== true && listKinds(revision).includes('other');
}

function isOnlyReported({ revision }: ListedRevision): boolean {
  return revision.change === 'changed' && listKinds(revision).every((kind) => kind === 'published');
}

function weigh(unit: ChangeUnit): number {
  if (unit.is === 'calendar') return 1 + unit.revision.fields.length / FIGURES_IN_ONE;
  if (unit.is === 'many') {
    const agencies = new Set(unit.listed.map(({ revision }) => revision.path.split('/')[1]));
    return Math.max(1, agencies.size / FIGURES_IN_ONE);
  }
  const lines = unit.listed.revision.entries.reduce((sum, { fields }) => sum + fields.length, 0);
  return Math.max(1, lines / FIGURES_IN_ONE);
}
