import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { round } from '#domain/decimal.ts';
import type { Indicator } from '#domain/schemas/indicator.ts';
import type { Bands, Scale } from '#domain/schemas/scale.ts';
import { scoreValue } from '#domain/scoring/score.ts';
import { buildIndicator, buildMilestones } from '../../support/build-indicator.ts';
import {
  bands,
  direction,
  figure,
  milestones,
  promise,
  proportional,
  resultFor,
  score,
  weight,
} from './arbitraries.ts';

const RUNS = { numRuns: 300 };
const withResult = promise.chain((drawn) => fc.tuple(fc.constant(drawn), resultFor(drawn)));

describe('every scale', () => {
  test('a better result never earns less, in either direction', () => {
    const pairs = promise.chain((drawn) => fc.tuple(fc.constant(drawn), resultFor(drawn), resultFor(drawn)));
    fc.assert(
      fc.property(pairs, ([drawn, one, two]) => {
        const [low, high] = one < two ? [one, two] : [two, one];
        const [worse, better] = drawn.direction === 'higher' ? [low, high] : [high, low];
        const [less, more] = [score(worse, drawn), score(better, drawn)];
        expect(more.points).toBeGreaterThanOrEqual(less.points ?? Number.NaN);
        expect(more.percent).toBeGreaterThanOrEqual(less.percent);
        expect(more.level ?? 0).toBeGreaterThanOrEqual(less.level ?? 0);
      }),
      RUNS,
    );
  });

  test('points lie between nothing and the weight, percent between 0 and 100', () => {
    fc.assert(
      fc.property(withResult, ([drawn, value]) => {
        for (const marks of [score(value, drawn), score(value, drawn).other]) {
          if (marks === undefined) continue;
          expect(marks.percent).toBeGreaterThanOrEqual(0);
          expect(marks.percent).toBeLessThanOrEqual(100);
          expect(marks.points).toBeGreaterThanOrEqual(0);
          expect(marks.points).toBeLessThanOrEqual(drawn.weight);
        }
      }),
      RUNS,
    );
  });

  test('percent and points say the same, up to their rounding', () => {
    fc.assert(
      fc.property(withResult, ([drawn, value]) => {
        const { percent, points = Number.NaN } = score(value, drawn);
        const tolerance = 0.005 + (drawn.weight * 0.000_05) / 100 + 1e-9;
        expect(Math.abs(points - (drawn.weight * percent) / 100)).toBeLessThanOrEqual(tolerance);
      }),
      RUNS,
    );
  });

  test('published numbers carry no more decimals than promised', () => {
    fc.assert(
      fc.property(withResult, ([drawn, value]) => {
        const { percent, points = Number.NaN } = score(value, drawn);
        expect(percent).toBe(round(percent, 4));
        expect(points === drawn.weight || points === round(points, 2)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('both directions are the same rule seen in a mirror', () => {
  const mirror = (scale: Scale): Scale => {
    if (scale.kind === 'milestones') return scale;
    if (scale.kind === 'bands') return { ...scale, edges: scale.edges.map((edge) => 0 - edge) as Bands['edges'] };
    return scale.baseline === undefined ? scale : { ...scale, baseline: 0 - scale.baseline };
  };

  test('bands and shares of the gap earn the same with every sign turned', () => {
    const drawn = fc.oneof(bands, proportional).chain((one) => fc.tuple(fc.constant(one), resultFor(one)));
    fc.assert(
      fc.property(drawn, ([one, value]) => {
        const turned: Partial<Indicator> = {
          ...one,
          direction: one.direction === 'higher' ? 'lower' : 'higher',
          scale: mirror(one.scale),
          ...('target' in one ? { target: 0 - one.target } : {}),
        };
        const { points, percent, level } = score(value, one);
        expect(score(0 - value, turned)).toMatchObject({ points, percent, ...(level === undefined ? {} : { level }) });
      }),
      RUNS,
    );
  });
});

describe('milestones', () => {
  test('with five equal levels, level k earns w·k/5 and is the last one reached', () => {
    const percent = fc.integer({ min: 0, max: 13_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(percent, weight, (value, drawn) => {
        const level = Math.min(5, Math.floor(value / 20));
        const read = score(value, { weight: drawn, scale: buildMilestones('step', drawn) });
        expect(read.level).toBe(level);
        const tenThousandths = Math.round(drawn * 1000) * 2 * level;
        expect(read.points).toBe(Math.min(drawn, Math.floor((tenThousandths + 50) / 100) / 100));
        expect(read.percent).toBe(20 * level);
      }),
      RUNS,
    );
  });

  test('to count the way between levels never earns less than to count the steps', () => {
    const drawn = fc.oneof(milestones, bands).chain((one) => fc.tuple(fc.constant(one), resultFor(one)));
    fc.assert(
      fc.property(drawn, ([one, value]) => {
        const read = score(value, one);
        const marks = [read, read.other];
        const points = (reading: string) => marks.find((mark) => mark?.reading === reading)?.points ?? Number.NaN;
        expect(points('linear')).toBeGreaterThanOrEqual(points('step'));
      }),
      RUNS,
    );
  });

  test('on a level both readings agree; a hundredth below, only the way counts', () => {
    fc.assert(
      fc.property(milestones, fc.nat(9), (one, at) => {
        const { scale } = one;
        const level = scale.levels[at % scale.levels.length];
        if (level === undefined) return;
        const on = score(level.percent, one);
        expect(on.level).toBe(level.level);
        expect(on.other?.points).toBe(on.points);
        expect(score(Math.round(level.percent * 100 - 1) / 100, one).level).toBe(level.level - 1);
      }),
      RUNS,
    );
  });
});

describe('bands', () => {
  test('exactly on a criterion is that criterion; a hundredth short of it is the one before', () => {
    fc.assert(
      fc.property(bands, fc.nat(4), (one, at) => {
        const edge = one.scale.edges[at] ?? Number.NaN;
        const short = Math.round(edge * 100 + (one.direction === 'higher' ? -1 : 1)) / 100;
        const on = score(edge, one);
        expect({ level: on.level, percent: on.percent }).toEqual({ level: at + 1, percent: 20 * (at + 1) });
        expect(score(short, one).level).toBe(at === 0 ? one.scale.floor : at);
      }),
      RUNS,
    );
  });
});

describe('a target', () => {
  test('earns everything from exactly on it, and a hundredth short of it does not', () => {
    fc.assert(
      fc.property(proportional, fc.nat(1000), (one, beyond) => {
        const sign = one.direction === 'higher' ? 1 : -1;
        const at = (hundredths: number) => score(Math.round(one.target * 100 + sign * hundredths) / 100, one);
        expect(at(beyond)).toMatchObject({ percent: 100, points: Math.min(one.weight, round(one.weight, 2)) });
        expect(at(-1).steps.map(({ step }) => step)).not.toContain('met');
      }),
      RUNS,
    );
  });
});

describe('any finite input that the schema lets through, in order or not', () => {
  const finite = fc.oneof(figure, fc.double({ noNaN: true, noDefaultInfinity: true }));
  const five = fc.tuple(finite, finite, finite, finite, finite);
  const level = fc.record({
    level: fc.integer({ min: 1, max: 10 }),
    percent: fc.double({ min: 0, max: 100, noNaN: true }),
    points: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    criterion: fc.constant('…'),
  });
  const reading = fc.constantFrom<'step' | 'linear'>('step', 'linear');
  const scale: fc.Arbitrary<Scale> = fc.oneof(
    fc.record({
      kind: fc.constant('milestones'),
      between: reading,
      reads: fc.constantFrom<'percent' | 'level'>('percent', 'level'),
      levels: fc.array(level, { minLength: 1, maxLength: 10 }),
    }),
    fc.record({ kind: fc.constant('bands'), between: reading, edges: five, floor: fc.constantFrom<0 | 1>(0, 1) }),
    fc.record({ kind: fc.constant('proportional'), baseline: finite }),
  );

  test('gives finite numbers only, in the marks and in every step', () => {
    fc.assert(
      fc.property(scale, finite, finite, direction, weight, (one, value, target, way, of) => {
        const indicator = buildIndicator({ scale: one, target, direction: way, weight: of });
        const numbers: number[] = [];
        JSON.stringify(scoreValue(value, indicator, 1), (_, inner) => {
          if (typeof inner === 'number') numbers.push(inner);
          return inner;
        });
        expect(numbers.length).toBeGreaterThan(2);
        expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
