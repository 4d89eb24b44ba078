import { checkContent, type CheckOptions as Reading } from '#data/check-content.ts';
import { readDifference } from '#data/read-difference.ts';
import { checkHead, findDayOf, type OpenRange, openRange } from '#data/read-revision.ts';
import { getToday } from '#data/today.ts';
import { checkChanges, mergeIssues } from '#domain/checks/check-changes.ts';
import { checkCorrectionDays } from '#domain/checks/check-corrections.ts';
import type { Entry } from '#domain/entry.ts';
import type { WrittenEntry } from '#domain/impact/compare-entries.ts';
import type { Issue } from '#domain/issue.ts';
import { explainRange, RangeFailure } from '../range.ts';
import type { CheckOptions } from './options.ts';

/** What was read and what was found in it. */
export interface Found {
  /** By file and place. */
  issues: Issue[];
  files: number;
}

/**
 * Everything that is wrong with the content as it stands, or with the part of it that is asked for, and with the way it came
 * from the base where one is named. Throws RangeFailure.
 */
export function findIssues(options: CheckOptions, reading: Reading = {}): Found {
  const { content, today, paths } = options;
  if (options.base !== undefined) return holdAgainstBase(options, { ...reading, paths });
  const { settings, dated, issues, files } = checkContent(content, { ...reading, paths });
  const days = checkDays(dated, findPresentDay(settings.entries, today));
  return { issues: mergeIssues([...issues, ...days], []), files };
}

function holdAgainstBase(options: CheckOptions, reading: Reading): Found {
  const { content, language } = options;
  const range = openRange(content, options);
  if ('problem' in range) throw new RangeFailure(explainRange(range, content, 'check', language));
  const head = checkHead(range, content, reading);
  const today = findDay(range, head.settings.entries, options.today);
  const difference = readDifference(range, head, content);
  const changes = difference === undefined ? [] : checkChanges({ ...difference, today });
  const missing: Issue[] = head.isEmpty ? [{ code: 'CW109', file: 'site.yaml', line: 1, column: 1 }] : [];
  const present = [...missing, ...head.issues, ...checkDays(head.dated, today)];
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

function checkDays(dated: readonly WrittenEntry[], today: string): Issue[] {
  return dated.flatMap((entry) => checkCorrectionDays(entry, today));
}
