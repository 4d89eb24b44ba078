import type { Entry } from '#domain/entry.ts';
import { getFileName, PLACES, type PlaceDigests } from '#domain/ledger/item-version.ts';
import type { Commit, Ledger, LedgerGap } from '#domain/ledger/ledger.ts';
import { findContentCommit } from './content-commit.ts';
import { listDigests } from './git-digests.ts';
import { type HistoryCommit, isCutOff, listChain, readCommit, readHistory, type WrittenFile } from './git-history.ts';
import { findCommit, findRepository, isShallow } from './git-range.ts';
import { LedgerCache, type StoredState } from './ledger-cache.ts';
import { replay } from './ledger-replay.ts';
import { createState, type LedgerState } from './ledger-state.ts';
import { LedgerVersions } from './ledger-versions.ts';
import { createGit, type RunGit } from './run-git.ts';
import { createDays } from './today.ts';

export interface LedgerOptions {
  /** The content folder. */
  content: string;
  /** What was read from it, without errors. */
  entries: readonly Entry[];
  timeZone: string;
  /** YYYY-MM-DD: the day that what is not committed is judged by. */
  today: string;
  /** Folder where what was worked out is kept between builds; none without it. */
  cache?: string | undefined;
}

/** Reads out of git how every published figure came to be as it is. Throws where git fails half-way. */
export function readLedger({ content, entries, timeZone, today, cache }: LedgerOptions): Ledger {
  const place = findRepository(createGit(content));
  if ('problem' in place) return { state: 'unknown', reason: place.problem };
  const { root, prefix } = place;
  const git = createGit(root);
  const tip = findCommit(git, 'HEAD');
  if (tip === undefined) return { state: 'unknown', reason: 'no-commit' };
  const isEdited = findContentCommit(createGit(content))?.isEdited === true;
  const digests = addUnfollowed(git, prefix, entries, listDigests(git, prefix, isEdited));
  const present = entries.map((entry) => [digests.get(entry.file) ?? entry.file, entry] as const);
  const versions = new LedgerVersions(git, content, present);
  const kept = new LedgerCache(cache, [prefix, timeZone]);
  const { head, cutOff, state } = readCommitted({ git, prefix, tip, timeZone, versions }, kept);
  const files = listEdited(state, new Map(present.map(([digest, { file }]) => [file, digest])));
  replay(state, files.length === 0 ? [] : [{ day: today, files }], versions);
  return {
    state: cutOff === undefined ? 'whole' : 'shallow',
    head,
    isEdited: isEdited || files.length > 0,
    items: sortByPath(state.items),
    gone: sortByPath(new Map([...state.gone].map(([path, { revisions }]) => [path, revisions]))),
    calendars: state.calendarRevisions,
  };
}

function sortByPath<T>(items: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...items].sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface Committed {
  git: RunGit;
  prefix: string;
  tip: string;
  timeZone: string;
  versions: LedgerVersions;
}

/** The ledger as the newest commit leaves it: kept from before, continued, or worked out from the first commit. */
function readCommitted({ git, prefix, tip, timeZone, versions }: Committed, cache: LedgerCache): StoredState {
  const stored = cache.find();
  const wasWhole = stored !== undefined && stored.cutOff === undefined;
  if (stored?.head.id === tip && wasWhole && !isShallow(git)) return stored;
  const chain = listChain(git, tip);
  const oldest = chain.at(-1) ?? tip;
  const cutOff = isShallow(git) && isCutOff(git, oldest) ? oldest : undefined;
  const isUsable = stored !== undefined && chain.includes(stored.head.id) && stored.cutOff === cutOff;
  if (isUsable && stored.head.id === tip) return stored;
  const state = isUsable ? stored.state : createState();
  const since = isUsable ? stored.head.id : undefined;
  const tell = createTelling(timeZone);
  const commits = readHistory(git, tip, prefix, since).map((commit) => ({
    ...tell(commit),
    ...(commit.id === cutOff ? { isCutOff: true as const } : {}),
    files: commit.files,
  }));
  replay(state, commits, versions);
  const head = tell(readCommit(git, tip)).commit;
  const told = { head, ...(cutOff === undefined ? {} : { cutOff }), state };
  if (!versions.lacksObjects) cache.save(told);
  return told;
}

/** A commit as it is told, and its day. */
function createTelling(timeZone: string) {
  const getDay = createDays(timeZone);
  return ({ id, seconds, request }: Omit<HistoryCommit, 'files'>): { commit: Commit; day: string } => {
    const time = new Date(seconds * 1000);
    const day = getDay(time);
    const told = { id, time: time.toISOString().replace(/\.\d+Z$/, 'Z'), day };
    return { commit: request === undefined ? told : { ...told, request }, day };
  };
}

/** Objects that files which git does not follow would be: a folder that was only renamed is known again by them. */
function addUnfollowed(
  git: RunGit,
  prefix: string,
  entries: readonly Entry[],
  digests: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const files = entries.map(({ file }) => file).filter((file) => !digests.has(file));
  if (files.length === 0) return digests;
  const paths = files.map((file) => `${prefix === '' ? file : `${prefix}/${file}`}\n`);
  const lines = git(['hash-object', '--stdin-paths'], paths.join('')).stdout.toString('latin1').split('\n');
  const found = files.map((file, index) => [file, lines[index] || file] as const);
  return new Map([...digests, ...found]);
}

/** Files on disk that are other than in the newest commit, and those that are gone. */
function listEdited(state: LedgerState, present: ReadonlyMap<string, string>): WrittenFile[] {
  const committed = listCommitted(state);
  const written = [...present].filter(([file, digest]) => committed.get(file) !== digest);
  const gone = [...committed.keys()].filter((file) => !present.has(file));
  const isTold = (file: string) => /^(reports\/|calendar\/|site\.yaml$)/.test(file);
  return [
    ...written.filter(([file]) => isTold(file)).map(([file, digest]) => ({ file, digest })),
    ...gone.map((file) => ({ file })),
  ];
}

function listCommitted({ folders, calendars, site }: LedgerState): Map<string, string> {
  const listFolder = ([path, digests]: [string, PlaceDigests]) =>
    PLACES.flatMap((place): [string, string][] => {
      const digest = digests[place];
      return digest === undefined ? [] : [[`reports/${path}/${getFileName(place)}`, digest]];
    });
  return new Map([
    ...[...folders].flatMap(listFolder),
    ...[...calendars].map(([year, digest]): [string, string] => [`calendar/${year}.yaml`, digest]),
    ...(site === undefined ? [] : [['site.yaml', site] as [string, string]]),
  ]);
}

/** One line for the build's log: what history there is to tell, or why there is none. */
export function describeLedger(ledger: Ledger): string {
  if (ledger.state === 'unknown') return `History is not told: ${GAPS[ledger.reason]}.`;
  const { head, items, gone, state, isEdited } = ledger;
  const all = [...items.values(), ...gone.values()];
  const changes = all.reduce((sum, revisions) => sum + revisions.length, 0);
  const limit =
    state === 'whole'
      ? ''
      : ' The clone is shallow: what happened before its oldest commit is not known ("git fetch --unshallow" brings it).';
  const edited = isEdited ? ' Content on disk is other than in that commit and is told as not committed.' : '';
  return `History up to commit ${head.id.slice(0, 10)}: ${changes} changes of ${all.length} indicators.${limit}${edited}`;
}

const GAPS: Record<LedgerGap, string> = {
  'no-git': 'there is no git on this machine',
  'no-repository': 'content lies in no git repository',
  'not-trusted': 'git does not trust the owner of the repository ("git config --global --add safe.directory FOLDER")',
  'no-commit': 'the repository has no commit',
};
