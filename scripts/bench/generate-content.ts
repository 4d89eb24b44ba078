import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import phrases from './phrases.json' with { type: 'json' };
import { createRandom, type Random } from './random.ts';

export interface ContentSize {
  indicators: number;
  years: number;
  seed: number;
}

/** Where in the content a text stands. */
export interface TextPlace {
  year: number;
  agency: number;
  series: number;
  quarter?: number;
}

/** The words of a content folder. All but the tables of figures comes from here. */
export interface Wording {
  /** The file of an agency. */
  getAgency: (agency: number) => string;
  /** The only plan's file, where there is a plan, and a goal in it as a field of an indicator. */
  plan?: { slug: string; text: string; getGoal: (series: number) => string };
  getName: (random: Random, place: TextPlace) => string;
  getNarrative: (random: Random, place: TextPlace) => string;
  getEvidence: (random: Random, place: TextPlace) => string;
  /** Text of the year's summary, where there is one. */
  getSummary?: (random: Random, place: TextPlace) => string;
}

export const NEWEST_YEAR = 2567;
const AGENCIES = 50;

/** Writes a whole content folder of realistic Thai text; the same size and seed give the same bytes. Returns the number of entries. */
export function generateContent(folder: string, size: ContentSize, wording: Wording): number {
  const random = createRandom(size.seed);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('site.yaml', SITE);
  const agencies = Math.min(AGENCIES, size.indicators);
  for (let agency = 0; agency < agencies; agency++) {
    write(`agencies/agency-${agency}.yaml`, wording.getAgency(agency));
  }
  if (wording.plan !== undefined) write(`plan/${wording.plan.slug}.yaml`, wording.plan.text);
  for (let back = 0; back < size.years; back++)
    write(`calendar/${NEWEST_YEAR - back}.yaml`, getCalendar(NEWEST_YEAR - back));
  let entries = 0;
  for (let index = 0; index < size.indicators; index++) {
    // An indicator goes on through the years, in the same agency and unit.
    const series = Math.floor(index / size.years);
    const place: TextPlace = { year: NEWEST_YEAR - (index % size.years), agency: series % agencies, series };
    const path = `reports/${place.year}/agency-${place.agency}/indicator-${series}`;
    const target = 20 + random.below(80);
    write(`${path}/indicator.mdx`, getIndicator(random, target, place, wording));
    for (let quarter = 1; quarter <= 4; quarter++) {
      write(`${path}/q${quarter}.mdx`, getReport(random, target, quarter, place, wording));
    }
    entries += 5;
    if (wording.getSummary === undefined) continue;
    write(`${path}/year.mdx`, `---\n---\n\n${wording.getSummary(random, place)}`);
    entries += 1;
  }
  return entries;
}

function getIndicator(random: Random, target: number, place: TextPlace, wording: Wording): string {
  const { series } = place;
  const name = wording.getName(random, place);
  const unit = phrases.units[series % phrases.units.length];
  const milestones = [1, 2, 3, 4, 5].map(
    (level) =>
      `    - { level: ${level}, percent: ${level * 20}, points: ${level * 2}, criterion: ${random.pick(asChoice(phrases.actions))} }`,
  );
  const scale =
    series % 3 === 0
      ? `scale:\n  kind: milestones\n  between: step\n  levels:\n${milestones.join('\n')}`
      : 'scale: { kind: proportional }';
  return `---
name: ${name}
code: "${series}"
kind: ${series % 2 === 0 ? 'strategic' : 'routine'}
outcome: output${wording.plan === undefined ? '' : `\n${wording.plan.getGoal(series)}`}
weight: 10
unit: ${series % 3 === 0 ? 'ร้อยละ' : unit}
direction: higher
accumulation: cumulative
target: ${series % 3 === 0 ? 100 : target}
quarterTargets: [${[0.25, 0.5, 0.75, 1].map((share) => (series % 3 === 0 ? 100 : target) * share).join(', ')}]
${scale}
---

## คำนิยาม

${wording.getNarrative(random, place)}
## วิธีการคำนวณ

${wording.getNarrative(random, place)}`;
}

function getReport(random: Random, target: number, quarter: number, at: TextPlace, wording: Wording): string {
  const place = { ...at, quarter };
  const result = ((target * quarter) / 4) * (0.7 + random.next() * 0.5);
  return `---
result: ${result.toFixed(2)}
review: { completeness: 100, timeliness: ${random.below(2) * 50 + 50} }
evidence:
  - title: ${wording.getEvidence(random, place)}
---

${wording.getNarrative(random, place)}`;
}

function getCalendar(year: number): string {
  const ce = year - 543;
  const ends = [`${ce}-01`, `${ce}-04`, `${ce}-07`, `${ce}-10`];
  const quarters = ends.map((month) => `  - { due: ${month}-15, closed: ${month}-28 }`);
  return `quarters:\n${quarters.join('\n')}\nthresholds: { onTrack: 100, behind: 60 }\nruleSet: 1\nbasis: assumed\n`;
}

const SITE = `name: เมืองทดสอบ
nameEn: Test City
organisation: เมืองทดสอบ
organisationEn: Test City
summary: ข้อมูลสำหรับวัดความเร็ว
summaryEn: Content for measuring
languages: [th]
timeZone: Asia/Bangkok
agencyGroups: [{ id: office, name: สำนัก, nameEn: Offices }]
ratioUnits: [ร้อยละ]
`;

/** A list from a file, which is not empty. */
export function asChoice(items: readonly string[]): [string, ...string[]] {
  const [first = '', ...rest] = items;
  return [first, ...rest];
}
