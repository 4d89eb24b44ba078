import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Looks, and writes nothing. */
export function planFiles(root: string, files: readonly NewFile[]): WritePlan {
  const plan: WritePlan = { created: [], unchanged: [], conflicts: [] };
  for (const item of files) {
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
 * and never writes over something that is not a plain file.
 */
export function writeFiles(root: string, files: readonly NewFile[], isForced = false): WritePlan {
  const plan = planFiles(root, files);
  if (plan.conflicts.length > 0 && !isForced) return plan;
  for (const { file, text } of plan.created) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text, { flag: 'wx' });
  }
  for (const { file, text } of plan.conflicts) {
    const path = join(root, file);
    if (!lstatSync(path).isFile()) throw new Error(`${path} is not a plain file`);
    writeFileSync(path, text);
  }
  return plan;
}
