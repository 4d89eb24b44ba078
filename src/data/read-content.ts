import { checkTogether } from '#domain/checks/check-dataset.ts';
import { buildDataset, type Dataset } from '#domain/dataset.ts';
import type { Attachment, Entry } from '#domain/entry.ts';
import { getOrAdd } from '#domain/get-or-add.ts';
import { compareIssues, type Issue } from '#domain/issue.ts';
import { type ContentPath, classifyPath } from './content-path.ts';
import { dropConsequences } from './drop-consequences.ts';
import { EntryCache } from './entry-cache.ts';
import { getNamedDigest } from './file-digests.ts';
import { listFiles } from './list-files.ts';
import type { ParsedEntry } from './parse-entry.ts';
import { spend } from './phases.ts';
import { findRefusal, getBytesDigest, parseBytes, readAttachment, readBytes } from './read-file.ts';

/** Everything in `content/`, with every issue of every file. */
export interface Content {
  entries: Entry[];
  attachments: Attachment[];
  dataset: Dataset;
  /** By file and place. */
  issues: Issue[];
  /** How many files were read, and how many of them came from the cache. */
  counts: { files: number; cached: number };
  /** By path of each entry's file that could be read: SHA-256 of its path, NUL and bytes, base64url. */
  digests: ReadonlyMap<string, string>;
  /** The same of any file, also of one beside entries, which is then read in pieces. Throws where it is gone. */
  getDigest: (file: string) => string;
}

export interface ReadOptions {
  /** Folder for parsed entries between runs; none without it. */
  cache?: string | undefined;
  /** Told now and then how far the reading is. */
  onProgress?: (done: number, all: number) => void;
  /** Which folders are read; all without it. Of a part the cache keeps nothing: it would forget the rest. */
  isWanted?: (folder: string) => boolean;
}

/** The one reader of `content/`: the Astro loader and all scripts come here. Never throws for bad content. */
export function readContent(root: string, options: ReadOptions = {}): Content {
  return spend('read', () => readAll(root, options));
}

/** The same of what lies outside `reports/`: the site, calendars, plans and agencies, which are few. */
export function readSettings(root: string): Content {
  return readContent(root, { isWanted: (folder) => folder !== 'reports' });
}

function readAll(root: string, options: ReadOptions): Content {
  const cache = new EntryCache(options.isWanted === undefined ? options.cache : undefined);
  const found = listFiles(root, options.isWanted);
  const entries: Entry[] = [];
  const drafts: Entry[] = [];
  const attachments: Attachment[] = [];
  const own: Issue[] = [];
  const refused = new Set<string>();
  const digests = new Map<string, string>();
  found.forEach((item, index) => {
    if (index % 500 === 0) options.onProgress?.(index, found.length);
    const classified = classifyPath(item.file);
    const part = classified.is === 'refused' ? `${classified.code} ${classified.part}` : item.file;
    const refusal = findRefusal(item, classified);
    if (refusal !== undefined) {
      if (!refused.has(part)) own.push(refusal);
      refused.add(part);
    } else if (classified.is === 'attachment') {
      const read = readAttachment(root, item);
      if ('code' in read) own.push(read);
      else attachments.push(read);
    } else if (classified.is === 'entry') {
      const { entry, draft, issues } = readEntry(root, classified.path, cache, digests);
      own.push(...issues);
      if (entry !== undefined) entries.push(entry);
      if (draft !== undefined) drafts.push(draft);
    }
  });
  options.onProgress?.(found.length, found.length);
  cache.save();
  if (!found.some(({ file }) => file === 'site.yaml'))
    own.push({ code: 'CW109', file: 'site.yaml', line: 1, column: 1 });

  const dataset = buildDataset(entries, attachments);
  // Fields are held against each other even where the text beside them is not in order yet.
  const checked = drafts.length === 0 ? dataset : buildDataset([...entries, ...drafts], attachments);
  const issues = [
    ...own,
    ...dropConsequences(
      spend('check', () => checkTogether(checked)),
      own,
      found,
    ),
  ].sort(compareIssues);
  const counts = { files: found.length, cached: cache.hits };
  return { entries, attachments, dataset, issues, counts, digests, getDigest: createDigests(root, digests) };
}

/** Digests of any file: those known from the reading, others when they are first asked for. */
function createDigests(root: string, known: ReadonlyMap<string, string>): (file: string) => string {
  const others = new Map<string, string>();
  return (file) => known.get(file) ?? getOrAdd(others, file, () => getNamedDigest(root, file));
}

function readEntry(root: string, path: ContentPath, cache: EntryCache, digests: Map<string, string>): ParsedEntry {
  const { file } = path;
  const bytes = readBytes(root, file);
  if ('code' in bytes) return { issues: [bytes] };
  const digest = getBytesDigest(file, bytes);
  digests.set(file, digest);
  return cache.get(file, digest, () => parseBytes(path, bytes));
}
