import { getQuarterSpan, QUARTERS } from '#domain/fiscal-year.ts';
import { isInferred } from '#domain/inferred.ts';
import type { QuarterNumber } from '#domain/schemas/text.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import { isUnitInDoubt, isWholeYear } from '#domain/scoring/results.ts';
import { type DataPage, nameAgency, nameItem } from './data-page.ts';

/** What an indicator measures and, where it has a number, the target: a floor, or a ceiling where lower is better. */
export function listVariables(item: ScoredItem, { language, t }: DataPage): object[] {
  const { target, direction } = item.indicator.data;
  const unitText = getUnitText(item);
  const measured = {
    '@type': 'PropertyValue',
    name: nameItem(item, language).name,
    unitText,
    description: t(`direction.${direction}`),
  };
  if (target === 'unknown') return [measured];
  const bound = direction === 'higher' ? { minValue: target } : { maxValue: target };
  const note = isInferred(item.indicator.data, 'target') ? { description: t('target.inferred') } : {};
  return [measured, { '@type': 'PropertyValue', name: t('table.target'), unitText, ...bound, ...note }];
}

/** One observation for each figure that was reported, and one for the year. A quarter without a figure has none; zero is a figure. */
export function listObservations(site: ScoredSite, item: ScoredItem, page: DataPage): object[] {
  const { name, '@type': type, identifier } = nameAgency(site, item.agency, item.year, page.language);
  const base = {
    '@type': 'Observation',
    variableMeasured: nameItem(item, page.language).name,
    observationAbout: { '@type': type, name, identifier },
    unitText: getUnitText(item),
  };
  const quarters = QUARTERS.map((quarter) => observeQuarter(item, quarter, page));
  return [...quarters, observeYear(item, page)].flatMap((own) => (own === undefined ? [] : [{ ...base, ...own }]));
}

function observeQuarter(item: ScoredItem, quarter: QuarterNumber, { t, format }: DataPage) {
  const report = item.reports[quarter]?.data;
  if (report?.result === undefined) return undefined;
  const { from, until } = getQuarterSpan(item.year, quarter);
  return {
    name: `${t('quarter.label', { quarter })} · ${format.months(from, until)}`,
    description: joinNotes(wordNotScored(item, { t })),
    value: report.result,
    observationPeriod: getPeriod(item, quarter),
    observationDate: report.asOf,
  };
}

/** How long a quarter's figure was counted, as a duration; not known where nothing says whether it holds the quarters before it. */
function getPeriod({ indicator }: ScoredItem, quarter: QuarterNumber): string | undefined {
  const { accumulation } = indicator.data;
  if (accumulation === 'unknown') return undefined;
  const isOfYear = accumulation === 'year-end' && quarter === 4;
  return accumulation === 'cumulative' || isOfYear ? countMonths(quarter) : 'P3M';
}

/** A withdrawn indicator has no figure of the year. */
function observeYear(item: ScoredItem, { t }: DataPage) {
  const { result, isProvisional } = item.standing.year;
  if (result === undefined || item.indicator.data.withdrawn !== undefined) return undefined;
  const isStated = result.from === 'stated';
  const last = result.quarters.at(-1) ?? 4;
  const made = t('result.from-quarters', { quarters: result.quarters.join(', ') });
  const missing = result.missing.length === 0 ? [] : [t('result.missing', { quarters: result.missing.join(', ') })];
  const from = isStated ? [t('result.stated')] : [made, ...missing];
  const asOf = isStated ? item.summary?.data.asOf : item.reports[last]?.data.asOf;
  return {
    name: t(isProvisional ? 'chart.so-far' : isWholeYear(item) ? 'table.year-row' : 'chart.partial'),
    description: joinNotes([...from, ...(isProvisional ? [t('open.provisional')] : []), ...wordNotScored(item, { t })]),
    value: result.value,
    observationPeriod: isStated ? 'P1Y' : countMonths(last),
    observationDate: asOf,
  };
}

/** From the first day of the fiscal year to the last of a quarter. */
function countMonths(quarter: QuarterNumber): string {
  return quarter === 4 ? 'P1Y' : `P${3 * quarter}M`;
}

/** The unit of the figures; not known where the result is in another one than the indicator names. */
function getUnitText(item: ScoredItem): string | undefined {
  return isUnitInDoubt(item) ? undefined : item.indicator.data.unit;
}

/** Why the figure cannot be held against the target. */
function wordNotScored({ indicator }: ScoredItem, { t }: Pick<DataPage, 't'>): string[] {
  const { notScored } = indicator.data;
  return notScored === undefined ? [] : [t(`reason.${notScored.reason}`)];
}

function joinNotes(notes: string[]): string | undefined {
  return notes.length === 0 ? undefined : notes.join(' · ');
}
