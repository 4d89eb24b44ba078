import { closeSync, lstatSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file to write: its path from the content folder, with forward slashes, and its text. */
export interface NewFile {
  file: string;
  text: string;
}

/** What writing would do with each file. */
export interface WritePlan {
  /** Not there yet. */
  created: NewFile[];
  /** There with exactly this text. */
  unchanged: NewFile[];
  /** There with another text, or not a plain file. */
  conflicts: NewFile[];
}

/** A link, or something else, stands where a folder or a plain file is needed. Nothing was written. */
export class BlockedError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`${path} is in the way: not a plain file or folder`);
    this.path = path;
  }
}

/** Looks, and writes nothing. Throws BlockedError where a folder above a file is none. */
export function planFiles(root: string, files: readonly NewFile[]): WritePlan {
  const plan: WritePlan = { created: [], unchanged: [], conflicts: [] };
  for (const item of files) {
    checkFolders(root, item.file);
    const path = join(root, item.file);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) plan.created.push(item);
    else if (found.isFile() && readFileSync(path, 'utf8') === item.text) plan.unchanged.push(item);
    else plan.conflicts.push(item);
  }
  return plan;
}

/**
 * Writes what is new; nothing at all where a file would be overwritten, unless `isForced`. Never follows a link
 * and never writes over something that is not a plain file. All files or none: where one cannot be written, the others
 * are put back as they were.
 */
export function writeFiles(root: string, files: readonly NewFile[], isForced = false): WritePlan {
  const plan = planFiles(root, files);
  if (plan.conflicts.length > 0 && !isForced) return plan;
  for (const { file } of plan.conflicts) {
    if (!lstatSync(join(root, file)).isFile()) throw new BlockedError(join(root, file));
  }
  const undo: (() => void)[] = [];
  try {
    for (const { file, text } of plan.created) {
      const path = join(root, file);
      mkdirSync(dirname(path), { recursive: true });
      // Fails where somebody else made the file in the meantime, and leaves theirs.
      closeSync(openSync(path, 'wx'));
      undo.push(() => rmSync(path));
      writeFileSync(path, text);
    }
    for (const { file, text } of plan.conflicts) {
      const path = join(root, file);
      const before = readFileSync(path);
      undo.push(() => writeFileSync(path, before));
      writeFileSync(path, text);
    }
  } catch (error) {
    for (const putBack of undo.reverse()) putBack();
    throw error;
  }
  return plan;
}

/** Every folder between the root and a file is a folder, as far as it is there. */
function checkFolders(root: string, file: string): void {
  const names = file.split('/').slice(0, -1);
  for (const index of names.keys()) {
    const path = join(root, ...names.slice(0, index + 1));
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return;
    if (!found.isDirectory()) throw new BlockedError(path);
  }
}
