import type { ReadSide } from '#domain/impact/prepare-sides.ts';
import { type CheckedContent, type CheckOptions, checkContent } from './check-content.ts';
import { type LeftOut, withContent } from './git-content.ts';
import { listDigests } from './git-digests.ts';
import { findRange, type Range, type RangeProblem, type RangeWishes } from './git-range.ts';
import { type ReadOptions, readContent } from './read-content.ts';
import { createGit, findLine, type RunGit } from './run-git.ts';
import { getToday } from './today.ts';

/** A state of the content as read, with what could not be taken from git. */
export interface ReadRevision extends ReadSide {
  /** Set where the revision has no content folder. */
  isEmpty: boolean;
  leftOut: LeftOut[];
  /** Objects of git by path from the content folder. */
  digests: ReadonlyMap<string, string>;
  files: number;
}

/** Two states to compare, and git at the top of their repository. */
export interface OpenRange extends Range {
  git: RunGit;
}

/** Opens the repository that a content folder lies in, or says why two states of it cannot be compared. */
export function openRange(content: string, wishes: RangeWishes): OpenRange | RangeProblem {
  const range = findRange(createGit(content), wishes);
  return 'problem' in range ? range : { ...range, git: createGit(range.root) };
}

/** Reads where a range ends: its commit, or `content` as it stands on disk. */
export function readHead({ git, prefix, head }: OpenRange, content: string, reading: ReadOptions): ReadRevision {
  if (head.revision !== undefined) return readRevision(git, head.commit, prefix, reading);
  const { entries, attachments, issues, counts } = readContent(content, reading);
  const digests = listDigests(git, prefix);
  return { entries, attachments, issues, files: counts.files, isEmpty: false, leftOut: [], digests };
}

/** A state of the content, or a part of it, as checked. */
export interface CheckedRevision extends CheckedContent {
  /** Set where the revision has no content folder. */
  isEmpty: boolean;
}

/** Checks where a range ends: its commit, or `content` as it stands on disk. */
export function checkHead({ git, prefix, head }: OpenRange, content: string, options: CheckOptions): CheckedRevision {
  if (head.revision === undefined) return { ...checkContent(content, options), isEmpty: false };
  return withContent(git, head.commit, prefix, (extracted) => {
    if (extracted === undefined) return NOTHING;
    return { ...checkContent(extracted.folder, options), isEmpty: false };
  });
}

const NOTHING: CheckedRevision = {
  issues: [],
  settings: { entries: [], issues: [] },
  dated: [],
  held: new Set(),
  isRead: () => true,
  files: 0,
  isEmpty: true,
};

/** Reads all content of a commit. */
export function readRevision(git: RunGit, commit: string, prefix: string, reading: ReadOptions): ReadRevision {
  return withContent(git, commit, prefix, (extracted) => {
    const nothing = { entries: [], attachments: [], issues: [], leftOut: [], digests: new Map(), files: 0 };
    if (extracted === undefined) return { ...nothing, isEmpty: true };
    const { entries, attachments, issues, counts } = readContent(extracted.folder, reading);
    const digests = new Map(extracted.files.map(({ file, digest }) => [file, digest]));
    const { leftOut } = extracted;
    return { entries, attachments, issues, files: counts.files, isEmpty: false, leftOut, digests };
  });
}

/** The day that statuses of a commit hold for: the setting, else the day it was made. */
export function findDayOf(git: RunGit, commit: string, timeZone: string, setting: string | undefined): string {
  const commitTime = () => {
    const seconds = findLine(git, ['log', '-1', '--format=%ct', commit]);
    return seconds === undefined ? undefined : Number(seconds);
  };
  return getToday(timeZone, { setting, commitTime, now: () => new Date() }).day;
}
