import { readContent } from '#data/read-content.ts';
import { type Issue, isError } from '#domain/issue.ts';
import { UsageError } from '../call.ts';
import { getAgency, getYear } from './find-place.ts';
import { type ImportedForm, importForms } from './import-forms.ts';
import type { ImportOptions } from './options.ts';
import { parseForm } from './parse-form.ts';
import { type Refusal, readSource, type Source } from './read-source.ts';
import { getWords, type Words } from './words.ts';
import { type ImportResult, writeJson, writeText } from './write-report.ts';

/** What the command needs of the machine. */
export interface Effects {
  /** Folder for parsed entries between runs. */
  cache: string | undefined;
  onProgress: (done: number, all: number) => void;
}

/** Reads, writes and reports. Throws UsageError for a call that cannot be carried out; then nothing is written. */
export function runImport(options: ImportOptions, { cache, onProgress }: Effects): { report: string; status: number } {
  const words = getWords(options.language);
  const { dataset } = readContent(options.content, { cache });
  const year = getYear(options.year, dataset, words);
  const agency = getAgency(options.agency, dataset, words);
  const read = options.files.map((file) => readSource(file));
  const refused = read.filter((item): item is Refusal => 'reason' in item);
  const sources = read.filter((item): item is Source => !('reason' in item));
  const isRefused = refused.length > 0;
  if (!isRefused) checkIds(sources, options, words);
  const forms = isRefused ? [] : importForms(sources, { ...options, year, agency }, dataset, onProgress);
  const isWritten = forms.some(({ files }) =>
    files.some(({ state }) => state === 'created' || state === 'overwritten'),
  );
  const issues = isWritten ? findIssues(forms, options.content, cache) : [];
  const result: ImportResult = { forms, refused, issues, isWritten, content: options.content };
  const hasConflict = forms.some(({ files }) => files.some(({ state }) => state === 'conflict'));
  const report = options.format === 'json' ? writeJson(result, options) : writeText(result, options);
  return { report, status: isRefused || hasConflict || issues.some(isError) ? 1 : 0 };
}

/** Each form has an id of its own; without them the names found are told, so that ids can be thought of. */
function checkIds(sources: readonly Source[], { ids, isDryRun }: ImportOptions, words: Words): void {
  const texts = sources.flatMap(({ document, forms }) => forms.map((text) => ({ document, text })));
  if (ids.length === texts.length || (isDryRun && ids.length === 0)) return;
  const found = texts.map(({ document, text }, index) => {
    const name = parseForm(text).name || words('form.nameless');
    return `  ${index + 1}. ${document}: ${name}`;
  });
  const params = { forms: texts.length, ids: ids.length, found: found.join('\n') };
  throw new UsageError(words(ids.length === 0 ? 'usage.ids-missing' : 'usage.ids-count', params));
}

function findIssues(forms: readonly ImportedForm[], content: string, cache: string | undefined): Issue[] {
  const folders = forms.map(({ built }) => `${built.folder}/`);
  return readContent(content, { cache }).issues.filter(({ file }) => folders.some((folder) => file.startsWith(folder)));
}
