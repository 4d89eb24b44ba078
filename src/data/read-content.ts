import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { checkTogether } from '#domain/checks/check-dataset.ts';
import { buildDataset, type Dataset } from '#domain/dataset.ts';
import type { Attachment, Entry } from '#domain/entry.ts';
import { compareIssues, type Issue } from '#domain/issue.ts';
import { type ClassifiedPath, type ContentPath, classifyPath } from './content-path.ts';
import { decodeText } from './decode-text.ts';
import { dropConsequences } from './drop-consequences.ts';
import { EntryCache } from './entry-cache.ts';
import { getSizeKind, MOST_BYTES } from './file-size.ts';
import { findFileType, SIGNATURE_BYTES } from './file-type.ts';
import { type FoundFile, getReason, listFiles } from './list-files.ts';
import { type ParsedEntry, parseEntry } from './parse-entry.ts';

/** Everything in `content/`, with every issue of every file. */
export interface Content {
  entries: Entry[];
  attachments: Attachment[];
  dataset: Dataset;
  /** By file and place. */
  issues: Issue[];
  /** How many files were read, and how many of them came from the cache. */
  counts: { files: number; cached: number };
}

export interface ReadOptions {
  /** Folder for parsed entries between runs; none without it. */
  cache?: string | undefined;
  /** Told now and then how far the reading is. */
  onProgress?: (done: number, all: number) => void;
}

/** The one reader of `content/`: the Astro loader and all scripts come here. Never throws for bad content. */
export function readContent(root: string, options: ReadOptions = {}): Content {
  const cache = new EntryCache(options.cache);
  const found = listFiles(root);
  const entries: Entry[] = [];
  const drafts: Entry[] = [];
  const attachments: Attachment[] = [];
  const own: Issue[] = [];
  const refused = new Set<string>();
  found.forEach((item, index) => {
    if (index % 500 === 0) options.onProgress?.(index, found.length);
    const classified = classifyPath(item.file);
    const part = classified.is === 'refused' ? `${classified.code} ${classified.part}` : item.file;
    const refusal = refuse(item, classified);
    if (refusal !== undefined) {
      if (!refused.has(part)) own.push(refusal);
      refused.add(part);
    } else if (classified.is === 'attachment') {
      const read = readAttachment(root, item);
      if ('code' in read) own.push(read);
      else attachments.push(read);
    } else if (classified.is === 'entry') {
      const { entry, draft, issues } = readEntry(root, classified.path, cache);
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
  const issues = [...own, ...dropConsequences(checkTogether(checked), own, found)].sort(compareIssues);
  return { entries, attachments, dataset, issues, counts: { files: found.length, cached: cache.hits } };
}

function refuse(item: FoundFile, classified: ClassifiedPath): Issue | undefined {
  const at = { file: item.file, line: 1, column: 1 };
  if (item.isLink) return { code: 'CW102', ...at };
  if (classified.is === 'refused') return { code: classified.code, ...at, params: classified.params };
  if (item.failure !== undefined) return { code: 'CW108', ...at, params: { seen: item.failure } };
  const kind = getSizeKind(item.file, classified);
  if (item.bytes <= MOST_BYTES[kind]) return undefined;
  return {
    code: 'CW103',
    ...at,
    params: { seen: Math.ceil(item.bytes / 1024), most: MOST_BYTES[kind] / 1024, reason: kind },
  };
}

function readEntry(root: string, path: ContentPath, cache: EntryCache): ParsedEntry {
  const { file } = path;
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, file));
  } catch (error) {
    return { issues: [unreadable(file, error)] };
  }
  const digest = createHash('sha256').update(file).update('\0').update(bytes).digest('base64url');
  return cache.get(file, digest, () => {
    const { text, problems } = decodeText(bytes);
    const issues = problems.map((problem): Issue => ({ file, ...problem }));
    if (text === undefined) return { issues };
    const parsed = parseEntry(path, text);
    if (problems.length === 0) return parsed;
    const draft = parsed.entry ?? parsed.draft;
    return { ...(draft === undefined ? {} : { draft }), issues: [...issues, ...parsed.issues] };
  });
}

function readAttachment(root: string, { file, bytes }: FoundFile): Attachment | Issue {
  const head = new Uint8Array(SIGNATURE_BYTES);
  try {
    const handle = openSync(join(root, file), 'r');
    try {
      readSync(handle, head, 0, SIGNATURE_BYTES, 0);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return unreadable(file, error);
  }
  return { file, type: findFileType(head), bytes };
}

function unreadable(file: string, error: unknown): Issue {
  return { code: 'CW108', file, line: 1, column: 1, params: { seen: getReason(error) } };
}
