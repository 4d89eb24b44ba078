import { getCorrectedKey, PATH_FIELD } from '../corrected-field.ts';
import { continueList, fillIn, spellYaml, writeCorrection } from '../correction-lines.ts';
import type { IndicatorYear } from '../dataset.ts';
import type { Entry, Place } from '../entry.ts';
import { compareEntries } from '../impact/compare-entries.ts';
import { hasClosedFigure, type MarkRules } from '../impact/find-marks.ts';
import { type ItemPair, pairItems } from '../impact/pair-items.ts';
import { prepareSides, type ReadSide } from '../impact/prepare-sides.ts';
import { compareIssues, type Issue, isError } from '../issue.ts';
import { isShown } from '../shown-value.ts';
import { checkCalendarChanges } from './check-calendar-change.ts';
import { checkEntryChange } from './check-entry-change.ts';
import { reportIssue } from './report-issue.ts';

/** Two states of the content, or as much of them as differs, and what is needed to judge the way from one to the other. */
export interface Transition {
  base: ReadSide;
  head: ReadSide;
  /** YYYY-MM-DD in the site's time zone: the day that decides what is closed. */
  today: string;
  /** A number as it is typed at a place of a file; undefined where that is not known. */
  findTyped?: FindTyped;
}

export type FindTyped = (side: 'base' | 'head', file: string, place: Place) => string | undefined;

/** What a change does to the published record without saying so: nothing closed is overwritten without a correction. */
export function checkChanges(transition: Transition): Issue[] {
  const { base, head, today } = transition;
  const unread = listUnread(base);
  const sides = prepareSides(takeAsRead(base, head, unread), head);
  if (sides === undefined) return [];
  const calendars = [sides.base, sides.head].map((side) => side.calendars);
  const issues = pairItems(sides.base.indicatorYears, sides.head.indicatorYears).flatMap((pair) => {
    const years = [pair.before, pair.after].flatMap((item) => item?.year ?? []);
    const known = calendars.flatMap((side) => years.flatMap((year) => side.get(year)?.data ?? []));
    return checkPair(pair, { year: Math.min(...years), today, calendars: known }, transition);
  });
  return joinLists([...checkCalendarChanges(base.entries, head.entries, today), ...checkUnread(unread), ...issues]);
}

/**
 * What is wrong with the content and with its changes, each mistake told once: where a change lacks its correction, that the
 * last correction does not lead to it follows.
 */
export function mergeIssues(found: readonly Issue[], changes: readonly Issue[]): Issue[] {
  const lacking = changes.filter(({ code }) => code === 'CW711' || code === 'CW712' || code === 'CW717');
  const places = new Set(lacking.map(({ file, field }) => `${file} ${field?.key ?? PATH_FIELD}`));
  const isTold = ({ code, file, params }: Issue) =>
    code === 'CW703' && places.has(`${file} ${getCorrectedKey(String(params?.field))}`);
  return [...found.filter((issue) => !isTold(issue)), ...changes].sort(compareIssues);
}

function checkPair({ before, after }: ItemPair<IndicatorYear>, rules: MarkRules, transition: Transition): Issue[] {
  // What is published for the first time changes nothing.
  if (before === undefined) return [];
  if (after === undefined) return checkRemoval(before, rules);
  return [
    ...checkMove(before, after, rules, transition.today),
    ...compareEntries(before, after).flatMap((change) =>
      checkEntryChange({ change, before, after, rules }, transition),
    ),
  ];
}

function checkRemoval(before: IndicatorYear, rules: MarkRules): Issue[] {
  if (!hasClosedFigure(before, rules)) return [];
  const { file } = before.indicator;
  return [{ code: 'CW716', file, line: 1, column: 1, params: { seen: before.path } }];
}

/** A path is an address and says whose figure it is, of which year: to move one that is closed takes a correction of `path`. */
function checkMove(before: IndicatorYear, after: IndicatorYear, rules: MarkRules, today: string): Issue[] {
  if (before.path === after.path || !hasClosedFigure(before, rules)) return [];
  // Whether it starts from where the folder was is told with the other corrections.
  const last = after.indicator.data.corrections?.findLast(({ field }) => field === PATH_FIELD);
  if (last !== undefined && isShown(last.to, after.path)) return [];
  const { lines } = writeCorrection(
    after.indicator,
    fillIn({ date: today, field: PATH_FIELD, from: spellYaml(before.path), to: spellYaml(after.path) }),
  );
  return [{ ...reportIssue(after.indicator, 'CW717', '', { seen: before.path, now: after.path }), lines }];
}

const JUDGED = /^(reports\/.*\.mdx|calendar\/.*\.yaml)$/;

/** Files by which figures are told or judged and that cannot be read as they were, each with the first reason. */
function listUnread({ entries, issues }: ReadSide): Map<string, Issue> {
  const read = new Set(entries.map(({ file }: Entry) => file));
  const unread = issues.filter((issue) => isError(issue) && !read.has(issue.file) && JUDGED.test(issue.file));
  return new Map(unread.map((issue) => [issue.file, issue] as const).reverse());
}

/** The base with files that cannot be read taken as the head has them: what stands beside them is still held against it. */
function takeAsRead(base: ReadSide, head: ReadSide, unread: ReadonlyMap<string, Issue>): ReadSide {
  const taken = head.entries.filter(({ file }) => unread.has(file));
  return { ...base, entries: [...base.entries, ...taken] };
}

/** What changed in such files nobody can tell. */
function checkUnread(unread: ReadonlyMap<string, Issue>): Issue[] {
  return [...unread].map(([file, { code }]) => ({ code: 'CW720', file, line: 1, column: 1, params: { seen: code } }));
}

/** Where several lines go into one file, in the order in which they are told only the first begin the list. */
function joinLists(issues: readonly Issue[]): Issue[] {
  const begun = new Set<string>();
  return issues.toSorted(compareIssues).map((issue) => {
    const lines = issue.lines === undefined ? undefined : continueList(issue.lines);
    if (lines === undefined) return issue;
    if (!begun.has(issue.file)) {
      begun.add(issue.file);
      return issue;
    }
    const reason = issue.params?.reason === 'none' ? { reason: 'after' } : {};
    return { ...issue, lines, params: { ...issue.params, ...reason } };
  });
}
