import { z } from 'zod';
import { formatIntegrity, INTEGRITY_FILE, INTEGRITY_VERSION } from '#exports/integrity.ts';
import { type Difference, describeSpelling } from './difference.ts';
import { locateIssue, parseJson } from './parse-json.ts';

/** A path that stays below the site: no empty, dotted or upward part, no drive. */
const path = z.string().regex(/^(?!.*(^|\/)(\.{1,2})?(\/|$))[^\\:]+$/s);

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const schema = z.strictObject({
  version: z.literal(INTEGRITY_VERSION),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .optional(),
  edited: z.literal(true).optional(),
  // A list of nothing would be kept by any site.
  files: z.record(path, digest).refine((files) => Object.keys(files).length > 0),
});

/** What a site says of itself. */
export interface Integrity {
  /** The newest commit of the repository that its content stood in. */
  commit: string | undefined;
  /** Whether content was other than in that commit. */
  isEdited: boolean;
  /** SHA-256 in hexadecimal of every file but this one, by path. */
  files: ReadonlyMap<string, string>;
}

/** Reads /integrity.json, or tells what is wrong with it. */
export function parseIntegrity(text: string): Integrity | Difference {
  const parsed = parseJson(INTEGRITY_FILE, text, INTEGRITY_VERSION);
  if ('differences' in parsed) return parsed.differences[0];
  const read = schema.safeParse(parsed.value);
  if (!read.success) return { file: INTEGRITY_FILE, kind: 'shape', field: locateIssue(read.error.issues) };
  const { commit, edited, files } = read.data;
  const listed = Object.entries(files).map(([path, digest]) => ({ path, digest }));
  const isEdited = edited === true;
  const own = formatIntegrity(listed, commit === undefined ? undefined : { id: commit, isEdited });
  // A name that stands twice has two digests, of which other readers may take the other.
  if (own !== text) return describeSpelling(INTEGRITY_FILE, text, own);
  return { commit, isEdited, files: new Map(Object.entries(files)) };
}
