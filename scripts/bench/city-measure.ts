import type { CitySeries, Measure, Topic } from './city-series.ts';
import type { Random } from './random.ts';

type Accumulation = 'cumulative' | 'per-quarter' | 'latest' | 'year-end' | 'unknown';

/** What is promised of a series in one year. */
export interface Promised {
  unit: string;
  direction: 'higher' | 'lower';
  accumulation: Accumulation;
  target: number;
  scale: object;
  weight: number | 'unknown';
  /** Decimals of its figures. */
  digits: number;
}

const WEIGHTS = [10, 5, 20, 15, 'unknown'] as const;
/** Of a target, where the five bands begin, as shares of it. */
const RISING = [0.6, 0.7, 0.8, 0.9, 1];
const FALLING = [1.8, 1.6, 1.4, 1.2, 1];
/** How much of the year is done at the end of each quarter. */
const DONE = [0.2, 0.45, 0.72, 1];

/** What a series has of its own, whatever it measures; figures of the year. */
interface Basis {
  topic: Topic;
  /** Which of several ways of the same measure it takes. */
  turn: number;
  between: 'linear' | 'step';
  weight: number | 'unknown';
  /** A target in percent, and one to be counted. */
  share: number;
  count: number;
}

/** The same promise for the same series, with a target that moves from year to year. */
export function getPromised({ at, topic, measure }: CitySeries, year: number): Promised {
  const turn = Math.floor(at / 13);
  const growth = Math.max(0.5, 1 + (year - 2555) * 0.02);
  const weight = WEIGHTS[at % WEIGHTS.length] ?? 'unknown';
  const basis: Basis = {
    topic,
    turn,
    between: turn % 2 === 0 ? 'linear' : 'step',
    weight,
    share: Math.min(98, Math.round(60 + ((at * 7) % 30) * growth)),
    count: Math.round((20 + ((at * 37) % 1500)) * growth),
  };
  return { direction: 'higher', weight, digits: 2, accumulation: 'latest', ...MADE[measure](basis) };
}

/** What each measure promises; where it says nothing, more is better, the latest figure counts, in two decimals. */
const MADE: Record<Measure, (basis: Basis) => Partial<Promised> & Pick<Promised, 'unit' | 'target' | 'scale'>> = {
  share: (basis) => {
    const accumulation = (['latest', 'cumulative', 'per-quarter', 'year-end'] as const)[basis.turn % 4] ?? 'latest';
    const scale = basis.turn % 3 === 1 ? PROPORTIONAL : buildBands(basis, basis.share);
    return { unit: 'ร้อยละ', accumulation, target: basis.share, scale };
  },
  steps: ({ topic, weight, between }) => {
    const levels = buildLevels(weight === 'unknown' ? 10 : weight, (level) => topic.things[level % 3] ?? '');
    return { unit: 'ร้อยละ', accumulation: 'cumulative', target: 100, scale: { kind: 'milestones', between, levels } };
  },
  levels: ({ topic }) => {
    const scale = { kind: 'milestones', between: 'step', reads: 'level', levels: buildLevels(10, () => topic.noun) };
    return { unit: 'ระดับ', target: 5, scale, weight: 10, digits: 0 };
  },
  count: ({ topic, turn, count }) => {
    const scale = { ...PROPORTIONAL, baseline: turn % 2 === 0 ? Math.floor(count / 5) : undefined };
    return { unit: topic.unit, accumulation: 'cumulative', target: count, scale, digits: 0 };
  },
  each: (basis) => {
    const { topic, count } = basis;
    return {
      unit: topic.unit,
      accumulation: 'per-quarter',
      target: count,
      scale: buildBands(basis, count, RISING, 1),
      digits: 0,
    };
  },
  fewer: ({ count }) => {
    return {
      unit: 'ราย',
      direction: 'lower',
      target: count,
      scale: { ...PROPORTIONAL, baseline: count * 2 },
      digits: 0,
    };
  },
  none: () => ({
    unit: 'ราย',
    direction: 'lower',
    accumulation: 'cumulative',
    target: 0,
    scale: PROPORTIONAL,
    digits: 0,
  }),
  days: (basis) => ({ unit: 'วัน', direction: 'lower', target: 15, scale: buildBands(basis, 15, FALLING) }),
  mean: (basis) => ({ unit: 'ค่าเฉลี่ย', accumulation: 'year-end', target: 4.2, scale: buildBands(basis, 4.2) }),
  mixed: () => ({ unit: 'ระดับ', target: 5, scale: PROPORTIONAL, weight: 'unknown' }),
  unsplit: ({ share }) => ({ unit: 'ร้อยละ', accumulation: 'unknown', target: share, scale: PROPORTIONAL }),
};

const PROPORTIONAL = { kind: 'proportional' };

function buildBands({ between, turn }: Basis, target: number, shares = RISING, digits = 2) {
  const edges = shares.map((share) => round(share * target, digits));
  return { kind: 'bands', between, edges, floor: turn % 3 === 0 ? 0 : 1 };
}

function buildLevels(top: number, getObject: (level: number) => string) {
  return CRITERIA.map((criterion, index) => {
    const level = index + 1;
    return { level, percent: level * 20, points: (level * top) / 5, criterion: `${criterion}${getObject(level)}` };
  });
}

/** The four quarters' figures, and what the year comes to; of some measures nothing is known before its end. */
export function getFigures({ measure }: CitySeries, promised: Promised, random: Random) {
  const { direction, target, accumulation, digits } = promised;
  if (measure === 'none') {
    const cases = Math.max(0, random.below(6) - 3);
    return { quarters: [0, 0, cases, cases], year: cases };
  }
  if (measure === 'levels') {
    const last = 2 + random.below(4);
    return { quarters: [1, Math.min(2, last), Math.max(1, last - 1), last], year: last };
  }
  // A target of a level, and a result in percent: as it is published now and then.
  const aim = measure === 'mixed' ? 100 : target;
  const reach = direction === 'higher' ? 0.6 + random.next() * 0.5 : 1.4 - random.next() * 0.6;
  const most = promised.unit === 'ร้อยละ' || measure === 'mixed' ? 100 : Number.POSITIVE_INFINITY;
  const year = round(Math.min(most, aim * reach), digits);
  const rising = DONE.map((done, index) =>
    index === 3 ? year : round(year * done * (0.85 + random.next() * 0.15), digits),
  );
  const known: Record<Accumulation, (number | undefined)[]> = {
    cumulative: rising,
    latest: rising.map((value, index) =>
      direction === 'higher' ? value : round(year * (1 + (3 - index) * 0.1), digits),
    ),
    'per-quarter': DONE.map(() => round((digits === 0 ? year / 4 : year) * (0.8 + random.next() * 0.2), digits)),
    'year-end': [undefined, undefined, undefined, year],
    unknown: [undefined, undefined, undefined, undefined],
  };
  return { quarters: known[accumulation], year };
}

const CRITERIA = [
  'แต่งตั้งคณะทำงานและสำรวจ',
  'จัดทำแผนและได้รับความเห็นชอบเรื่อง',
  'ดำเนินการตามแผนไม่น้อยกว่าครึ่งหนึ่งของ',
  'ดำเนินการครบถ้วนและตรวจรับ',
  'สรุปผลและเผยแพร่ต่อประชาชนเรื่อง',
];

export function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
