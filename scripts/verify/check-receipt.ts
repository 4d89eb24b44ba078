import type { Part } from '#domain/scoring/total.ts';
import { type AgencyLabel, formatReceipt, RECEIPT_VERSION, writeReceipt } from '#exports/receipt.ts';
import { getRowFigures, type RowFigures } from './check-data.ts';
import { compareValues, type Difference, describeSpelling } from './difference.ts';
import { locateIssue, parseJson } from './parse-json.ts';
import { type ReceiptInputs, receiptSchema } from './receipt-schema.ts';
import { buildItem, getRules, scoreItem } from './rescore.ts';

/** What of a receipt its totals and the other receipts are held against: worked out here, not taken from its results. */
export interface ReceiptSummary {
  file: string;
  year: number;
  asOf: string;
  /** The rules of its year as JSON. */
  rules: string;
  ruleSet: number;
  agency: AgencyLabel;
  part: Part;
  figures: RowFigures;
}

/** A receipt that could be read. */
export interface ReadReceipt {
  inputs: ReceiptInputs;
  /** The whole file as it was published. */
  published: Record<string, unknown>;
  summary: ReceiptSummary;
}

export interface CheckedReceipt {
  differences: Difference[];
  /** Absent where the file could not be understood; a difference then says why. */
  receipt?: ReadReceipt;
}

/** Works a receipt out again from its own inputs. `path` is where it must stand on the site, year/agency/indicator; unknown for a file by itself. */
export function checkReceipt(file: string, text: string, path?: string): CheckedReceipt {
  const parsed = parseJson(file, text, RECEIPT_VERSION);
  if ('differences' in parsed) return parsed;
  const { value: published } = parsed;
  const read = receiptSchema.safeParse(published);
  if (!read.success) return { differences: [{ file, kind: 'shape', field: locateIssue(read.error.issues) }] };
  const inputs = read.data;
  const rules = getRules(inputs);
  const item = scoreItem(buildItem(inputs), rules);
  const agency = { id: item.agency, code: inputs.agency.code, name: inputs.agency.name };
  // History stands beside what is worked out.
  const recomputed = { ...writeReceipt(item, rules, agency), commits: published.commits };
  const misplaced = path === undefined ? [] : compareValues(inputs.path, path, 'path');
  const summary: ReceiptSummary = {
    file,
    year: item.year,
    asOf: inputs.asOf,
    rules: JSON.stringify(inputs.rules),
    ruleSet: rules.calendar.ruleSet,
    agency,
    part: { path: item.path, score: item.standing.year.score, weight: item.indicator.data.weight },
    figures: getRowFigures(item),
  };
  return {
    differences: [
      ...misplaced.map((value): Difference => ({ file, kind: 'recomputed', ...value })),
      ...compareTexts(file, text, recomputed),
    ],
    receipt: { inputs, published, summary },
  };
}

/** Values that differ; where none does, whether the file is spelled as this version spells it. */
export function compareTexts(file: string, text: string, recomputed: object): Difference[] {
  const own = formatReceipt(recomputed);
  if (own === text) return [];
  const values = compareValues(JSON.parse(text), JSON.parse(own));
  if (values.length > 0) return values.map((value) => ({ file, kind: 'recomputed', ...value }));
  return [describeSpelling(file, text, own)];
}
