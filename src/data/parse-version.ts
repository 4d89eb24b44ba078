import type { z } from 'zod';
import { getTopField } from '#domain/corrected-field.ts';
import type { Sections } from '#domain/entry.ts';
import type { WrittenEntry } from '#domain/impact/compare-entries.ts';
import { isError } from '#domain/issue.ts';
import type { EntryVersion, Known } from '#domain/ledger/item-version.ts';
import { NO_PLACES } from '#domain/places.ts';
import { indicatorSchema } from '#domain/schemas/indicator.ts';
import { reportSchema, yearSummarySchema } from '#domain/schemas/report.ts';
import type { ContentPath } from './content-path.ts';
import { decodeText } from './decode-text.ts';
import { MOST_BYTES } from './file-size.ts';
import { parseText, splitFrontMatter } from './parse-entry.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import { findValues } from './yaml-blocks.ts';

/** The text below the fields of a file that was read without a mistake, as typed. */
export function readText(bytes: Buffer): string {
  const matter = splitFrontMatter(decodeText(bytes).text ?? '');
  return 'body' in matter ? trimLines(matter.body) : '';
}

/** Without the lines that stand for the fields above: a field more is no other text. */
function trimLines(text: string): string {
  return text.replace(/^\n+/, '');
}

/** Path of an indicator's file. */
type WrittenPath = ContentPath & { kind: WrittenEntry['kind'] };

/** Sections of a text that is known already. */
type FindSections = (text: string) => Sections | undefined;

/** The text below the fields: as typed, and as it is read when somebody asks. */
interface Text {
  typed: string;
  getSections: () => Sections;
}

type ReadYaml = Pick<ParsedYaml, 'value' | 'issues' | 'broken'>;

/** What may be known of a file of which not every field is in order. */
const KNOWN = {
  indicator: indicatorSchema.partial(),
  report: reportSchema.partial(),
  year: yearSummarySchema.partial(),
};

/** Of a version that nothing is certain of. */
export const NOTHING_KNOWN: EntryVersion = { is: 'part', known: {} };

/**
 * Reads a version of an indicator's file out of history: its fields as the checker reads them, its text only where
 * somebody asks for it. Of a version that the rules of today refuse the fields that are in order are known.
 */
export function parseVersion(path: WrittenPath, bytes: Buffer, findSections?: FindSections): EntryVersion {
  if (bytes.length > MOST_BYTES.text) return NOTHING_KNOWN;
  const { text, problems } = decodeText(bytes);
  // A byte order mark alone leaves the text as it was.
  const isDamaged = problems.some(({ code }) => code !== 'CW105');
  const matter = text === undefined || isDamaged ? undefined : splitFrontMatter(text);
  if (matter === undefined || 'code' in matter) return NOTHING_KNOWN;
  const values = findValues(matter.yaml, path.file);
  const getSections = () => findSections?.(trimLines(matter.body)) ?? parseText(path, matter.body).sections;
  const below = { typed: matter.body, getSections };
  if (values !== undefined) return parseFields(path, { value: values, issues: [], broken: new Set() }, below);
  const yaml = parseYaml(matter.yaml, path.file, 1);
  return yaml.isReadable ? parseFields(path, yaml, below) : NOTHING_KNOWN;
}

function parseFields(path: WrittenPath, yaml: ReadYaml, { typed, getSections }: Text): EntryVersion {
  const { kind, file, year = 0, agency = '', slug = '', quarter = 1 } = path;
  const base = { file, year, agency, slug, places: NO_PLACES, mentions: [], sections: {} };
  const whole = (entry: WrittenEntry): EntryVersion => {
    let sections: Sections | undefined;
    const get = () => {
      sections ??= getSections();
      return sections;
    };
    return {
      is: 'whole',
      entry: Object.defineProperty(entry, 'sections', { get, enumerable: true }),
      readText: () => trimLines(typed),
    };
  };
  if (kind === 'indicator') {
    const read = readFields(indicatorSchema, KNOWN.indicator, yaml);
    return 'known' in read ? read : whole({ ...base, kind, ...read });
  }
  if (kind === 'report') {
    const read = readFields(reportSchema, KNOWN.report, yaml);
    return 'known' in read ? read : whole({ ...base, kind, quarter, ...read });
  }
  const read = readFields(yearSummarySchema, KNOWN.year, yaml);
  return 'known' in read ? read : whole({ ...base, kind, ...read });
}

function readFields<T>(
  schema: z.ZodType<T>,
  partial: z.ZodType<Known>,
  yaml: ReadYaml,
): { data: T } | { is: 'part'; known: Known } {
  const result = schema.safeParse(yaml.value);
  const mistakes = yaml.issues.filter(isError);
  if (result.success && mistakes.length === 0) return { data: result.data };
  const refused = new Set(yaml.broken);
  for (const { params } of mistakes) {
    // Without a key nobody knows which field it touches.
    if (params?.key === undefined && yaml.broken.size === 0) return { is: 'part', known: {} };
    refused.add(getTopField(String(params?.key ?? '')));
  }
  for (const issue of result.error?.issues ?? []) {
    if (issue.path.length === 0 && issue.code === 'unrecognized_keys') for (const key of issue.keys) refused.add(key);
    else refused.add(String(issue.path[0] ?? ''));
  }
  const certain = Object.entries(yaml.value).filter(([key]) => !refused.has(key));
  const known = partial.safeParse(Object.fromEntries(certain));
  return { is: 'part', known: known.success ? known.data : {} };
}
