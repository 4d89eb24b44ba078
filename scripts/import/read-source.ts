import { readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { decodeSource, INVISIBLE, type Repair } from './decode-source.ts';
import { findLabels } from './find-labels.ts';
import type { SourceText } from './source-text.ts';
import { splitForms } from './split-forms.ts';
import { stripMarkup } from './strip-markup.ts';

/** Why a file is not imported. */
export type RefusalReason =
  | 'absent'
  | 'pdf'
  | 'office'
  | 'picture'
  | 'binary'
  | 'empty'
  | 'big'
  | 'lost'
  | 'mixed'
  | 'undecodable'
  | 'no-form';

export interface Refusal {
  document: string;
  reason: RefusalReason;
  params: Record<string, string | number>;
}

/** The forms of one file. */
export interface Source {
  document: string;
  /** Absent for what came through a pipe. */
  name: string | undefined;
  repairs: Repair[];
  forms: SourceText[];
}

/** A printed form has some ten kilobytes; a megabyte holds more of them than anybody reads through. */
const MOST_BYTES = 1024 * 1024;

const SIGNATURES: [RefusalReason, RegExp][] = [
  ['pdf', /^25504446/],
  ['office', /^(?:504b0[357]0[468]|d0cf11e0|7b5c727466)/],
  ['picture', /^(?:89504e47|ffd8ff|47494638|424d.{8}00000000|49492a00|4d4d002a|52494646.{8}57454250)/],
  ['binary', /^(?:1f8b|377abcaf|52617221|7f454c46|4d5a)/],
];

/** Reads a file, or the standard input for "-". Looks at size and first bytes before anything else. */
export function readSource(file: string, readInput: () => Uint8Array = readStandardInput): Source | Refusal {
  const refuse = (reason: RefusalReason, params: Refusal['params'] = {}): Refusal => ({
    document: file,
    reason,
    params,
  });
  const found = file === '-' ? undefined : statSync(file, { throwIfNoEntry: false });
  if (file !== '-' && !found?.isFile()) return refuse('absent');
  const size = (bytes: number) => ({ seen: (bytes / 1024 / 1024).toFixed(1), most: MOST_BYTES / 1024 / 1024 });
  if (found !== undefined && found.size > MOST_BYTES) return refuse('big', size(found.size));
  const bytes = file === '-' ? readInput() : readFileSync(file);
  if (bytes.length > MOST_BYTES) return refuse('big', size(bytes.length));
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const signature = SIGNATURES.find(([, pattern]) => pattern.test(head));
  if (signature !== undefined) return refuse(signature[0]);
  const isUtf16 = /^(?:fffe|feff)/.test(head);
  if (!isUtf16 && bytes.includes(0)) return refuse('binary');
  const decoded = decodeSource(bytes);
  if ('refusal' in decoded) return refuse(decoded.refusal, { line: decoded.line });
  const { text, forms, repairs } = findForms(decoded.text);
  if (text.trim() === '') return refuse('empty');
  const seen = /\S.{0,59}/u.exec(text)?.[0] ?? '';
  if (forms.length === 0) return refuse('no-form', { seen });
  return {
    document: file,
    name: file === '-' ? undefined : basename(file).normalize('NFC'),
    repairs: [...decoded.repairs, ...repairs],
    forms,
  };
}

/** As a browser shows it; where a page has its lines but no tags for them, by its own lines. */
function findForms(source: string): { text: string; forms: SourceText[]; repairs: Repair[] } {
  const read = (isFolded: boolean) => {
    const { text, repairs } = stripMarkup(source, isFolded);
    // Entities may stand for characters that are cleaned away elsewhere.
    const clean = text.replace(/[^\S\n]/gu, ' ').replace(INVISIBLE, '');
    const forms = splitForms(clean);
    return { text: clean, forms, repairs, labels: forms.reduce((sum, form) => sum + findLabels(form).parts.length, 0) };
  };
  const [folded, plain] = [read(true), read(false)];
  return folded.labels >= plain.labels ? folded : plain;
}

/** No more than one byte too many. */
function readStandardInput(): Uint8Array {
  const bytes = Buffer.alloc(MOST_BYTES + 1);
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    read = readSync(0, bytes, length, bytes.length - length, null);
  }
  return bytes.subarray(0, length);
}
