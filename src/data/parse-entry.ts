import type { z } from 'zod';
import { checkAlone } from '#domain/checks/check-dataset.ts';
import { findPlace } from '#domain/checks/report-issue.ts';
import type { Entry, Place, SectionKey } from '#domain/entry.ts';
import type { EntryKind, Issue } from '#domain/issue.ts';
import { agencySchema } from '#domain/schemas/agency.ts';
import { calendarSchema } from '#domain/schemas/calendar.ts';
import { indicatorSchema } from '#domain/schemas/indicator.ts';
import { planSchema } from '#domain/schemas/plan.ts';
import { reportSchema, yearSummarySchema } from '#domain/schemas/report.ts';
import { siteSchema } from '#domain/schemas/site.ts';
import { type ParsedText, parseMdx } from '#mdx/parse-mdx.ts';
import { getSectionTitles } from '#strings/section-titles.ts';
import type { ContentPath } from './content-path.ts';
import { explainField } from './explain-field.ts';
import { parseYaml } from './parse-yaml.ts';

/** A file read to the end: the entry when it is valid in itself, and all issues that can be told from it alone. */
export interface ParsedEntry {
  entry?: Entry;
  issues: Issue[];
}

const schemas: Record<EntryKind, z.ZodType> = {
  site: siteSchema,
  calendar: calendarSchema,
  plan: planSchema,
  agency: agencySchema,
  indicator: indicatorSchema,
  report: reportSchema,
  year: yearSummarySchema,
};

/** Reads the text of one file of `content/` whose kind its path tells. */
export function parseEntry(path: ContentPath, text: string): ParsedEntry {
  const { file } = path;
  const written = path.kind === 'indicator' || path.kind === 'report' || path.kind === 'year';
  if (!written) return parseData(path, text, 0, undefined);

  const matter = splitFrontMatter(text);
  if ('code' in matter)
    return { issues: [{ code: matter.code, file, line: matter.line, column: 1, params: matter.params }] };
  const body = parseMdx(matter.body, {
    file,
    titles: getSectionTitles(path.kind),
    headingRank: (section) => getHeadingRank(path.kind, section),
  });
  return parseData(path, matter.yaml, 1, body);
}

function parseData(path: ContentPath, text: string, linesAbove: number, body: ParsedText | undefined): ParsedEntry {
  const yaml = parseYaml(text, path.file, linesAbove);
  const issues = [...yaml.issues, ...(body?.issues ?? [])].map((issue) => nameField(issue, path.kind));
  if (!yaml.isReadable) return { issues };
  const schema = schemas[path.kind];
  const result = schema.safeParse(yaml.value);
  if (!result.success) {
    const problems = result.error.issues.flatMap((problem) => explainField(problem, yaml.value, schema));
    issues.push(...problems.map(({ code, key, params }) => toIssue(path, yaml.places, code, key, params)));
  }
  if (!result.success || issues.length > 0) return { issues: dropRepeats(issues) };
  const { kind: _, file, ...identity } = path;
  const written = body === undefined ? {} : { sections: body.sections, mentions: body.mentions };
  // Safe: the schema of this kind has just accepted the data, and the path gives the rest of the identity.
  const entry = { kind: path.kind, file, ...identity, places: yaml.places, data: result.data, ...written } as Entry;
  return { entry, issues: checkAlone(entry) };
}

function toIssue(
  path: ContentPath,
  places: Record<string, Place>,
  code: Issue['code'],
  key: string,
  params: Issue['params'],
): Issue {
  const [line, column] = (code === 'CW301' ? places[`${key}@`] : undefined) ?? findPlace(places, key);
  return { code, file: path.file, line, column, field: { kind: path.kind, key }, params };
}

/** Issues of the YAML reader know their key as a parameter only. */
function nameField(issue: Issue, kind: EntryKind): Issue {
  const key = issue.params?.key;
  return key === undefined || issue.field !== undefined ? issue : { ...issue, field: { kind, key: String(key) } };
}

/** A number that is not a plain decimal is told once, not again as out of range. */
function dropRepeats(issues: Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const at = `${issue.line}:${issue.column}:${issue.field?.key ?? ''}:${issue.code}`;
    if (seen.has(at)) return false;
    seen.add(at);
    return true;
  });
}

type FrontMatter =
  | { yaml: string; body: string }
  | { code: 'CW201' | 'CW202'; line: number; params?: Record<string, string> };

/** Splits at the two `---` lines; the body keeps its line numbers. */
function splitFrontMatter(text: string): FrontMatter {
  const lines = text.split('\n');
  if (lines[0]?.trimEnd() !== '---' || !text.startsWith('---')) {
    return { code: 'CW201', line: 1, params: { seen: (lines[0] ?? '').slice(0, 40) } };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end < 0) return { code: 'CW202', line: lines.length };
  return { yaml: lines.slice(1, end).join('\n'), body: `${'\n'.repeat(end + 1)}${lines.slice(end + 1).join('\n')}` };
}

/** Narratives stand below a heading of the third rank on the page, definitions below one of the second. */
function getHeadingRank(kind: EntryKind, section: SectionKey): number {
  return kind === 'report' || (kind === 'year' && section === 'body') ? 4 : 3;
}
