import type { Dataset } from '#domain/dataset.ts';
import type { Indicator } from '#domain/schemas/indicator.ts';
import type { Reading } from '#domain/schemas/scale.ts';
import { findMeantNumber } from '#domain/thai-text.ts';
import th from '#strings/import.th.json' with { type: 'json' };
import { createTranslate } from '#strings/translate.ts';
import { type Fields, Figure, formatEntry } from '../write/format-entry.ts';
import type { NewFile } from '../write/write-files.ts';
import { writeParagraphs } from './escape-text.ts';
import { type FoundGoal, findGoal } from './find-goal.ts';
import type { ParsedForm } from './parse-form.ts';
import { findWeight } from './read-levels.ts';

/** What the form does not print and who imports may say; what is absent stays open. */
export interface Readings {
  direction?: Indicator['direction'] | undefined;
  accumulation?: Indicator['accumulation'] | undefined;
  between?: Reading | undefined;
  unit?: string | undefined;
  /** A plain decimal, or unknown. */
  target?: string | undefined;
}

/** Where a form belongs and what is known of it besides. */
export interface ImportSettings {
  year: number;
  agency: string;
  readings: Readings;
  isYearStated: boolean;
}

/** The entries of one form and what could be made of its figures. */
export interface BuiltForm {
  /** Folder from the content folder. */
  folder: string;
  files: NewFile[];
  weight: number | undefined;
  /** The year's result as a plain decimal, where the printed one is certainly a number. */
  result: string | undefined;
  goal: FoundGoal;
}

const t = createTranslate('th');

/** Writes a form as entries. `document` is the name of the source file; text read from a pipe has none. */
export function buildFiles(
  form: ParsedForm,
  id: string,
  document: string | undefined,
  settings: ImportSettings,
  dataset: Dataset,
): BuiltForm {
  const folder = `reports/${settings.year}/${settings.agency}/${id}`;
  const goal = findGoal(form.plan, settings.year, dataset);
  const weight = findWeight(form.levels);
  const result = findMeantNumber(form.result);
  const indicator = { ...buildPromise(form, settings, goal, weight), source: buildSource(document, settings) };
  const texts = [
    { name: 'indicator.mdx', text: formatEntry('indicator', indicator, writePromise(form)) },
    ...([1, 2, 3, 4] as const).flatMap((quarter) => {
      const lines = form.sections[`q${quarter}`] ?? [];
      const text = formatEntry('report', {}, writeParagraphs(lines), th['content.noFigure']);
      return lines.length === 0 ? [] : [{ name: `q${quarter}.mdx`, text }];
    }),
    ...writeYear(form, result),
  ];
  const files = texts.map(({ name, text }) => ({ file: `${folder}/${name}`, text }));
  return { folder, files, weight, result, goal };
}

function buildPromise(
  form: ParsedForm,
  { readings }: ImportSettings,
  goal: FoundGoal,
  weight: number | undefined,
): Fields {
  const { target } = readings;
  return {
    name: keep(form.name),
    kind: 'unknown',
    outcome: form.outcome,
    plan: 'id' in goal ? { id: goal.id, goal: goal.goal } : undefined,
    weight: weight ?? 'unknown',
    unit: readings.unit,
    direction: readings.direction,
    accumulation: readings.accumulation,
    target: target === undefined || target === 'unknown' ? target : new Figure(target),
    scale: form.levels.length === 0 ? undefined : buildScale(form, readings),
    declared: keepFilled({
      name: keep(form.name),
      target: keep(form.target),
      result: keep(form.result),
      unit: keep(form.unit),
      plan: keep(form.plan),
    }),
  };
}

function buildScale(form: ParsedForm, { between }: Readings): Fields {
  const levels = form.levels.map(({ level, percent, points, criterion }) => ({
    level,
    percent: new Figure(percent),
    points: new Figure(points),
    criterion,
  }));
  return { kind: 'milestones', between, levels };
}

function buildSource(document: string | undefined, { readings, isYearStated }: ImportSettings): Fields {
  const inferred = (['direction', 'accumulation', 'between', 'target', 'unit'] as const).filter(
    (field) => readings[field] !== undefined && readings[field] !== 'unknown',
  );
  return {
    document,
    year: isYearStated ? 'stated' : 'inferred',
    yearBasis: isYearStated ? undefined : th['content.yearBasis'],
    name: 'stated',
    inferred: inferred.length === 0 ? undefined : inferred,
  };
}

function writePromise({ unplaced, sections }: ParsedForm): string {
  const note = writeParagraphs(unplaced.map(({ text }) => text));
  return joinBlocks([
    note === '' ? '' : `<Note>\n\n${th['content.unplaced']}\n\n${note}\n\n</Note>`,
    writeSection(t('section.definition'), sections.definition),
    writeSection(t('section.method'), sections.method),
  ]);
}

function writeYear(form: ParsedForm, result: string | undefined): { name: string; text: string }[] {
  const { sections, evidence, resultUnit } = form;
  const text = joinBlocks([
    writeParagraphs(sections.summary ?? []),
    writeSection(t('section.supporting'), sections.supporting),
    writeSection(t('section.obstacles'), sections.obstacles),
  ]);
  const printed = resultUnit === '' ? form.result : `${form.result} (${resultUnit})`.trim();
  const fields = keepFilled({
    result: result === undefined ? undefined : new Figure(result),
    evidence: evidence.length === 0 ? undefined : evidence.map((title) => ({ title })),
    declared: printed === result ? undefined : keep(printed),
  });
  return fields === undefined && text === ''
    ? []
    : [{ name: 'year.mdx', text: formatEntry('year', fields ?? {}, text) }];
}

function writeSection(title: string, lines: readonly string[] | undefined): string {
  return lines === undefined ? '' : `## ${title}\n\n${writeParagraphs(lines)}`;
}

function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

function keep(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function keepFilled(fields: Fields): Fields | undefined {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined);
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}
