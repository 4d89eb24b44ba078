import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { checkTogether } from '#domain/checks/check-dataset.ts';
import { buildDataset, type Dataset } from '#domain/dataset.ts';
import type { Attachment, Entry } from '#domain/entry.ts';
import { compareIssues, type Issue, isError } from '#domain/issue.ts';
import { type ClassifiedPath, classifyPath } from './content-path.ts';
import { EntryCache } from './entry-cache.ts';
import { findFileType, SIGNATURE_BYTES } from './file-type.ts';
import { type FoundFile, listFiles } from './list-files.ts';
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

const MOST_ENTRY_BYTES = 256 * 1024;
const MOST_ATTACHMENT_BYTES = 20 * 1024 * 1024;

/** The one reader of `content/`: the Astro loader and all scripts come here. Never throws for bad content. */
export function readContent(root: string, options: ReadOptions = {}): Content {
  const cache = new EntryCache(options.cache);
  const found = listFiles(root);
  const entries: Entry[] = [];
  const attachments: Attachment[] = [];
  const issues: Issue[] = [];
  found.forEach((item, index) => {
    if (index % 500 === 0) options.onProgress?.(index, found.length);
    const classified = classifyPath(item.file);
    const refusal = refuse(item, classified);
    if (refusal !== undefined) issues.push(refusal);
    else if (classified.is === 'attachment') attachments.push(readAttachment(root, item));
    else if (classified.is === 'entry') {
      const parsed = readEntry(root, classified.path, cache);
      issues.push(...parsed.issues);
      if (parsed.entry !== undefined) entries.push(parsed.entry);
    }
  });
  options.onProgress?.(found.length, found.length);
  cache.save();
  if (!found.some(({ file }) => file === 'site.yaml'))
    issues.push({ code: 'CW109', file: 'site.yaml', line: 1, column: 1 });

  const dataset = buildDataset(entries, attachments);
  issues.push(...dropConsequences(checkTogether(dataset), issues, found));
  issues.sort(compareIssues);
  return { entries, attachments, dataset, issues, counts: { files: found.length, cached: cache.hits } };
}

function refuse(item: FoundFile, classified: ClassifiedPath): Issue | undefined {
  const at = { file: item.file, line: 1, column: 1 };
  if (item.isLink) return { code: 'CW102', ...at };
  if (classified.is === 'refused')
    return { code: classified.code, ...at, params: { seen: item.file.split('/').at(-1) ?? '' } };
  const most = classified.is === 'attachment' ? MOST_ATTACHMENT_BYTES : MOST_ENTRY_BYTES;
  if (item.bytes <= most) return undefined;
  return { code: 'CW103', ...at, params: { seen: Math.ceil(item.bytes / 1024), most: most / 1024 } };
}

function readEntry(root: string, path: Parameters<typeof parseEntry>[0], cache: EntryCache): ParsedEntry {
  const at = { file: path.file, line: 1, column: 1 };
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, path.file));
  } catch (error) {
    return {
      issues: [{ code: 'CW108', ...at, params: { seen: error instanceof Error ? error.message : String(error) } }],
    };
  }
  const digest = createHash('sha256').update(path.file).update('\0').update(bytes).digest('base64url');
  return cache.get(path.file, digest, () => {
    const text = decode(bytes);
    if (typeof text === 'string') return parseEntry(path, text);
    return { issues: [{ code: text.code, file: path.file, line: text.line, column: 1 }] };
  });
}

/** Strict UTF-8 without byte order mark; line ends become LF. */
function decode(bytes: Buffer): string | { code: 'CW104' | 'CW105'; line: number } {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return { code: 'CW105', line: 1 };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const damaged = text.search(/[\uFFFD\0]/);
    if (damaged >= 0) return { code: 'CW104', line: text.slice(0, damaged).split('\n').length };
    return text.replace(/\r\n/g, '\n');
  } catch {
    return { code: 'CW104', line: countValidLines(bytes) };
  }
}

/** The line on which the first byte sequence stands that is not UTF-8. */
function countValidLines(bytes: Buffer): number {
  const lines = bytes.toString('utf8').split('\n');
  const index = lines.findIndex((line) => line.includes('\uFFFD'));
  return index < 0 ? 1 : index + 1;
}

function readAttachment(root: string, item: FoundFile): Attachment {
  const head = new Uint8Array(SIGNATURE_BYTES);
  const handle = openSync(join(root, item.file), 'r');
  readSync(handle, head, 0, SIGNATURE_BYTES, 0);
  closeSync(handle);
  return { file: item.file, type: findFileType(head), bytes: item.bytes };
}

/** A report is no orphan, an agency not unknown, when the file it misses is there and only cannot be read yet. */
function dropConsequences(together: Issue[], own: Issue[], found: FoundFile[]): Issue[] {
  const broken = new Set(own.filter(isError).map((issue) => issue.file));
  const files = new Set(found.map(({ file }) => file));
  return together.filter((issue) => {
    const [, year, agency, slug] = issue.file.split('/');
    if (issue.code === 'CW506') return !files.has(`reports/${year}/${agency}/${slug}/indicator.mdx`);
    if (issue.code === 'CW501') return !broken.has(`agencies/${agency}.yaml`);
    if (issue.code === 'CW505') return !broken.has(`calendar/${year}.yaml`);
    if (issue.code === 'CW502' || issue.code === 'CW503')
      return !broken.has(`plan/${issue.params?.plan ?? issue.params?.seen}.yaml`);
    if (issue.code === 'CW515') return !own.some((other) => isError(other) && sameFolder(other.file, issue.file));
    return true;
  });
}

function sameFolder(a: string, b: string): boolean {
  return a.slice(0, a.lastIndexOf('/')) === b.slice(0, b.lastIndexOf('/'));
}
