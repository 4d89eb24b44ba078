import type { CalendarRevision, Commit, Revision } from '#domain/ledger/ledger.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { type ListedRevision, listInScope, listScopes, type Scope } from './changes-list.ts';
import { listKinds } from './history-revision.ts';

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

/** A page of a list: its address and what stands on it. */
export interface ChangesPage {
  scope: Scope;
  /** From 1. */
  number: number;
  groups: PageGroup[];
}

/** Up to so many indicators that are new in one commit, have a new report or other words, each has a line of its own. */
const FEW = 12;

/** What a page holds at most; a change of one or two figures counts as 1, one of many as more. */
const MOST = 100;

const FIGURES_IN_ONE = 4;

const known = new WeakMap<ScoredSite, Map<string, ChangesPage[]>>();

/** All pages of all lists by address behind /changes/: "", "page/2", "2567", "agency/health/page/2". */
export function listChangesPages(site: ScoredSite): string[] {
  const { years, agencies } = listScopes(site);
  const scopes: Scope[] = [
    { of: 'all' },
    ...years.map((year) => ({ of: 'year' as const, year })),
    ...agencies.map((agency) => ({ of: 'agency' as const, agency })),
  ];
  return scopes.flatMap((scope) => getChangesPages(site, scope).map(({ number }) => getPageAddress(scope, number)));
}

/** The address of a page behind /changes/, without slashes at its ends. */
export function getPageAddress(scope: Scope, number: number): string {
  const page = number === 1 ? [] : [`page/${number}`];
  return [...getScopeAddress(scope), ...page].join('/');
}

/** The page at an address behind /changes/. Throws where there is none. */
export function getChangesPage(site: ScoredSite, address: string): ChangesPage {
  const [, path = '', number = '1'] = /^(.*?)\/?(?:page\/(\d+))?$/.exec(address) ?? [];
  const page = getChangesPages(site, parseScope(path))[Number(number) - 1];
  if (page === undefined) throw new Error(`no page of changes at ${address}`);
  return page;
}

/** The pages of a list; an empty list has one. */
export function getChangesPages(site: ScoredSite, scope: Scope): ChangesPage[] {
  const pages = known.get(site) ?? new Map<string, ChangesPage[]>();
  known.set(site, pages);
  const key = getScopeAddress(scope).join('/');
  const made = pages.get(key) ?? buildPages(site, scope);
  pages.set(key, made);
  return made;
}

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
  const pages: PageGroup[][] = [[]];
  let weight = 0;
  for (const { commit, revisions, calendars } of listInScope(site, scope)) {
    let group: PageGroup | undefined;
    for (const unit of listUnits(revisions, calendars, scope)) {
      const own = weigh(unit);
      const isFull = weight > 0 && weight + own > MOST;
      if (isFull) pages.push([]);
      weight = isFull ? own : weight + own;
      if (group === undefined || isFull) {
        group = { ...(commit && { commit }), isContinued: group !== undefined, units: [] };
        pages.at(-1)?.push(group);
      }
      group.units.push(unit);
    }
  }
  return pages.map((groups, index) => ({ scope, number: index + 1, groups }));
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
