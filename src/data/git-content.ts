import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { classifyPath } from './content-path.ts';
import { MOST_BYTES } from './file-size.ts';
import { SIGNATURE_BYTES } from './file-type.ts';
import { getReason } from './list-files.ts';
import type { RunGit } from './run-git.ts';

/** A file as a revision holds it. */
export interface TreeFile {
  /** Path from the listed folder, with forward slashes. */
  file: string;
  kind: 'file' | 'link' | 'module';
  /** Name of the object that holds its bytes. */
  digest: string;
  bytes: number;
}

/** What could not be laid down as it stands in the revision. */
export interface LeftOut {
  file: string;
  /** module: another repository · missing: its bytes are not here · name: not one on this system · else the system's short word (EACCES). */
  reason: string;
}

/** A revision's content on disk, in a folder of its own. */
export interface ExtractedContent {
  folder: string;
  files: TreeFile[];
  leftOut: LeftOut[];
}

/** Bytes asked of git at once. */
const BATCH_BYTES = 32 * 1024 * 1024;

/** Where a link of the revision leads here: nowhere. The checker refuses it as a link either way. */
const NOWHERE = 'link-of-the-revision';

/**
 * Lays a revision's content into a temporary folder, hands it to `use` and removes it, whatever happens. Reading it
 * tells the same as reading a checkout: entries are whole, evidence has its first bytes and its size, links are
 * links that lead nowhere. `prefix` is the content folder in the repository ('' for the repository itself); git must
 * stand at the top of the repository. Undefined where the revision has no such folder. Of a part only the files and
 * folders with these paths are there.
 */
export function withContent<T>(
  git: RunGit,
  commit: string,
  prefix: string,
  use: (content: ExtractedContent | undefined) => T,
  part?: readonly string[],
): T {
  const files = listTree(git, commit, prefix, part);
  if (files === undefined) return use(undefined);
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-revision-'));
  try {
    return use({ folder, files, leftOut: writeTree(git, files, folder) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every file of a folder in a revision, or those at some paths; undefined where the revision has no such folder. */
export function listTree(
  git: RunGit,
  commit: string,
  prefix: string,
  part?: readonly string[],
): TreeFile[] | undefined {
  const list = (paths: readonly string[]) =>
    git(['ls-tree', '-r', '-z', '-l', '--full-tree', `${commit}:${prefix}`, '--', ...paths]);
  const parts =
    part === undefined
      ? [[]]
      : part.flatMap((_, at) => (at % MOST_PATHS === 0 ? [part.slice(at, at + MOST_PATHS)] : []));
  const runs = parts.map(list);
  if (runs.some(({ status }) => status !== 0)) return undefined;
  return runs
    .flatMap(({ stdout }) => stdout.toString('utf8').split('\0'))
    .flatMap((record) => {
      const [, mode = '', digest = '', size = '', file = ''] = RECORD.exec(record) ?? [];
      if (file === '') return [];
      const kind = mode === '160000' ? 'module' : mode === '120000' ? 'link' : 'file';
      return [{ file, kind, digest, bytes: size === '-' ? 0 : Number(size) } satisfies TreeFile];
    });
}

/** So many paths fit on a command line everywhere. */
const MOST_PATHS = 200;

/** Mode, type, object, size, a tab, the path. */
const RECORD = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)$/s;

/** Writes what a reader of content looks at. Names that begin with a dot are not read, so not written: no path leads out. */
function writeTree(git: RunGit, files: readonly TreeFile[], folder: string): LeftOut[] {
  const read = files.filter(({ file }) => file.split('/').every((name) => name !== '' && !name.startsWith('.')));
  const leftOut: LeftOut[] = read
    .filter(({ kind }) => kind === 'module')
    .map(({ file }) => ({ file, reason: 'module' }));
  const place = createPlacing(folder, leftOut);
  const plain = read.filter(({ kind }) => kind === 'file');
  const wanted = Map.groupBy(plain, (file) => (countWanted(file) === 0 ? '' : file.digest));
  for (const file of wanted.get('') ?? []) place(file, new Uint8Array());
  wanted.delete('');
  const sizes = [...wanted].map(([digest, [file]]) => ({ digest, bytes: file?.bytes ?? 0 }));
  readBlobs(git, sizes, (digest, bytes) => {
    for (const file of wanted.get(digest) ?? []) {
      if (bytes === undefined) leftOut.push({ file: file.file, reason: 'missing' });
      else place(file, bytes.subarray(0, countWanted(file)));
    }
  });
  // After the files: nothing is ever written through a link.
  for (const file of read) if (file.kind === 'link') place(file, undefined);
  return leftOut.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** How many of a file's bytes its reader looks at. */
function countWanted({ file, bytes }: TreeFile): number {
  const { is } = classifyPath(file);
  // Beyond the largest bound the checker refuses any file by its size alone.
  if (bytes > MOST_BYTES.attachment || is === 'refused') return 0;
  return is === 'attachment' ? Math.min(bytes, SIGNATURE_BYTES) : bytes;
}

/** Writes one file: its first bytes, the rest as a hole of its size; without bytes a link. */
function createPlacing(folder: string, leftOut: LeftOut[]) {
  const made = new Set<string>();
  return ({ file, bytes }: TreeFile, head: Uint8Array | undefined): void => {
    const path = join(folder, file);
    // Where a backslash parts folders a name could lead out.
    if (!path.startsWith(folder + sep)) {
      leftOut.push({ file, reason: 'name' });
      return;
    }
    try {
      if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
      made.add(dirname(path));
      if (head === undefined) {
        symlinkSync(NOWHERE, path);
        return;
      }
      const handle = openSync(path, 'wx');
      try {
        writeSync(handle, head);
        if (head.length !== bytes) ftruncateSync(handle, bytes);
      } finally {
        closeSync(handle);
      }
    } catch (error) {
      leftOut.push({ file, reason: getReason(error) });
    }
  };
}

/** Reads objects in batches of bounded size; an object that is not here is told without bytes. */
export function readBlobs(
  git: RunGit,
  blobs: readonly { digest: string; bytes: number }[],
  tell: (digest: string, bytes: Uint8Array | undefined) => void,
): void {
  let batch: string[] = [];
  let size = 0;
  const flush = () => {
    if (batch.length > 0) readBatch(git(['cat-file', '--batch'], `${batch.join('\n')}\n`).stdout, batch, tell);
    [batch, size] = [[], 0];
  };
  for (const { digest, bytes } of blobs) {
    if (size + bytes > BATCH_BYTES) flush();
    batch.push(digest);
    size += bytes;
  }
  flush();
}

/** Answers in the order of the questions: "object type size", a line break, the bytes, a line break. */
function readBatch(
  answer: Buffer,
  digests: readonly string[],
  tell: (digest: string, bytes: Uint8Array | undefined) => void,
): void {
  let at = 0;
  for (const digest of digests) {
    const end = answer.indexOf(10, at);
    const [, type, size] = end < 0 ? [] : answer.toString('latin1', at, end).split(' ');
    at = end < 0 ? at : end + 1;
    if (type !== 'blob') {
      tell(digest, undefined);
      continue;
    }
    tell(digest, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
}
