import type { Dataset } from '#domain/dataset.ts';
import type { NewFile } from '../write/write-files.ts';
import type { Note } from './words.ts';

/** What a command is going to write, and what the person should know of it. Nothing is written by making one. */
export interface Plan {
  files: NewFile[];
  /** Evidence that a carried text shows, by path from the content folder. */
  copies: { from: string; to: string }[];
  /** Stubs that are filled, with the text they had: the only files that may be written over, and only while they have it. */
  fills: NewFile[];
  /** Files that are there already with another text: left as they are. */
  kept: string[];
  notes: Note[];
  /** What to do next. */
  next: Note[];
}

/** What plans are made from. */
export interface ContentSource {
  dataset: Dataset;
  /** The text of a file by its path from the content folder; undefined where there is none. */
  findText: (file: string) => string | undefined;
}

export function buildPlan(parts: Partial<Plan>): Plan {
  return { files: [], copies: [], fills: [], kept: [], notes: [], next: [], ...parts };
}
