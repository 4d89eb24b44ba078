import { getOrAdd } from '#domain/get-or-add.ts';
import { keepBySite } from '#domain/keep-by-site.ts';
import type { CalendarRevision, Commit, Revision } from '#domain/ledger/ledger.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import type { Links } from './links.ts';

/** Whose changes a list holds: everybody's, those of a fiscal year, or those of an agency. */
export type Scope = { of: 'all' } | { of: 'year'; year: number } | { of: 'agency'; agency: string };

/** A change of one indicator's year, with the path under which it stands today. */
export interface ListedRevision {
  revision: Revision;
  /** Absent for what no longer stands. */
  now?: string;
}

/** All that one commit did. */
export interface CommitGroup {
  /** Absent for what is not committed. */
  commit?: Commit;
  revisions: ListedRevision[];
  calendars: CalendarRevision[];
}

interface History {
  commits: CommitGroup[];
  /** By year ("2567") and by agency ("agency/health"). */
  byScope: Map<string, CommitGroup[]>;
  years: number[];
  agencies: string[];
}

/** Every commit that changed something published, newest first. */
export function listCommits(site: ScoredSite): CommitGroup[] {
  return getHistory(site).commits;
}

/** Fiscal years and agencies of which there is a list, whether or not anything changed in them. */
export function listScopes(site: ScoredSite): Pick<History, 'years' | 'agencies'> {
  return getHistory(site);
}

/** What of these commits belongs to a scope; commits without any are left out. */
export function listInScope(site: ScoredSite, scope: Scope): CommitGroup[] {
  if (scope.of === 'all') return listCommits(site);
  return getHistory(site).byScope.get(scope.of === 'year' ? String(scope.year) : `agency/${scope.agency}`) ?? [];
}

/** The address of a list. */
export function getScopeHref(scope: Scope, links: Links): string {
  if (scope.of === 'all') return links.changes();
  return links.changes(scope.of === 'year' ? scope.year : scope.agency);
}

/** The day since which history is known; undefined where it is not. */
export function findFirstDay(site: ScoredSite): string | undefined {
  return listCommits(site).at(-1)?.commit?.day;
}

/** A site's history is listed once; every page of changes asks for it. */
const getHistory = keepBySite(buildHistory);

function buildHistory(site: ScoredSite): History {
  const commits = buildCommits(site);
  const scopes = [...site.items.keys(), ...commits.flatMap(({ revisions }) => revisions.flatMap(listPaths))];
  const parts = [...new Set(scopes)].map((path) => path.split('/'));
  return {
    commits,
    byScope: groupByScope(commits),
    years: [...new Set(parts.map(([year]) => Number(year)))].sort((a, b) => b - a),
    agencies: [...new Set(parts.map(([, agency = '']) => agency))].sort(),
  };
}

/** Each commit once in every year and agency that it touched, with what it did there. */
function groupByScope(commits: readonly CommitGroup[]): Map<string, CommitGroup[]> {
  const byScope = new Map<string, CommitGroup[]>();
  for (const { commit, revisions, calendars } of commits) {
    const own = new Map<string, CommitGroup>();
    const get = (scope: string) =>
      getOrAdd(own, scope, () => ({ ...(commit && { commit }), revisions: [], calendars: [] }));
    for (const listed of revisions) {
      const scopes = new Set(listPaths(listed).flatMap(listScopesOf));
      for (const scope of scopes) get(scope).revisions.push(listed);
    }
    for (const calendar of calendars) get(String(calendar.year)).calendars.push(calendar);
    for (const [scope, group] of own) getOrAdd(byScope, scope, () => []).push(group);
  }
  return byScope;
}

function listScopesOf(path: string): [year: string, agency: string] {
  const [year = '', agency = ''] = path.split('/');
  return [year, `agency/${agency}`];
}

/** Where it stands after the change, and where it stood when it moved. */
function listPaths({ revision: { path, from } }: ListedRevision): string[] {
  return from === undefined ? [path] : [path, from];
}

function buildCommits({ ledger }: ScoredSite): CommitGroup[] {
  if (ledger.state === 'unknown') return [];
  const groups = new Map<string, CommitGroup>();
  const add = (commit: Commit | undefined) =>
    getOrAdd(groups, commit?.id ?? '', () => ({ ...(commit && { commit }), revisions: [], calendars: [] }));
  for (const [now, revisions] of ledger.items)
    for (const revision of revisions) add(revision.commit).revisions.push({ revision, now });
  for (const revisions of ledger.gone.values())
    for (const revision of revisions) add(revision.commit).revisions.push({ revision });
  for (const calendar of ledger.calendars) add(calendar.commit).calendars.push(calendar);
  const getTime = ({ commit }: CommitGroup) => commit?.time ?? '9999';
  return [...groups.values()].sort((a, b) => (getTime(a) < getTime(b) ? 1 : getTime(a) > getTime(b) ? -1 : 0));
}
