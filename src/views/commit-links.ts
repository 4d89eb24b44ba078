import type { Commit } from '#domain/ledger/ledger.ts';
import type { Site } from '#domain/schemas/site.ts';
import type { ViewContext } from './context.ts';

/** A commit as readers see it: when, which, and where it can be read. */
export interface CommitView {
  day: string;
  /** The first letters of its id. */
  id: string;
  /** Where it stands on a page of changes. */
  anchor: string;
  /** Absent where no repository is named, or it is on a host whose addresses are not known. */
  href?: string;
  /** The pull or merge request that it came with. */
  request?: { label: string; href?: string };
}

/** How the addresses of a host go on behind a repository's. */
const HOSTS: Record<string, { commit: string; request: string }> = {
  'github.com': { commit: '/commit/', request: '/pull/' },
  'gitlab.com': { commit: '/-/commit/', request: '/-/merge_requests/' },
};

/** Letters of a commit's id that people are shown: git's own habit. */
const SHORT_ID = 7;

export function getCommitView(
  commit: Commit,
  { repository }: Pick<Site, 'repository'>,
  { t, format }: ViewContext,
): CommitView {
  const places = findPlaces(repository);
  const { id, day, request } = commit;
  const label = request === undefined ? undefined : t('history.request', { number: request });
  return {
    day: format.day(day),
    id: id.slice(0, SHORT_ID),
    anchor: getCommitAnchor(id),
    ...(places === undefined ? {} : { href: `${places.commit}${id}` }),
    ...(label === undefined ? {} : { request: places ? { label, href: `${places.request}${request}` } : { label } }),
  };
}

/** The place of a commit on a page; begins with a letter, as names of places should. */
export function getCommitAnchor(id: string): string {
  return `c-${id.slice(0, 12)}`;
}

function findPlaces(repository: string | undefined): { commit: string; request: string } | undefined {
  if (repository === undefined) return undefined;
  const { origin, host, pathname } = new URL(repository);
  const ways = HOSTS[host];
  if (ways === undefined) return undefined;
  const start = `${origin}${pathname.replace(/(\.git)?\/?$/, '')}`;
  return { commit: `${start}${ways.commit}`, request: `${start}${ways.request}` };
}
