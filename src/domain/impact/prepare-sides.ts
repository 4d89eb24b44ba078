import { buildDataset, type Dataset, getIndicatorPath } from '../dataset.ts';
import type { Attachment, Entry } from '../entry.ts';
import { type Issue, isError } from '../issue.ts';

/** One state of the content as the reader gives it, errors and all. */
export interface ReadSide {
  entries: readonly Entry[];
  attachments: readonly Attachment[];
  issues: readonly Issue[];
}

/** Two datasets that can be scored and held against each other. */
export interface PreparedSides {
  base: Dataset;
  head: Dataset;
  /** Paths of indicators with a file that cannot be read on one side: compared on neither. */
  setAside: string[];
}

const WRITTEN = /^reports\/(\d+\/[^/]+\/[^/]+)\/(?:indicator|year|q[1-4])\.mdx$/;

/**
 * Makes two states comparable although files of them have errors, so that what cannot be read does not look removed:
 * an indicator with such a file is left out of both; settings, calendars, plans and agencies that one side cannot
 * read, or lacks though it needs them, are taken from the other. Undefined where no side has settings.
 */
export function prepareSides(base: ReadSide, head: ReadSide): PreparedSides | undefined {
  const [unreadBase, unreadHead] = [listUnread(base), listUnread(head)];
  const unread = [...unreadBase, ...unreadHead];
  const setAside = new Set(unread.flatMap((file) => WRITTEN.exec(file)?.[1] ?? []));
  const own = buildSide(base, setAside);
  const other = buildSide(head, setAside);
  const [old, now] = [borrow(own, other, unreadBase), borrow(other, own, unreadHead)];
  if (old.site === undefined || now.site === undefined) return undefined;
  const known = [...setAside].sort();
  return { base: dropUnruled(old), head: dropUnruled(now), setAside: known };
}

/** Files with an error that gave no entry. */
function listUnread({ entries, issues }: ReadSide): Set<string> {
  const read = new Set(entries.map(({ file }) => file));
  return new Set(issues.filter((issue) => isError(issue) && !read.has(issue.file)).map(({ file }) => file));
}

function buildSide({ entries, attachments }: ReadSide, setAside: ReadonlySet<string>): Dataset {
  const isKept = (entry: Entry) => !('agency' in entry) || !setAside.has(getIndicatorPath(entry));
  return buildDataset(entries.filter(isKept), attachments);
}

/** A dataset with what it cannot read, or lacks and needs, taken from the other. */
function borrow(own: Dataset, other: Dataset, unread: ReadonlySet<string>): Dataset {
  const years = new Set([...own.indicatorYears.values()].map(({ year }) => year));
  return {
    ...own,
    site: own.site ?? other.site,
    calendars: fill(own.calendars, other.calendars, ({ file, year }) => unread.has(file) || years.has(year)),
    plans: fill(own.plans, other.plans, ({ file }) => unread.has(file)),
    agencies: fill(own.agencies, other.agencies, ({ file }) => unread.has(file)),
  };
}

function fill<K, V>(own: Map<K, V>, other: Map<K, V>, isWanted: (entry: V) => boolean): Map<K, V> {
  return new Map([...own, ...[...other].filter(([key, entry]) => !own.has(key) && isWanted(entry))]);
}

/** Without a calendar there is no standing: such years are told by the checker and compared by nobody. */
function dropUnruled(dataset: Dataset): Dataset {
  const kept = [...dataset.indicatorYears].filter(([, { year }]) => dataset.calendars.has(year));
  return { ...dataset, indicatorYears: new Map(kept) };
}
