import { getOrAdd } from '#domain/get-or-add.ts';
import type { EntryPlace } from '#domain/impact/impact.ts';
import type { Known, PlaceDigests } from '#domain/ledger/item-version.ts';
import type { CalendarRevision, Revision } from '#domain/ledger/ledger.ts';
import { classifyPath } from './content-path.ts';
import type { WrittenFile } from './git-history.ts';

/** Of files that cannot be read whole, what is known of them. */
export type KnownParts = Partial<Record<EntryPlace, Known>>;

/** An indicator's year that no longer stands, with what it last said. */
export interface GoneItem {
  revisions: Revision[];
  digests: PlaceDigests;
  parts?: KnownParts;
}

/** The record as a commit leaves it, and all that led there. */
export interface LedgerState {
  /** Folders of indicators' years, by path; also such as lack the promise and so are none. */
  folders: Map<string, PlaceDigests>;
  site?: string;
  /** By year. */
  calendars: ReadonlyMap<number, string>;
  /** By year the last calendar that could be read, of years that have one. */
  readCalendars: Map<number, string>;
  /** By path, only where a file cannot be read whole. */
  parts: Map<string, KnownParts>;
  items: Map<string, Revision[]>;
  gone: Map<string, GoneItem>;
  calendarRevisions: CalendarRevision[];
}

/** Objects that hold the rules, as they are at one time. */
export interface RuleFiles {
  site?: string;
  calendars: ReadonlyMap<number, string>;
}

/** An indicator's folder before a commit and after it. */
interface FolderStep {
  before?: PlaceDigests;
  after?: PlaceDigests;
}

/** What a commit did to folders and rules. */
export interface Step {
  folders: Map<string, FolderStep>;
  before: RuleFiles;
  after: RuleFiles;
}

export function createState(): LedgerState {
  return {
    folders: new Map(),
    calendars: new Map(),
    readCalendars: new Map(),
    parts: new Map(),
    items: new Map(),
    gone: new Map(),
    calendarRevisions: [],
  };
}

/** Lays what a commit wrote over the files of the state and tells what that touched; says nothing of what it means. */
export function layFiles(state: LedgerState, files: readonly WrittenFile[]): Step {
  const before = getRules(state);
  const touched: Step['folders'] = new Map();
  for (const { file, digest } of files) {
    const classified = classifyPath(file);
    if (classified.is !== 'entry') continue;
    const { kind, year, agency, slug, quarter } = classified.path;
    if (kind === 'site') laySite(state, digest);
    else if (kind === 'calendar' && year !== undefined) layCalendar(state, year, digest);
    else if (kind === 'indicator' || kind === 'report' || kind === 'year') {
      const path = `${year}/${agency}/${slug}`;
      const old = state.folders.get(path);
      const now = lay(old, kind === 'report' ? (quarter ?? 1) : kind, digest);
      if (now === old) continue;
      const step = getOrAdd(touched, path, (): FolderStep => (old === undefined ? {} : { before: old }));
      if (now === undefined) {
        state.folders.delete(path);
        delete step.after;
      } else {
        state.folders.set(path, now);
        step.after = now;
      }
    }
  }
  return { folders: touched, before, after: getRules(state) };
}

function lay(old: PlaceDigests | undefined, place: EntryPlace, digest: string | undefined): PlaceDigests | undefined {
  if (old?.[place] === digest) return old;
  const { [place]: _, ...others } = old ?? {};
  if (digest !== undefined) return { ...others, [place]: digest };
  return Object.keys(others).length === 0 ? undefined : others;
}

/** Rules change seldom: they are laid anew each time, so that what was handed out stays as it was. */
function layCalendar(state: LedgerState, year: number, digest: string | undefined): void {
  const others = [...state.calendars].filter(([other]) => other !== year);
  state.calendars = new Map(digest === undefined ? others : [...others, [year, digest]]);
}

function laySite(state: LedgerState, digest: string | undefined): void {
  if (digest === undefined) delete state.site;
  else state.site = digest;
}

function getRules({ site, calendars }: LedgerState): RuleFiles {
  return { ...(site === undefined ? {} : { site }), calendars };
}
