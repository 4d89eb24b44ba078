import type { Dataset } from '#domain/dataset.ts';
import { toArabicDigits } from '#domain/thai-text.ts';
import { planFiles, writeFiles } from '../write/write-files.ts';
import { type BuiltForm, buildFiles, type ImportSettings } from './build-files.ts';
import { listOpen, type OpenField } from './list-open.ts';
import { type ParsedForm, parseForm } from './parse-form.ts';
import type { Source } from './read-source.ts';

/** What became of one file of an entry. */
export interface FileState {
  file: string;
  state: 'created' | 'unchanged' | 'overwritten' | 'conflict' | 'planned';
  text: string;
}

/** What became of one form. */
export interface ImportedForm {
  source: Source;
  /** Line of the source on which the form begins. */
  line: number;
  parsed: ParsedForm;
  built: BuiltForm;
  open: OpenField[];
  /** Fiscal years that the form prints in its title or where it has no place for one, other than the year it is imported for. */
  otherYears: number[];
  files: FileState[];
}

export interface ImportTask extends ImportSettings {
  content: string;
  /** One for each form; a form without one is only looked at. */
  ids: readonly string[];
  isDryRun: boolean;
  isForced: boolean;
}

/** Stands in the place of an id that was not given. */
const NO_ID = '…';

/** Reads and writes the forms of all sources, each as a whole or not at all. */
export function importForms(
  sources: readonly Source[],
  task: ImportTask,
  dataset: Dataset,
  onProgress: (done: number, all: number) => void,
): ImportedForm[] {
  const forms = sources.flatMap((source) => source.forms.map((text) => ({ source, text })));
  const imported = forms.map(({ source, text }, index): ImportedForm => {
    onProgress(index, forms.length);
    const parsed = parseForm(text);
    const built = buildFiles(parsed, task.ids[index] ?? NO_ID, source.name, task, dataset);
    const open = listOpen(parsed, built, task.readings, task.isYearStated);
    const line = text.lines.find((item) => item.text.trim() !== '')?.number ?? 1;
    const otherYears = findYears(parsed).filter((year) => year !== task.year);
    return { source, line, parsed, built, open, otherYears, files: write(built, task) };
  });
  onProgress(forms.length, forms.length);
  return imported;
}

/** Years of the Buddhist era in lines that belong to no part of the form. */
function findYears({ unplaced }: ParsedForm): number[] {
  const text = toArabicDigits(unplaced.map((line) => line.text).join('\n'));
  return [...new Set([...text.matchAll(/(?<!\d)25\d\d(?!\d)/g)].map(([year]) => Number(year)))];
}

function write({ files }: BuiltForm, { content, isDryRun, isForced }: ImportTask): FileState[] {
  const plan = isDryRun ? planFiles(content, files) : writeFiles(content, files, isForced);
  const hasConflict = plan.conflicts.length > 0 && !isForced;
  const label = (list: typeof files, state: FileState['state']) => list.map((item) => ({ ...item, state }));
  return [
    ...label(plan.created, isDryRun || hasConflict ? 'planned' : 'created'),
    ...label(plan.unchanged, 'unchanged'),
    ...label(plan.conflicts, hasConflict ? 'conflict' : isDryRun ? 'planned' : 'overwritten'),
  ].sort((a, b) => (a.file < b.file ? -1 : 1));
}
