import { type Issue, isError } from '#domain/issue.ts';
import { getFieldText } from '#strings/field-text.ts';
import { describeIssue, describeReport, nameField } from '#strings/issue-text.ts';
import type { Language } from '#strings/translate.ts';
import { clean } from '../check/write-report.ts';
import { countCharacters, describeNotes } from './describe-notes.ts';
import type { FileState, ImportedForm } from './import-forms.ts';
import type { OpenField } from './list-open.ts';
import type { Refusal } from './read-source.ts';
import { getWords, type ImportKey, type Words } from './words.ts';

/** What an import came to. */
export interface ImportResult {
  forms: ImportedForm[];
  /** Files that are not imported; with one of them nothing is. */
  refused: Refusal[];
  /** What the checker says of the written folders. */
  issues: Issue[];
  isWritten: boolean;
  content: string;
}

interface ReportOptions {
  language: Language;
  isDryRun: boolean;
}

/** Version of the shape of the JSON report. */
const JSON_VERSION = 1;

/** For people: each form with what was written, left open, mended, unplaced and withheld; then the checker's words and what to do. */
export function writeText(result: ImportResult, { language, isDryRun }: ReportOptions): string {
  const words = getWords(language);
  const refused = result.refused.map((refusal) => {
    const { message, fix } = describeRefusal(refusal, words);
    return `${clean(message)}\n→ ${fix}`;
  });
  const forms = result.forms.map((form) => writeForm(form, result.content, words, language));
  const issues = result.issues.map((issue) => writeIssue(issue, result.content, language));
  const blocks = [...refused, ...forms];
  if (issues.length > 0) blocks.push(`${words('check.title')}\n${issues.join('\n')}`);
  else if (result.isWritten) blocks.push(words('check.clean'));
  return [...blocks, writeNext(result, isDryRun, words)].join('\n\n');
}

/** For programs: the same, with the text of every file and the place of every line. */
export function writeJson(result: ImportResult, { language }: ReportOptions): string {
  const words = getWords(language);
  const report = {
    version: JSON_VERSION,
    forms: result.forms.map((form) => ({
      document: form.source.document,
      line: form.line,
      name: form.parsed.name,
      folder: form.built.folder,
      files: form.files,
      open: form.open.map((open) => describeOpen(open, words, language)),
      notes: describeNotes(form, words),
      unplaced: form.parsed.unplaced,
      notPublished: form.parsed.withheld,
      characters: countCharacters(form.parsed.text),
      lines: form.parsed.text.listMarks(),
    })),
    refused: result.refused.map((refusal) => ({
      document: refusal.document,
      reason: refusal.reason,
      ...describeRefusal(refusal, words),
    })),
    issues: result.issues.map((issue) => {
      const { place, code, severity, key, message, fix } = describeIssue(issue, language);
      return { place, code, severity, ...(key === undefined ? {} : { field: key }), message, fix };
    }),
  };
  return JSON.stringify(report, null, 2);
}

function writeForm(form: ImportedForm, content: string, words: Words, language: Language): string {
  const { source, parsed, built } = form;
  const name = parsed.name === '' ? words('form.nameless') : parsed.name;
  const place = `${source.document === '-' ? words('form.input') : source.document}:${form.line}`;
  const open = form.open.map((item) => describeOpen(item, words, language));
  const required = open.filter(({ isRequired }) => isRequired);
  const lines = (list: ImportedForm['parsed']['unplaced']) =>
    list.map(({ number, text }) => words('line', { line: number, text: clean(text) }));
  const counts = countCharacters(parsed.text);
  return [
    clean(`${place}  ${name}`),
    ...writeStates(form.files, `${content}/${built.folder}`, words),
    ...writeList(words('open.required'), tellOpen(required)),
    ...writeList(words('open.optional'), tellOpen(open.filter(({ isRequired }) => !isRequired))),
    ...writeList(words('notes.title'), describeNotes(form, words).map(clean)),
    ...writeList(words('unplaced.title'), lines(parsed.unplaced)),
    ...writeList(words('withheld.title'), lines(parsed.withheld)),
    `  ${words('count', counts)}`,
  ].join('\n');
}

function writeStates(files: readonly FileState[], folder: string, words: Words): string[] {
  const groups = Map.groupBy(files, ({ state }) => state);
  return [...groups].map(([state, group]) => {
    const names = group.map(({ file }) => file.split('/').at(-1)).join(' ');
    return `  ${words(`state.${state}`, { folder, files: names })}`;
  });
}

function writeList(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`  ${title}`, ...items.map((item) => `    ${item}`)];
}

/** What is the same in several files is told once. */
function tellOpen(open: readonly DescribedOpen[]): string[] {
  const groups = Map.groupBy(open, ({ label, field, cure }) => `${label} (${field}) → ${cure}`);
  return [...groups].map(([text, group]) => `${group.map(({ file }) => file).join(' ')}  ${text}`);
}

interface DescribedOpen {
  file: string;
  field: string;
  label: string;
  isRequired: boolean;
  cure: string;
}

function describeOpen(
  { kind, field, file, isRequired, cure, params }: OpenField,
  words: Words,
  language: Language,
): DescribedOpen {
  const { label } = getFieldText(kind, field, language);
  // Safe: every cure has its text; a test imports forms that leave everything open.
  return { file, field, label, isRequired, cure: words(`open.${cure}` as ImportKey, params) };
}

function describeRefusal({ document, reason, params }: Refusal, words: Words): { message: string; fix: string } {
  const file = document === '-' ? words('form.input') : document;
  return {
    message: words(`refused.${reason}`, { file, ...params }),
    fix: words(`cure.${reason}`, { file, ...params }),
  };
}

function writeIssue(issue: Issue, content: string, language: Language): string {
  const text = describeIssue(issue, language);
  const head = clean(`${content}/${text.place}`);
  const severity = describeReport(text.severity, language);
  return `${head}  ${text.code}  ${severity}\n  ${clean(`${nameField(text)}${text.message}`)}\n  → ${clean(text.fix)}`;
}

function writeNext(
  { forms, refused, issues, isWritten, content }: ImportResult,
  isDryRun: boolean,
  words: Words,
): string {
  if (refused.length > 0) return words('next.refused');
  const folders = [...new Set(forms.map(({ built }) => built.folder))];
  const hasConflict = forms.some(({ files }) => files.some(({ state }) => state === 'conflict'));
  const conflict = hasConflict ? [words('next.conflict')] : [];
  if (isDryRun) return [...conflict, words('next.dry-run')].join('\n');
  if (!isWritten) return hasConflict ? conflict.join('\n') : words('next.unchanged');
  const from = content === 'content' ? '' : ` --content ${content}`;
  const first = folders.length === 1 ? (folders[0] ?? '') : (folders[0]?.split('/').slice(0, 3).join('/') ?? '');
  const key = issues.some(isError) ? 'next.mend' : 'next.look';
  return [...conflict, words(key, { command: `npm run check -- ${first}${from}`, folder: `${content}/${first}` })].join(
    '\n',
  );
}
