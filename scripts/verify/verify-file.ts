import { z } from 'zod';
import type { Dataset } from '#domain/dataset.ts';
import { day, fiscalYear, slug } from '#domain/schemas/text.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { getTotal, type Part } from '#domain/scoring/total.ts';
import { buildAgencyTotal, buildYearTotal, TOTAL_VERSION } from '#exports/total-receipt.ts';
import { checkReceipt } from './check-receipt.ts';
import { compareWithContent } from './compare-content.ts';
import { compareValues, type Difference, type ValueDifference } from './difference.ts';
import type { FoundContent } from './find-content.ts';
import { locateIssue, parseJson } from './parse-json.ts';
import type { Checked } from './verify-site.ts';

/** What of a total is added up again when nothing but its file is here. */
const totalSchema = z.looseObject({
  year: fiscalYear,
  asOf: day,
  agency: z.looseObject({ id: slug }).optional(),
  total: z.record(z.string(), z.number()),
  parts: z.array(z.looseObject({ path: z.string(), points: z.number(), weight: z.number().positive() })),
  leftOut: z.array(z.looseObject({ path: z.string() })),
  agencies: z.array(z.looseObject({ id: slug, total: z.record(z.string(), z.number()) })).optional(),
});

/** Works one file out again that somebody has by itself: a receipt, or a total from the parts that it lists. */
export function verifyFile(file: string, text: string, content: FoundContent): Checked {
  const total = readTotal(file, text);
  if (total !== undefined) {
    const differences = [...total.differences, ...compareTotal(file, total, content)];
    const { asOf } = total;
    return { differences, counts: { files: 1, receipts: 0, totals: 1 }, ...(asOf === undefined ? {} : { asOf }) };
  }
  const { differences, receipt } = checkReceipt(file, text);
  const told = content.state === 'none' || receipt === undefined;
  return {
    differences: [...differences, ...(told ? [] : compareWithContent(content, file, receipt))],
    counts: { files: 1, receipts: 1, totals: 0 },
    ...(receipt === undefined ? {} : { asOf: receipt.inputs.asOf }),
  };
}

interface ReadTotal {
  differences: Difference[];
  year: number;
  asOf: string | undefined;
  agency: string | undefined;
  published: Record<string, unknown>;
}

/** Undefined where the file is no total. */
function readTotal(file: string, text: string): ReadTotal | undefined {
  const parsed = parseJson(file, text, TOTAL_VERSION);
  if ('differences' in parsed || !('parts' in parsed.value)) return undefined;
  const read = totalSchema.safeParse(parsed.value);
  const head = { year: 0, asOf: undefined, agency: undefined, published: parsed.value };
  if (!read.success) return { ...head, differences: [{ file, kind: 'shape', field: locateIssue(read.error.issues) }] };
  const { year, asOf, agency } = read.data;
  const values = compareSums(read.data);
  const differences = [
    ...findMisplaced(read.data).map((field): Difference => ({ file, kind: 'shape', field })),
    ...values.map((value): Difference => ({ file, kind: 'recomputed', ...value })),
  ];
  return { differences, year, asOf, agency: agency?.id, published: parsed.value };
}

type TotalFile = z.infer<typeof totalSchema>;

/** The sum of all, and of a year's total that of each agency. */
function compareSums({ total, agency, agencies = [], parts, leftOut }: TotalFile): ValueDifference[] {
  const own = compareValues(total, addUp(parts, leftOut), 'total');
  if (agency !== undefined) return own;
  const ofAgency = ({ path }: { path: string }) => path.split('/')[1] ?? '';
  const names = new Set([...parts, ...leftOut].map(ofAgency));
  const sums = [...names].map((id) => {
    const isOf = (part: { path: string }) => ofAgency(part) === id;
    return [id, addUp(parts.filter(isOf), leftOut.filter(isOf))] as const;
  });
  const told = agencies.map((known) => [known.id, known.total] as const);
  return [...own, ...compareValues(Object.fromEntries(told), Object.fromEntries(sums), 'agencies')];
}

/** As a total's file tells it. */
function addUp(parts: TotalFile['parts'], leftOut: TotalFile['leftOut']): object {
  const { points, weight, percent, counted } = getTotal(parts.map(buildPart));
  const share = percent === undefined ? {} : { percent };
  return { points, weight, ...share, counted: counted.length, leftOut: leftOut.length };
}

/** Parts that belong to another total, or stand twice; an agency that stands twice. */
function findMisplaced({ year, agency, agencies = [], parts, leftOut }: TotalFile): string[] {
  const folder = agency === undefined ? `${year}/` : `${year}/${agency.id}/`;
  const paths = [...parts, ...leftOut].map(({ path }) => path);
  const ids = agencies.map(({ id }) => id);
  return [
    ...paths.filter((path) => !path.startsWith(folder)).map((path) => `parts.${path}`),
    ...findRepeated(paths).map((path) => `parts.${path}`),
    ...findRepeated(ids).map((id) => `agencies.${id}`),
  ];
}

function findRepeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.has(name) || !seen.add(name));
}

/** Sums look at points and weight only. */
function buildPart({ path, points, weight }: { path: string; points: number; weight: number }): Part {
  const score = { state: 'scored', value: 0, reading: 'step', percent: 0, points, steps: [], ruleSet: 0 } as const;
  return { path, score: { ...score, steps: [] }, weight };
}

function compareTotal(file: string, { year, asOf, agency, published }: ReadTotal, content: FoundContent): Difference[] {
  if (content.state === 'none' || asOf === undefined) return [];
  if (!hasYear(content.dataset, year, agency)) return [{ file, kind: 'not-in-content' }];
  const site = scoreSite(content.dataset, asOf);
  const own = agency === undefined ? buildYearTotal(site, year) : buildAgencyTotal(site, year, agency);
  const values = compareValues(published, JSON.parse(JSON.stringify(own)));
  return values.map((value) => ({ file, kind: 'content', ...value }));
}

function hasYear({ indicatorYears }: Dataset, year: number, agency: string | undefined): boolean {
  return [...indicatorYears.values()].some(
    (item) => item.year === year && (agency === undefined || item.agency === agency),
  );
}
