import { readContent } from '#data/read-content.ts';
import { readDifference } from '#data/read-difference.ts';
import { findDayOf, type OpenRange, openRange, readHead } from '#data/read-revision.ts';
import { getToday } from '#data/today.ts';
import { checkChanges, mergeIssues } from '#domain/checks/check-changes.ts';
import { checkCorrectionDays } from '#domain/checks/check-corrections.ts';
import type { Entry } from '#domain/entry.ts';
import type { Issue } from '#domain/issue.ts';
import { explainRange, RangeFailure } from '../range.ts';
import type { CheckOptions } from './options.ts';

/** What was read and what was found in it. */
export interface Found {
  /** By file and place. */
  issues: Issue[];
  files: number;
}

type Reading = Parameters<typeof readContent>[1];

/** Everything that is wrong with the content as it stands, and with the way it came from the base where one is named. Throws RangeFailure. */
export function findIssues(options: CheckOptions, reading: Reading = {}): Found {
  const { content, today } = options;
  if (options.base !== undefined) return holdAgainstBase(options, reading);
  const { entries, issues, counts } = readContent(content, reading);
  const days = checkDays(entries, findPresentDay(entries, today));
  return { issues: mergeIssues([...issues, ...days], []), files: counts.files };
}

function holdAgainstBase(options: CheckOptions, reading: Reading = {}): Found {
  const { content, language } = options;
  const range = openRange(content, options);
  if ('problem' in range) throw new RangeFailure(explainRange(range, content, 'check', language));
  const head = readHead(range, content, reading);
  const today = findDay(range, head.entries, options.today);
  const difference = readDifference(range, head, content);
  const changes = difference === undefined ? [] : checkChanges({ ...difference, today });
  const missing: Issue[] = head.isEmpty ? [{ code: 'CW109', file: 'site.yaml', line: 1, column: 1 }] : [];
  const present = [...missing, ...head.issues, ...checkDays(head.entries, today)];
  return { issues: mergeIssues(present, changes), files: head.files };
}

/** A commit is judged by its own day; what is written on disk is written today. */
function findDay({ git, head }: OpenRange, entries: readonly Entry[], setting: string | undefined): string {
  if (head.revision === undefined) return findPresentDay(entries, setting);
  return findDayOf(git, head.commit, getTimeZone(entries), setting);
}

function findPresentDay(entries: readonly Entry[], setting: string | undefined): string {
  return getToday(getTimeZone(entries), { setting, commitTime: () => undefined, now: () => new Date() }).day;
}

function getTimeZone(entries: readonly Entry[]): string {
  return entries.find((entry) => entry.kind === 'site')?.data.timeZone ?? 'UTC';
}

function checkDays(entries: readonly Entry[], today: string): Issue[] {
  return entries.flatMap((entry) => ('agency' in entry ? checkCorrectionDays(entry, today) : []));
}
