import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindTyped } from '#domain/checks/check-changes.ts';
import type { Entry } from '#domain/entry.ts';
import type { ReadSide } from '#domain/impact/prepare-sides.ts';
import type { Issue } from '#domain/issue.ts';
import { classifyPath } from './content-path.ts';
import { withContent } from './git-content.ts';
import { type ChangedFiles, listChanges, listFollowed } from './git-digests.ts';
import { readContent } from './read-content.ts';
import type { CheckedRevision, OpenRange } from './read-revision.ts';
import { findLine } from './run-git.ts';

/** What two states differ in: the indicators and calendars touched, as they were and as they are. */
export interface Difference {
  base: ReadSide;
  head: ReadSide;
  findTyped: FindTyped;
}

type Texts = ReadonlyMap<string, string>;

/** Entries of some files, what is wrong with others, and the texts of those entries. */
interface ReadPart {
  entries: Entry[];
  issues: Issue[];
  texts: Texts;
}

const NOTHING: ReadPart = { entries: [], issues: [], texts: new Map() };

/**
 * Reads of both sides only the settings and the folders in which the base does not hold letter for letter what the head,
 * which is checked already, holds. Undefined where the base has no content: nothing was published.
 */
export function readDifference(range: OpenRange, head: CheckedRevision, content: string): Difference | undefined {
  const { base: from, git, prefix } = range;
  if (findLine(git, ['rev-parse', '--verify', '--quiet', `${from.commit}:${prefix}`]) === undefined) return undefined;
  const { changed, added } = findChanges(range, head);
  const folders = new Set([...changed, ...added].filter(isReport).map(getFolder));
  const touched = readFolders(range, content, folders);
  const base = readFiles(range, from.commit, [...changed]);
  const entries = [...head.settings.entries, ...touched.entries];
  const texts = { base: base.texts, head: touched.texts };
  return {
    base: {
      entries: [...base.entries, ...entries.filter(({ file }) => !added.has(file) && !changed.has(file))],
      attachments: [],
      issues: base.issues.filter(({ file }) => changed.has(file)),
    },
    head: { entries, issues: [...head.settings.issues, ...touched.issues], attachments: [] },
    findTyped: (side, file, [line, column]) => findNumber(texts[side].get(file), line, column),
  };
}

/** Entries in which the two sides differ. What the head has and cannot read is gone from it, whatever git says of its bytes. */
function findChanges({ git, prefix, base, head }: OpenRange, { held, isRead }: CheckedRevision): ChangedFiles {
  const commit = head.revision === undefined ? undefined : head.commit;
  const files = listChanges(git, prefix, base.commit, commit);
  const added = new Set([...files.added].filter(isEntry));
  const unread = listFollowed(git, prefix, commit).filter(
    (file) => !held.has(file) && !added.has(file) && isEntry(file) && isRead(getFolder(file)),
  );
  return { added, changed: new Set([...[...files.changed].filter(isEntry), ...unread]) };
}

/** What stands in some folders of the head. */
function readFolders(range: OpenRange, content: string, folders: ReadonlySet<string>): ReadPart {
  if (folders.size === 0) return NOTHING;
  if (range.head.revision !== undefined) return readFiles(range, range.head.commit, [...folders]);
  const outer = new Set([...folders].flatMap(listOuter));
  const { entries, issues } = readContent(content, { isWanted: (folder) => folders.has(folder) || outer.has(folder) });
  const isWanted = ({ file }: { file: string }) => isReport(file) && folders.has(getFolder(file));
  const written = entries.filter(isWanted);
  return { entries: written, issues: issues.filter(isWanted), texts: readAll(content, written) };
}

/** What stands at some paths of a commit. Without a cache: it would forget every file that is not among them. */
function readFiles({ git, prefix }: OpenRange, commit: string, part: readonly string[]): ReadPart {
  if (part.length === 0) return NOTHING;
  return withContent(
    git,
    commit,
    prefix,
    (extracted) => {
      if (extracted === undefined) return NOTHING;
      const { entries, issues } = readContent(extracted.folder);
      return { entries, issues, texts: readAll(extracted.folder, entries) };
    },
    part,
  );
}

function readAll(folder: string, entries: readonly Entry[]): Texts {
  return new Map(entries.map(({ file }) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** The number that begins at a place, as it is typed there: 25.50. */
function findNumber(text: string | undefined, line: number, column: number): string | undefined {
  return /^-?\d+(\.\d+)?/.exec(text?.split('\n')[line - 1]?.slice(column - 1) ?? '')?.[0];
}

function isEntry(file: string): boolean {
  return classifyPath(file).is === 'entry';
}

function isReport(file: string): boolean {
  return file.startsWith('reports/');
}

/** The folders that a folder lies in. */
function listOuter(folder: string): string[] {
  const names = folder.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}

function getFolder(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}
