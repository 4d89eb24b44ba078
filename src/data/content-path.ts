import type { EntryKind, IssueCode } from '#domain/issue.ts';
import type { QuarterNumber } from '#domain/schemas/text.ts';

interface Identity {
  file: string;
  kind: EntryKind;
  year?: number;
  agency?: string;
  slug?: string;
  quarter?: QuarterNumber;
}

/** What a path says of a file: for entries their identity, since path = identity. */
export type ContentPath = Identity;

export type ClassifiedPath =
  | { is: 'entry'; path: ContentPath }
  | { is: 'attachment' }
  | { is: 'refused'; code: IssueCode };

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const YEAR = '2[4-9]\\d\\d';
const FOLDER = new RegExp(`^reports/(${YEAR})/(${SLUG})/(${SLUG})/([^/]+)$`);
const ATTACHMENT_NAME = /^[a-z0-9]+([._-][a-z0-9]+)*\.(pdf|png|jpg|webp)$/;

/** Tells an entry, a file kept beside entries, or why a path belongs to neither. */
export function classifyPath(file: string): ClassifiedPath {
  if (file !== file.normalize('NFC') || !/^[\x21-\x7e]+$/.test(file) || file !== file.toLowerCase()) {
    return { is: 'refused', code: 'CW106' };
  }
  if (file === 'site.yaml') return { is: 'entry', path: { file, kind: 'site' } };
  const single = new RegExp(`^(calendar|plan|agencies)/(${SLUG})\\.yaml$`).exec(file);
  if (single !== null) return classifySingle(file, single[1] ?? '', single[2] ?? '');
  const inFolder = FOLDER.exec(file);
  if (inFolder === null) return { is: 'refused', code: 'CW101' };
  const [, year, agency = '', slug = '', name = ''] = inFolder;
  const identity = { file, year: Number(year), agency, slug };
  if (name === 'indicator.mdx') return { is: 'entry', path: { ...identity, kind: 'indicator' } };
  if (name === 'year.mdx') return { is: 'entry', path: { ...identity, kind: 'year' } };
  const quarter = /^q([1-4])\.mdx$/.exec(name)?.[1];
  // Safe: the pattern admits 1 to 4 only.
  if (quarter !== undefined)
    return { is: 'entry', path: { ...identity, kind: 'report', quarter: Number(quarter) as QuarterNumber } };
  if (name.endsWith('.mdx') || name.endsWith('.md')) return { is: 'refused', code: 'CW107' };
  return ATTACHMENT_NAME.test(name) ? { is: 'attachment' } : { is: 'refused', code: 'CW101' };
}

function classifySingle(file: string, folder: string, name: string): ClassifiedPath {
  if (folder === 'plan') return { is: 'entry', path: { file, kind: 'plan', slug: name } };
  if (folder === 'agencies') return { is: 'entry', path: { file, kind: 'agency', slug: name } };
  if (!new RegExp(`^${YEAR}$`).test(name)) return { is: 'refused', code: 'CW101' };
  return { is: 'entry', path: { file, kind: 'calendar', year: Number(name) } };
}
