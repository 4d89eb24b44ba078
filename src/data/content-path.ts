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

export interface Refusal {
  is: 'refused';
  code: IssueCode;
  /** The part of the path that is wrong, from the content folder: a folder is told once, not for each of its files. */
  part: string;
  /** The name seen, the name to use instead where it is evident, why it is refused. */
  params: { seen: string; type: string; reason: string };
}

export type ClassifiedPath = { is: 'entry'; path: ContentPath } | { is: 'attachment' } | Refusal;

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const YEAR = '2[4-9]\\d\\d';
const IS_SLUG = new RegExp(`^${SLUG}$`);
const IS_YEAR = new RegExp(`^${YEAR}$`);
const SINGLE = new RegExp(`^(calendar|plan|agencies)/(${SLUG})\\.yaml$`);
const FOLDER = new RegExp(`^reports/(${YEAR})/(${SLUG})/(${SLUG})/([^/]+)$`);
const ATTACHMENT_NAME = /^[a-z0-9]+([._-][a-z0-9]+)*\.(pdf|png|jpg|webp)$/;
const WRITTEN = /\.mdx?$/i;

/** Tells an entry, a file kept beside entries, or why a path belongs to neither. */
export function classifyPath(file: string): ClassifiedPath {
  const names = file.split('/');
  const wrong = names.findIndex((name) => !isPlainName(name));
  const isWritten = names[0] === 'reports' && names.length === 5 && WRITTEN.test(names[4] ?? '');
  if (wrong >= 0 && !(isWritten && wrong === 4)) return refuse(names, wrong, 'CW106', suggestName(names[wrong] ?? ''));
  if (file === 'site.yaml') return { is: 'entry', path: { file, kind: 'site' } };
  const single = SINGLE.exec(file);
  if (single !== null) return classifySingle(file, single[1] ?? '', single[2] ?? '');
  const inFolder = FOLDER.exec(file);
  if (inFolder === null) return explainPlace(names);
  const [, year, agency = '', slug = '', name = ''] = inFolder;
  const identity = { file, year: Number(year), agency, slug };
  if (name === 'indicator.mdx') return { is: 'entry', path: { ...identity, kind: 'indicator' } };
  if (name === 'year.mdx') return { is: 'entry', path: { ...identity, kind: 'year' } };
  const quarter = /^q([1-4])\.mdx$/.exec(name)?.[1];
  if (quarter !== undefined) {
    // Safe: the pattern admits 1 to 4 only.
    return { is: 'entry', path: { ...identity, kind: 'report', quarter: Number(quarter) as QuarterNumber } };
  }
  if (isWritten) return refuse(names, 4, 'CW107', suggestEntry(name));
  if (ATTACHMENT_NAME.test(name)) return { is: 'attachment' };
  return refuse(names, 4, 'CW101', /\.jpeg$/.test(name) ? name.replace(/\.jpeg$/, '.jpg') : '', 'ending');
}

function classifySingle(file: string, folder: string, name: string): ClassifiedPath {
  if (folder === 'plan') return { is: 'entry', path: { file, kind: 'plan', slug: name } };
  if (folder === 'agencies') return { is: 'entry', path: { file, kind: 'agency', slug: name } };
  if (!IS_YEAR.test(name)) {
    const year = suggestYear(name);
    return refuse(file.split('/'), 1, 'CW101', year === '' ? '' : `${year}.yaml`, 'year');
  }
  return { is: 'entry', path: { file, kind: 'calendar', year: Number(name) } };
}

/** Why a path with plain names belongs nowhere. */
function explainPlace(names: string[]): Refusal {
  const [top, year = '', agency = '', slug = ''] = names;
  const isListed = names.length === 2 && (top === 'calendar' || top === 'plan' || top === 'agencies');
  if (isListed || (names.length === 1 && /^site\.ya?ml$/.test(top ?? ''))) {
    const stem = (names.at(-1) ?? '').replace(/\.[^.]*$/, '');
    return refuse(names, names.length - 1, 'CW101', IS_SLUG.test(stem) ? `${stem}.yaml` : '', 'yaml');
  }
  if (top !== 'reports') return refuse(names, 0, 'CW101', '');
  if (names.length > 1 && !IS_YEAR.test(year)) return refuse(names, 1, 'CW101', suggestYear(year), 'year');
  const folders = names.slice(2, Math.min(4, names.length - 1));
  const wrong = folders.findIndex((name) => !IS_SLUG.test(name));
  if (wrong >= 0) return refuse(names, wrong + 2, 'CW106', suggestName(wrong === 0 ? agency : slug));
  return refuse(names, names.length > 5 ? 4 : names.length - 1, 'CW101', '', 'depth');
}

function refuse(names: string[], index: number, code: IssueCode, type: string, reason = ''): Refusal {
  return {
    is: 'refused',
    code,
    part: names.slice(0, index + 1).join('/'),
    params: { seen: names[index] ?? '', type, reason },
  };
}

/** Lower-case ASCII that can be seen; such a name is the same on every machine and in every address. */
function isPlainName(name: string): boolean {
  return /^[\x21-\x7e]+$/.test(name) && name === name.toLowerCase();
}

/** The plain name nearest to one that is not; empty where nothing sensible is left. */
function suggestName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .replace(/-*\.-*/g, '.');
  const isWhole = !/\p{L}/u.test(name.replace(/[a-z]/gi, ''));
  return isWhole && /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(plain) ? plain : '';
}

/** The entry that a name evidently meant: Q1.MDX, q-1.mdx, Indicator.md. */
function suggestEntry(name: string): string {
  const quarter = /^q(?:uarter)?[-_ ]?([1-4])\.mdx?$/i.exec(name)?.[1];
  if (quarter !== undefined) return `q${quarter}.mdx`;
  const stem = name.toLowerCase().replace(WRITTEN, '');
  return stem === 'indicator' || stem === 'year' ? `${stem}.mdx` : '';
}

/** The Buddhist year that a year of the common era stands for. */
function suggestYear(name: string): string {
  return /^(19|20)\d\d$/.test(name) ? String(Number(name) + 543) : '';
}
