import { round } from './city-measure.ts';
import type { CitySeries } from './city-series.ts';
import { writeNarrative, writeSummary, writeTimeline } from './city-text.ts';
import words from './city-words.json' with { type: 'json' };
import { asChoice } from './generate-content.ts';
import type { Random } from './random.ts';
import { writeFields } from './write-fields.ts';

/** A quarter of one promise. */
export interface Quarter {
  year: number;
  quarter: 1 | 2 | 3 | 4;
  /** What it comes to; absent where that is known of the whole year only. */
  figure?: number;
  digits: number;
}

/** A report's text, and whether it names a file beside it. */
export interface WrittenReport {
  text: string;
  file?: string;
}

/** Of a hundred reports, so many. */
const IN_WORDS = 4;
const NOT_APPLICABLE = 2;
const CORRECTED = 3;
const LATE = 8;
const WITH_FILE = 5;

const ENDS = { 1: ['12-31', '01'], 2: ['03-31', '04'], 3: ['06-30', '07'], 4: ['09-30', '10'] } as const;

export function writeReport(random: Random, series: CitySeries, at: Quarter): WrittenReport {
  const { year, quarter, digits } = at;
  const kind = random.below(100);
  if (kind < NOT_APPLICABLE) return { text: `---\nnotApplicable: ไม่มีแผนดำเนินงานในไตรมาสที่ ${quarter}\n---\n` };
  const figure = kind < NOT_APPLICABLE + IN_WORDS ? undefined : at.figure;
  const ce = year - 543;
  const [end, month] = ENDS[quarter];
  const late = random.below(100) < LATE;
  const file = random.below(100) < WITH_FILE ? `minutes-${quarter}.pdf` : undefined;
  const fields = {
    result: figure,
    asOf: `${quarter === 1 ? ce - 1 : ce}-${end}`,
    submitted: `${ce}-${month}-${late ? 18 + random.below(8) : 10 + random.below(5)}`,
    level: series.measure === 'levels' && figure !== undefined && random.below(3) === 0 ? figure : undefined,
    review:
      random.below(5) === 0
        ? undefined
        : { completeness: random.pick([100, 95, 90, 85, 75, 0]), timeliness: late ? 50 : 100 },
    evidence: listEvidence(random, at, file),
    corrections:
      figure === undefined || random.below(100) >= CORRECTED ? undefined : [correct(random, at, figure, digits)],
  };
  const timeline = random.below(30) === 0 ? `\n${writeTimeline(random, series, year)}` : '';
  const text = `---\n${writeFields(fields)}---\n\n${writeNarrative(random, series, `ไตรมาสที่ ${quarter}`)}${timeline}`;
  return { text, ...(file === undefined ? {} : { file }) };
}

/** `year.mdx`; with the year's result where that is stated. */
export function writeYear(random: Random, series: CitySeries, result?: number): string {
  return `---\n${writeFields({ result })}---\n\n${writeSummary(random, series)}`;
}

function listEvidence(random: Random, { year, quarter }: Quarter, file: string | undefined) {
  const titles = Array.from(
    { length: random.below(3) },
    (_, index) => `${random.pick(asChoice(words.evidence))} ${quarter}/${index + 1}`,
  );
  const linked = titles.map((title, index) =>
    index === 0 ? { title, url: `https://example.org/evidence/${year}/${random.below(90_000)}` } : { title },
  );
  const all = [...linked, ...(file === undefined ? [] : [{ title: 'รายงานการประชุม', file }])];
  return all.length === 0 ? undefined : all;
}

function correct(random: Random, { year, quarter }: Quarter, figure: number, digits: number) {
  const month = quarter === 4 ? '10-30' : `0${3 + quarter * 2}-14`;
  return {
    date: `${year - 543}-${month}`,
    field: 'result',
    from: round(figure * 0.9 + 1, digits),
    to: figure,
    reason: random.pick(asChoice(words.reasons)),
    approvedBy: random.pick(asChoice(words.positions)),
  };
}
