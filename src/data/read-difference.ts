import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindTyped } from '#domain/checks/check-changes.ts';
import type { Entry } from '#domain/entry.ts';
import type { ReadSide } from '#domain/impact/prepare-sides.ts';
import { classifyPath } from './content-path.ts';
import { listTree, withContent } from './git-content.ts';
import { readContent } from './read-content.ts';
import type { OpenRange, ReadRevision } from './read-revision.ts';

/** What two states differ in: the indicators and calendars touched, as they were and as they are. */
export interface Difference {
  base: ReadSide;
  head: ReadSide;
  findTyped: FindTyped;
}

type Texts = ReadonlyMap<string, string>;

/**
 * Reads of the base only what the head, which is read already, does not hold letter for letter. Undefined where the base
 * has no content: nothing was published.
 */
export function readDifference(range: OpenRange, head: ReadRevision, content: string): Difference | undefined {
  const { git, prefix } = range;
  const tree = listTree(git, range.base.commit, prefix);
  if (tree === undefined) return undefined;
  const held = new Set(head.entries.map(({ file }) => file));
  // A file that is on disk no more may still be known to git: what counts is that it was read.
  const isSame = (file: string, digest: string) => held.has(file) && head.digests.get(file) === digest;
  const old = tree.filter(({ file }) => classifyPath(file).is === 'entry');
  const changed = new Set(old.filter(({ file, digest }) => !isSame(file, digest)).map(({ file }) => file));
  const known = new Set(old.map(({ file }) => file));
  const added = head.entries.filter(({ file }) => !known.has(file)).map(({ file }) => file);
  const folders = new Set([...changed, ...added].map(getFolder));
  const isTouched = (file: string) => !file.startsWith('reports/') || folders.has(getFolder(file));
  const touched = {
    entries: head.entries.filter(({ file }) => isTouched(file)),
    issues: head.issues.filter(({ file }) => isTouched(file)),
  };
  const base = readFiles(range, range.base.commit, changed);
  const kept = (file: string) => known.has(file) && !changed.has(file);
  const texts = { base: base.texts, head: readTexts(range, content, touched.entries) };
  return {
    base: {
      entries: [...base.entries, ...touched.entries.filter(({ file }) => kept(file))],
      attachments: [],
      issues: base.issues.filter(({ file }) => changed.has(file)),
    },
    head: { ...touched, attachments: [] },
    findTyped: (side, file, [line, column]) => findNumber(texts[side].get(file), line, column),
  };
}

/** Entries of some files of a commit, with their texts. Without a cache: it would forget every file that is not among them. */
function readFiles({ git, prefix }: OpenRange, commit: string, files: ReadonlySet<string>) {
  if (files.size === 0) return { entries: [], issues: [], texts: new Map<string, string>() };
  return withContent(
    git,
    commit,
    prefix,
    (extracted) => {
      if (extracted === undefined) return { entries: [], issues: [], texts: new Map<string, string>() };
      const { entries, issues } = readContent(extracted.folder);
      return { entries, issues, texts: readAll(extracted.folder, entries) };
    },
    ({ file }) => files.has(file),
  );
}

function readTexts(range: OpenRange, content: string, entries: readonly Entry[]): Texts {
  const written = entries.filter(({ file }) => file.startsWith('reports/'));
  if (range.head.revision === undefined) return readAll(content, written);
  return readFiles(range, range.head.commit, new Set(written.map(({ file }) => file))).texts;
}

function readAll(folder: string, entries: readonly Entry[]): Texts {
  return new Map(entries.map(({ file }) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** The number that begins at a place, as it is typed there: 25.50. */
function findNumber(text: string | undefined, line: number, column: number): string | undefined {
  return /^-?\d+(\.\d+)?/.exec(text?.split('\n')[line - 1]?.slice(column - 1) ?? '')?.[0];
}

function getFolder(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}
