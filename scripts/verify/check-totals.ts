import { TOTAL_VERSION, type TotalParts, writeAgencyTotal, writeYearTotal } from '#exports/total-receipt.ts';
import { compareTexts, type ReceiptSummary } from './check-receipt.ts';
import type { Difference } from './difference.ts';
import { parseJson } from './parse-json.ts';

/** Path of a receipt; of an agency's total or a year's. */
export const RECEIPT = /^(\d{4}\/[a-z0-9-]+\/[a-z0-9-]+)\.json$/;
export const TOTAL = /^(\d{4}(?:\/[a-z0-9-]+)?)\.json$/;

/** The page of an indicator, an agency or a year; its receipt or total stands beside it. */
export const PAGE = /^(?:[a-z]{2}\/)?(\d{4}(?:\/[a-z0-9-]+){0,2})\/index\.html$/;

/**
 * Works a total out again from the receipts of its year or of its agency's year, as they were worked out here.
 * `unread` are those that could not be: with one of them missing there is nothing to compare.
 */
export function checkTotal(
  file: string,
  text: string,
  receipts: readonly ReceiptSummary[],
  unread: readonly string[],
): Difference[] {
  const parsed = parseJson(file, text, TOTAL_VERSION);
  if ('differences' in parsed) return parsed.differences;
  const [year = '', agency] = file.replace(/\.json$/, '').split('/');
  const folder = agency === undefined ? `${year}/` : `${year}/${agency}/`;
  if (unread.some((path) => path.startsWith(folder))) return [{ file, kind: 'not-summed' }];
  const parts = gatherParts(
    Number(year),
    receipts.filter(({ part }) => part.path.startsWith(folder)),
  );
  return compareTexts(file, text, agency === undefined ? writeYearTotal(parts) : writeAgencyTotal(parts, agency));
}

function gatherParts(year: number, receipts: readonly ReceiptSummary[]): TotalParts {
  const byAgency = Map.groupBy(receipts, ({ agency }) => agency.id);
  return {
    year,
    asOf: getUsual(receipts, ({ asOf }) => asOf)?.asOf ?? '',
    ruleSet: getUsual(receipts, ({ ruleSet }) => String(ruleSet))?.ruleSet ?? 0,
    parts: receipts.map(({ part }) => part),
    agencies: new Map(
      [...byAgency].flatMap(([id, own]) => {
        const usual = getUsual(own, ({ agency }) => JSON.stringify(agency));
        return usual === undefined ? [] : [[id, usual.agency] as const];
      }),
    ),
  };
}

/** What must be the same in all receipts of a site: the day, of a year the rules, of an agency's year its name. */
export function checkAgreement(receipts: readonly ReceiptSummary[]): Difference[] {
  const ofAgency = ({ year, agency }: ReceiptSummary) => `${year}/${agency.id}`;
  return [
    ...findStrays('asOf', [receipts], ({ asOf }) => JSON.stringify(asOf)),
    ...findStrays(
      'rules',
      group(receipts, ({ year }) => String(year)),
      ({ rules }) => rules,
    ),
    ...findStrays('agency', group(receipts, ofAgency), ({ agency }) => JSON.stringify(agency)),
  ];
}

type GetValue = (receipt: ReceiptSummary) => string;

function group(receipts: readonly ReceiptSummary[], getKey: GetValue): ReceiptSummary[][] {
  return [...Map.groupBy(receipts, getKey).values()];
}

/** Receipts that say something else than most of their group. */
function findStrays(field: string, groups: readonly (readonly ReceiptSummary[])[], getValue: GetValue): Difference[] {
  return groups.flatMap((receipts) => {
    const usual = getUsual(receipts, getValue);
    if (usual === undefined) return [];
    const recomputed = getValue(usual);
    const strays = receipts.filter((receipt) => getValue(receipt) !== recomputed);
    return strays.map((receipt): Difference => {
      return { file: receipt.file, kind: 'disagrees', field, published: getValue(receipt), recomputed };
    });
  });
}

/** A receipt whose value most share; of two values as frequent the first. */
function getUsual(receipts: readonly ReceiptSummary[], getValue: GetValue): ReceiptSummary | undefined {
  const groups = group(receipts, getValue);
  const most = Math.max(...groups.map(({ length }) => length));
  return groups.find(({ length }) => length === most)?.[0];
}
