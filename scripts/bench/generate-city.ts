import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listAgencies, listPlans, MOST_AGENCIES, writeCalendar, writeSite } from './city-frame.ts';
import { getFigures, getPromised } from './city-measure.ts';
import { type Withdrawal, writePromise } from './city-promise.ts';
import { writeReport, writeYear } from './city-report.ts';
import { type CitySeries, createSeriesRandom, getSeries, getSlug } from './city-series.ts';
import { type ContentSize, NEWEST_YEAR } from './generate-content.ts';
import type { Random } from './random.ts';

export interface CitySize extends ContentSize {
  /** Languages of the site; Thai alone without it. */
  languages?: readonly string[];
}

/** Files of one indicator by their names. */
type Folder = Record<string, string>;

/** Of a hundred: quarters never reported, promises withdrawn, last quarters of zero, years with a summary. */
const MISSING = 5;
const WITHDRAWN = 2;
const LAST_ZERO = 2;
const SUMMED_UP = 45;

/** The least that is told to be one by its first bytes. */
const PDF = '%PDF-1.4\n%%EOF\n';

/**
 * Writes the content of a city that was never: all that the schema allows and real content has, about five entries an
 * indicator. Nothing in it is an error, much of it is odd. The same size and seed give the same bytes. Returns the number of
 * entries of indicators.
 */
export function generateCity(folder: string, size: CitySize): number {
  const agencies = listAgencies(Math.min(MOST_AGENCIES, size.indicators));
  const years = Array.from({ length: size.years }, (_, back) => NEWEST_YEAR - back);
  write(folder, { 'site.yaml': writeSite(size.languages ?? ['th']) });
  write(join(folder, 'agencies'), Object.fromEntries(agencies.map(({ slug, text }) => [`${slug}.yaml`, text])));
  write(join(folder, 'plan'), Object.fromEntries(listPlans().map(({ slug, text }) => [`${slug}.yaml`, text])));
  write(join(folder, 'calendar'), Object.fromEntries(years.map((year) => [`${year}.yaml`, writeCalendar(year)])));
  const slugs = agencies.map(({ slug }) => slug);
  let entries = 0;
  for (let index = 0; index < size.indicators; index++) {
    const series = getSeries(Math.floor(index / size.years), slugs, NEWEST_YEAR, size.years);
    const year = NEWEST_YEAR - (index % size.years);
    const files = writeIndicator(createSeriesRandom(size.seed, series.at, year), series, year);
    write(join(folder, 'reports', String(year), series.agency, getSlug(series, year)), files);
    entries += Object.keys(files).filter((name) => name.endsWith('.mdx')).length;
  }
  return entries;
}

function writeIndicator(random: Random, series: CitySeries, year: number): Folder {
  const promised = getPromised(series, year);
  const figures = getFigures(series, promised, random);
  const withdrawn = random.below(100) < WITHDRAWN ? random.pick<Withdrawal>([1, 2, 3]) : undefined;
  const endsInZero = withdrawn === undefined && random.below(100) < LAST_ZERO;
  const files: Folder = { 'indicator.mdx': writePromise(random, series, year, withdrawn) };
  const reported = series.measure === 'unsplit' ? 0 : (withdrawn ?? 4);
  for (const quarter of ([1, 2, 3, 4] as const).slice(0, reported)) {
    if (random.below(100) < MISSING) continue;
    const figure = quarter === 4 && endsInZero ? 0 : figures.quarters[quarter - 1];
    const at = { year, quarter, digits: promised.digits, ...(figure === undefined ? {} : { figure }) };
    const { text, file } = writeReport(random, series, at);
    files[`q${quarter}.mdx`] = text;
    if (file !== undefined) files[file] = PDF;
  }
  // Percentages of quarters cannot be added up: there the year's own is stated.
  const isStated = series.measure === 'unsplit' || (promised.accumulation === 'per-quarter' && promised.digits > 0);
  if (withdrawn === undefined && (isStated || random.below(100) < SUMMED_UP))
    files['year.mdx'] = writeYear(random, series, isStated ? figures.year : undefined);
  return files;
}

function write(folder: string, files: Folder): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
