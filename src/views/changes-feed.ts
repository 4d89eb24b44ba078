import { getAddress } from '#domain/public-address.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { type ChangesLine, getLine } from './changes-lines.ts';
import { type CommitGroup, getScopeHref, listInScope, type Scope } from './changes-list.ts';
import { getChangesPages, listUnits } from './changes-pages.ts';
import { getTitle } from './changes-view.ts';
import { getCommitAnchor } from './commit-links.ts';
import type { ViewContext } from './context.ts';
import type { LineView } from './history-lines.ts';
import { KINDS, listKinds } from './history-revision.ts';
import { getPageHref } from './list-pages.ts';

/** The newest commits of a list, for those who follow it. Addresses are full where the site's public one is known. */
export interface FeedView {
  language: string;
  title: string;
  /** Who publishes it: the site, which need not be the organisation's own; never a person. */
  author: string;
  /** What names the site in ids: its repository, which stays when the address changes. */
  source: string;
  /** The address of the feed and of the page it stands for. */
  self: string;
  page: string;
  /** UTC, to the second. */
  updated: string;
  entries: FeedEntry[];
}

export interface FeedEntry {
  /** The whole id of the commit. */
  commit: string;
  title: string;
  updated: string;
  href: string;
  changes: { name: string; href?: string; place: string; lines: string[] }[];
  /** How many more there are than stand here. */
  more?: string;
}

const MOST_COMMITS = 50;

/** Lines of one entry; whoever wants all follows its link. */
const MOST_LINES = 40;

export function getFeed(site: ScoredSite, scope: Scope, context: ViewContext): FeedView {
  const { links, language } = context;
  const { settings, ledger, today } = site;
  const agency = scope.of === 'agency' ? scope.agency : undefined;
  const commits = listInScope(site, scope).filter(({ commit }) => commit !== undefined);
  const entries = commits.slice(0, MOST_COMMITS).flatMap((group) => getEntry(site, scope, group, context) ?? []);
  const siteName = language === 'th' ? settings.name : settings.nameEn;
  // With no change to tell, the feed is as old as the state it was made from.
  const newest = ledger.state === 'unknown' ? `${today}T00:00:00Z` : ledger.head.time;
  return {
    language,
    title: `${getTitle(site, scope, context)} · ${siteName}`,
    author: siteName,
    source: settings.repository ?? settings.address ?? settings.nameEn,
    self: place(site, links.feed(agency)),
    page: place(site, links.changes(agency)),
    updated: entries[0]?.updated ?? newest,
    entries,
  };
}

function getEntry(site: ScoredSite, scope: Scope, group: CommitGroup, context: ViewContext): FeedEntry | undefined {
  const { commit, revisions, calendars } = group;
  if (commit === undefined) return undefined;
  const units = listUnits(revisions, calendars, scope);
  const lines = units.slice(0, MOST_LINES).map((unit) => getLine(site, scope, unit, context));
  const [only] = lines;
  const own = units.length === 1 ? only?.href : undefined;
  const { t, format } = context;
  const rest = units.length - lines.length;
  return {
    commit: commit.id,
    title: units.length === 1 && only !== undefined ? nameLine(only, context) : nameCommit(group, context),
    updated: commit.time,
    href: place(site, own ?? findOnPage(site, scope, commit.id, context)),
    changes: lines.map((line) => ({
      name: line.name,
      ...(line.href === undefined ? {} : { href: place(site, line.href) }),
      place: line.place,
      lines: listTexts(line, context),
    })),
    ...(rest === 0 ? {} : { more: t('changes.more', { count: format.count(rest) }) }),
  };
}

function nameLine(line: ChangesLine, context: ViewContext): string {
  const [first] = listTexts(line, context);
  return first === undefined ? line.name : context.t('changes.entry', { name: line.name, change: first });
}

/** How many changes of which kind a commit holds; one may be of several. */
function nameCommit({ revisions, calendars }: CommitGroup, { t, format }: ViewContext): string {
  const kinds = [...revisions.flatMap(({ revision }) => listKinds(revision)), ...calendars.map(() => 'other' as const)];
  return KINDS.map((kind) => ({ kind, count: kinds.filter((own) => own === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => t(`changes.kind-${kind}`, { count: format.count(count) }))
    .join(' · ');
}

/** Everything that a line says, each as a sentence of its own. */
function listTexts({ revision, parts }: ChangesLine, context: ViewContext): string[] {
  const own = parts.map(({ label, count }) => context.t('changes.part', { label, count }));
  if (revision === undefined) return own;
  const { headline, lines, effects, notes, marks } = revision;
  const texts = lines.flatMap((line) => [wordLine(line, context), ...line.reasons]);
  const all = [
    ...(headline === undefined ? [] : [headline]),
    ...texts,
    ...effects,
    ...marks.map(({ text }) => text),
    ...notes,
  ];
  return [...all, ...own];
}

function wordLine({ label, before, after, marks }: LineView, { t }: ViewContext): string {
  const change = before === undefined ? after : t('history.change', { before, after });
  const told = marks.map(({ text }) => ` (${text})`).join('');
  return `${t('changes.entry', { name: label, change })}${told}`;
}

function findOnPage(site: ScoredSite, scope: Scope, commit: string, { links }: ViewContext): string {
  const pages = getChangesPages(site, scope);
  const page = pages.find(({ groups }) => groups.some((group) => group.commit?.id === commit));
  return `${getPageHref(getScopeHref(scope, links), page?.number ?? 1)}#${getCommitAnchor(commit)}`;
}

function place(site: ScoredSite, href: string): string {
  return getAddress(site.settings, href) ?? href;
}
