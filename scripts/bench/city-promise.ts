import { getGoal, listDimensions } from './city-frame.ts';
import { getPromised, type Promised, round } from './city-measure.ts';
import { type CitySeries, getSlug } from './city-series.ts';
import { writeNarrative } from './city-text.ts';
import words from './city-words.json' with { type: 'json' };
import { asChoice } from './generate-content.ts';
import type { Random } from './random.ts';
import { writeFields } from './write-fields.ts';

/** How a name begins, so that it tells what is counted. */
const HEADS: Partial<Record<CitySeries['measure'], string>> = {
  share: 'ร้อยละของ',
  steps: 'ร้อยละความสำเร็จของ',
  levels: 'ระดับความสำเร็จของ',
  mixed: 'ระดับความสำเร็จในการจัดทำแผน',
  count: 'จำนวน',
  each: 'จำนวน',
  fewer: 'จำนวนผู้ได้รับผลกระทบจาก',
  none: 'จำนวนผู้เสียชีวิตที่เกี่ยวข้องกับ',
  days: 'ระยะเวลาเฉลี่ยของ',
  mean: 'ค่าเฉลี่ยของ',
};

/** The quarter after which a promise is withdrawn, where it is. */
export type Withdrawal = 1 | 2 | 3;

/** The text of `indicator.mdx`. */
export function writePromise(random: Random, series: CitySeries, year: number, withdrawn?: Withdrawal): string {
  const { topic, measure, at } = series;
  const promised = getPromised(series, year);
  const fields = {
    name: getName(series),
    nameEn: at % 3 === 0 ? `Indicator of ${topic.en} (${at})` : undefined,
    code: `${1000 + at}-${year % 100}`,
    kind: measure === 'mixed' ? 'unknown' : at % 2 === 0 ? 'strategic' : 'routine',
    outcome: (['output', 'outcome', 'output', 'unknown'] as const)[at % 4],
    negotiated: at % 17 === 5 ? true : undefined,
    dimension: listDimensions(year)[at % 3],
    plan: at % 5 === 3 ? undefined : getGoal(at, year),
    weight: promised.weight,
    unit: promised.unit,
    direction: promised.direction,
    accumulation: promised.accumulation,
    target: promised.target,
    quarterTargets: getQuarterTargets(at, promised),
    scale: promised.scale,
    ...getOddities(series, year),
    ...getLineage(series, year),
    responsible: at % 3 === 1 ? { unit: 'กลุ่มงานแผนและติดตามประเมินผล', position: words.positions[at % 3] } : undefined,
    withdrawn: withdrawn === undefined ? undefined : { quarter: withdrawn, reason: 'โอนภารกิจให้หน่วยงานอื่นระหว่างปี' },
    dataQuality: at % 6 === 2 ? { source: 'ระบบรายงานของหน่วยงาน', limits: 'ไม่รวมพื้นที่ที่อยู่ระหว่างก่อสร้าง' } : undefined,
    corrections: correctTarget(random, promised, year),
  };
  return `---\n${writeFields(fields)}---\n\n## คำนิยาม\n\n${writeNarrative(random, series)}\n## วิธีการคำนวณ\n\n${writeNarrative(random, series)}`;
}

function getName({ at, topic, measure }: CitySeries): string {
  const place = words['places-of-work'][at % words['places-of-work'].length] ?? '';
  const head = HEADS[measure] ?? 'ร้อยละของ';
  const tail =
    at % 4 === 3
      ? ` ตามแผนปฏิบัติการประจำปีและตามที่คณะกรรมการขับเคลื่อนยุทธศาสตร์ของเมืองเห็นชอบ โดยนับเฉพาะ${topic.things[2]}`
      : '';
  return at % 3 === 1 ? `${head}${topic.noun}` : `${head}${topic.noun}${place}${tail}`;
}

function getQuarterTargets(at: number, { accumulation, target, digits }: Promised) {
  if (at % 3 === 2 || accumulation === 'unknown') return undefined;
  if (accumulation === 'cumulative') return [0.25, 0.5, 0.75, 1].map((share) => round(target * share, digits));
  const each = accumulation === 'per-quarter' && digits === 0 ? round(target / 4, digits) : target;
  return [each, each, each, each];
}

/** What the source says otherwise, or does not say. */
function getOddities({ measure, at }: CitySeries, year: number) {
  const notScored = { reason: 'unit-mismatch', note: 'เป้าหมายพิมพ์เป็นระดับ แต่ผลงานพิมพ์เป็นร้อยละ จึงเทียบกันไม่ได้' };
  const source = {
    url: `https://example.org/kpi/${year}/${at}`,
    year: at % 2 === 0 ? 'stated' : 'inferred',
    yearBasis: at % 2 === 0 ? undefined : 'อนุมานจากวันที่ในข้อความรายงาน',
  };
  if (measure === 'mixed') return { notScored, declared: { target: '5', result: '75.00' }, source };
  if (measure === 'unsplit')
    return { source: { ...source, quarters: 'not-in-source', inferred: ['direction', 'accumulation', 'scale'] } };
  if (measure === 'steps' && at % 2 === 1)
    return { declared: { unit: 'ความสำเร็จ' }, source: { document: 'แบบรายงานผลสัมฤทธิ์', inferred: ['between'] } };
  return {};
}

/** A series takes another slug once: half of these keep their name, the others continue the one before. */
function getLineage(series: CitySeries, year: number) {
  const { at, agency, renamedIn } = series;
  const redefined = at % 29 === 11 && year % 5 === 3 ? 'เปลี่ยนวิธีนับจากจำนวนครั้งเป็นจำนวนพื้นที่ตั้งแต่ปีนี้' : undefined;
  if (renamedIn === undefined || year < renamedIn) return { redefined };
  const before = `${agency}/${getSlug(series, renamedIn - 1)}`;
  if (at % 2 === 0) return { redefined, series: before };
  return { redefined, continues: year === renamedIn ? before : undefined };
}

function correctTarget(random: Random, { target }: Promised, year: number) {
  if (target === 0 || random.below(100) >= 2) return undefined;
  const [reason, approvedBy] = [random.pick(asChoice(words.reasons)), random.pick(asChoice(words.positions))];
  return [{ date: `${year - 543}-05-20`, field: 'target', from: target + 1, to: target, reason, approvedBy }];
}
