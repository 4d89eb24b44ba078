import { checkAlone } from '#domain/checks/check-dataset.ts';
import type { Entry, SectionKey } from '#domain/entry.ts';
import { type EntryKind, type Issue, isError } from '#domain/issue.ts';
import { findOwnPlace, findPlace, type Places } from '#domain/places.ts';
import { schemaByKind } from '#domain/schemas/by-kind.ts';
import { type ParsedText, parseMdx } from '#mdx/parse-mdx.ts';
import { getSectionTitles } from '#strings/section-titles.ts';
import type { ContentPath } from './content-path.ts';
import { explainField, type FieldProblem } from './explain-field.ts';
import { parseYaml } from './parse-yaml.ts';

/** A file read to the end: the entry when it is valid in itself, and all issues that can be told from it alone. */
export interface ParsedEntry {
  entry?: Entry;
  /** The entry whose fields are in order and whose text is not: good for checks, not for pages. */
  draft?: Entry;
  issues: Issue[];
}

/** Reads the text of one file of `content/` whose kind its path tells. */
export function parseEntry(path: ContentPath, text: string): ParsedEntry {
  const { file } = path;
  const written = path.kind === 'indicator' || path.kind === 'report' || path.kind === 'year';
  if (!written) return parseData(path, text, 0, undefined);

  const matter = splitFrontMatter(text);
  if ('code' in matter)
    return { issues: [{ code: matter.code, file, line: matter.line, column: 1, params: matter.params }] };
  return parseData(path, matter.yaml, 1, parseText(path, matter.body));
}

/** Reads the text below the front matter, as `splitFrontMatter` gives it. */
export function parseText({ file, kind }: Pick<ContentPath, 'file' | 'kind'>, body: string): ParsedText {
  return parseMdx(body, {
    file,
    titles: getSectionTitles(kind),
    headingRank: (section) => getHeadingRank(kind, section),
  });
}

function parseData(path: ContentPath, text: string, linesAbove: number, body: ParsedText | undefined): ParsedEntry {
  const { file, kind } = path;
  const yaml = parseYaml(text, file, linesAbove);
  const written = yaml.issues.map((issue) => nameField(issue, kind));
  const inText = body?.issues ?? [];
  if (!yaml.isReadable) return { issues: [...written, ...inText] };
  const schema = schemaByKind[kind];
  const result = schema.safeParse(yaml.value);
  if (!result.success) {
    if (yaml.isEmpty)
      return { issues: [{ code: 'CW206', file, line: 1, column: 1, params: { seen: '', reason: '' } }, ...inText] };
    const problems = result.error.issues.flatMap((problem) => explainField(problem, yaml, schema));
    const told = problems.filter((problem) => !yaml.broken.has(problem.key.split('.')[0] ?? ''));
    return { issues: [...dropRepeats(written, told, path, yaml.places), ...inText] };
  }
  if (written.some(isError)) return { issues: [...written, ...inText] };
  const { kind: _, file: __, ...identity } = path;
  const prose = body === undefined ? {} : { sections: body.sections, mentions: body.mentions };
  const { places } = yaml;
  // Safe: the schema of this kind has just accepted the data, and the path gives the rest of the identity.
  const entry = { kind, file, ...identity, places, data: result.data, ...prose } as Entry;
  const issues = [...written, ...checkAlone(entry, body?.findPlace)];
  if (inText.length === 0) return { entry, issues };
  // The text may have come out shorter than it is: nothing is said of its being empty.
  return { draft: entry, issues: [...inText, ...issues.filter((issue) => issue.code !== 'CW627')] };
}

/** Issues of the YAML reader know their key as a parameter only. */
function nameField(issue: Issue, kind: EntryKind): Issue {
  const { key, ...params } = issue.params ?? {};
  return key === undefined ? issue : { ...issue, params, field: getField(kind, String(key)) };
}

/**
 * One mistake is told once: a value refused for its writing is not held against the schema too (save that a number
 * where text belongs only wants quotes), and a misspelt key is not also missing.
 */
function dropRepeats(written: Issue[], problems: FieldProblem[], path: ContentPath, places: Places): Issue[] {
  const wantsQuotes = (key: string | undefined) =>
    problems.some((problem) => problem.key === key && problem.code === 'CW303' && problem.params.expected === 'string');
  const kept = written.filter((issue) => issue.code !== 'CW317' || !wantsQuotes(issue.field?.key));
  const refused = kept.filter((issue) => REFUSED_VALUE.has(issue.code)).map((issue) => issue.field?.key ?? '');
  const misspelt = problems
    .filter(({ code, params }) => code === 'CW301' && params.nearest !== '')
    .map(({ key, params }) => [...key.split('.').slice(0, -1), params.nearest].join('.'));
  const told = problems.filter(({ code, key }) => {
    if (refused.some((other) => key === other || key.startsWith(`${other}.`))) return false;
    return code !== 'CW302' || !misspelt.includes(key);
  });
  const once = told.filter(
    ({ code, key }, index) => told.findIndex((other) => other.code === code && other.key === key) === index,
  );
  return [...kept, ...once.map((problem) => toIssue(path, places, problem))];
}

/** Codes of the YAML reader after which nothing more is said of the value. */
const REFUSED_VALUE = new Set(['CW110', 'CW205', 'CW317']);

function toIssue(path: ContentPath, places: Places, { code, key, params }: FieldProblem): Issue {
  const [line, column] = (code === 'CW301' ? findOwnPlace(places, `${key}@`) : undefined) ?? findPlace(places, key);
  return { code, file: path.file, line, column, field: getField(path.kind, key), params };
}

/** Where an issue of a field belongs: its kind and key for the label. */
function getField(kind: EntryKind, key: string): Issue['field'] {
  return key === '' ? undefined : { kind, key };
}

export type FrontMatter =
  | { yaml: string; body: string }
  | { code: 'CW201' | 'CW202'; line: number; params?: Record<string, string> };

/** Splits at the two `---` lines; the body keeps its line numbers. */
export function splitFrontMatter(text: string): FrontMatter {
  const plain = splitPlain(text);
  if (plain !== undefined) return plain;
  const lines = text.split('\n');
  const seen = (lines[0] ?? '').trimEnd().slice(0, 40);
  if (seen !== '---' || !text.startsWith('---')) {
    return { code: 'CW201', line: 1, params: { seen, reason: seen === '' ? 'blank' : '' } };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) {
    // The closing line belongs where the fields end: at the first blank line, if there is one.
    const blank = lines.findIndex((line, index) => index > 0 && line.trim() === '');
    return { code: 'CW202', line: blank < 0 ? lines.length : blank + 1 };
  }
  return { yaml: lines.slice(1, end).join('\n'), body: `${'\n'.repeat(end + 1)}${lines.slice(end + 1).join('\n')}` };
}

/** The same where both lines are nothing but `---` and none between begins so: without a list of all lines. */
function splitPlain(text: string): FrontMatter | undefined {
  const end = text.indexOf('\n---', 3);
  if (end < 0 || !text.startsWith('---\n') || text[end + 4] !== '\n') return undefined;
  // Joined anew: a part cut out of a text would keep all of it in memory, for one value of its fields.
  const lines = text.slice(4, end).split('\n');
  const yaml = lines.join('\n');
  return { yaml, body: `${'\n'.repeat(end === 3 ? 2 : lines.length + 2)}${text.slice(end + 5)}` };
}

/** Narratives stand below a heading of the third rank on the page, definitions below one of the second. */
function getHeadingRank(kind: EntryKind, section: SectionKey): number {
  return kind === 'report' || (kind === 'year' && section === 'body') ? 4 : 3;
}
