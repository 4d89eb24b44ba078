import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment } from '#domain/entry.ts';
import type { Issue } from '#domain/issue.ts';
import type { ClassifiedPath, ContentPath } from './content-path.ts';
import { decodeText } from './decode-text.ts';
import { getSizeKind, MOST_BYTES } from './file-size.ts';
import { findFileType, SIGNATURE_BYTES } from './file-type.ts';
import { type FoundFile, getReason } from './list-files.ts';
import { type ParsedEntry, parseEntry } from './parse-entry.ts';
import { spend } from './phases.ts';

/** Why a file is not even opened, if there is a reason. */
export function findRefusal(item: FoundFile, classified: ClassifiedPath): Issue | undefined {
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

/** All bytes of a file, or that it cannot be read. */
export function readBytes(root: string, file: string): Buffer | Issue {
  try {
    return readFileSync(join(root, file));
  } catch (error) {
    return reportUnreadable(file, error);
  }
}

/** An entry from the bytes of its file, with every issue of it alone. */
export function parseBytes(path: ContentPath, bytes: Buffer): ParsedEntry {
  const { file } = path;
  const { text, problems } = decodeText(bytes);
  const issues = problems.map((problem): Issue => ({ file, ...problem }));
  if (text === undefined) return { issues };
  const parsed = spend('parse', () => parseEntry(path, text));
  if (problems.length === 0) return parsed;
  const draft = parsed.entry ?? parsed.draft;
  return { ...(draft === undefined ? {} : { draft }), issues: [...issues, ...parsed.issues] };
}

/** SHA-256 of a file's path, NUL and bytes, base64url. */
export function getBytesDigest(file: string, bytes: Buffer): string {
  return createHash('sha256').update(file).update('\0').update(bytes).digest('base64url');
}

/** What a file beside entries is by its first bytes, or that it cannot be read. */
export function readAttachment(root: string, { file, bytes }: FoundFile): Attachment | Issue {
  const head = new Uint8Array(SIGNATURE_BYTES);
  try {
    const handle = openSync(join(root, file), 'r');
    try {
      readSync(handle, head, 0, SIGNATURE_BYTES, 0);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return reportUnreadable(file, error);
  }
  return { file, type: findFileType(head), bytes };
}

function reportUnreadable(file: string, error: unknown): Issue {
  return { code: 'CW108', file, line: 1, column: 1, params: { seen: getReason(error) } };
}
