import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '#domain/schemas/indicator.ts';
import { scoreValue } from '#domain/scoring/score.ts';
import { getScoreView, type ScoreView } from '#views/score-view.ts';
import { buildIndicator, buildMilestones } from '../support/build-indicator.ts';
import { english, thai } from '../support/build-site.ts';

const edges: [number, number, number, number, number] = [50, 60, 70, 80, 90];
const SCALES: [name: string, changes: Partial<Indicator>][] = [
  ['milestones', { scale: buildMilestones('linear', 30) }],
  ['bands, rising', { scale: { kind: 'bands', edges, floor: 0, between: 'linear' } }],
  [
    'bands, falling',
    { direction: 'lower', scale: { kind: 'bands', edges: [90, 80, 70, 60, 50], floor: 1, between: 'linear' } },
  ],
  ['proportional', {}],
  ['proportional from a baseline', { target: 80, scale: { kind: 'proportional', baseline: 35 } }],
  ['proportional, less is better', { direction: 'lower', target: 20, scale: { kind: 'proportional', baseline: 140 } }],
];

/** Sums that a step writes out: what is worked out, what it is said to be, and how exactly that is written. */
function findSums(step: string): { worked: number; said: number; exact: number }[] {
  const sums = [...step.matchAll(/((?:[\d.,]+|\()[\d.,()+−÷× ]*) = ([\d.,]+)(%?)/g)];
  return sums
    .filter(([, sum = '']) => /[÷×+−]/.test(sum))
    .map(([, sum = '', said = '', sign]) => ({
      worked: workOut(sum) * (sign === '%' ? 100 : 1),
      said: toNumber(said),
      exact: sign === '%' ? 0.00005 : 0.005,
    }));
}

const toNumber = (text: string) => Number(text.replaceAll(',', ''));

/** Left to right with × and ÷ before + and −, brackets first. */
function workOut(sum: string): number {
  const inner = /\(([^()]*)\)/.exec(sum);
  if (inner !== null) return workOut(sum.replace(inner[0], String(workOut(inner[1] ?? '')).replace('-', '~')));
  const value = (text: string) => toNumber(text.trim().replace('~', '-'));
  const product = (text: string) =>
    text.split(/(?=[×÷])/).reduce((made, part) => {
      if (part.startsWith('×')) return made * value(part.slice(1));
      return part.startsWith('÷') ? made / value(part.slice(1)) : value(part);
    }, 0);
  return sum.split(/(?=[+−])/).reduce((made, part) => {
    return part.startsWith('−') ? made - product(part.slice(1)) : made + product(part.replace('+', ''));
  }, 0);
}

/** "70.1234% of the weight 30 = 21.04 points" in either language. */
function checkPoints(view: Pick<ScoreView, 'steps' | 'value'>): void {
  const [, percent = '', weight = '', points = ''] =
    /^([\d.,]+)% \D+ ([\d.,]+) = ([\d.,]+) /.exec(view.steps.at(-1) ?? '') ?? [];
  expect(points).toBe(view.value);
  expect(Math.abs((toNumber(percent) * toNumber(weight)) / 100 - toNumber(points))).toBeLessThan(0.00502);
}

const value = fc.integer({ min: 0, max: 20_000 }).map((hundredths) => hundredths / 100);

describe.each(SCALES)('the sum on the page, %s', (_, changes) => {
  const indicator = buildIndicator({ weight: 30, ...changes });

  test.each([
    ['Thai', thai],
    ['English', english],
  ])('comes out for everyone who does it again, in %s', (_language, context) => {
    fc.assert(
      fc.property(value, (result) => {
        const view = getScoreView(scoreValue(result, indicator, 1), context);
        for (const reading of [view, ...(view.other === undefined ? [] : [view.other])]) {
          for (const step of reading.steps) {
            expect(step).not.toMatch(/[{}]|undefined|NaN|Infinity/);
            for (const { worked, said, exact } of findSums(step))
              expect(Math.abs(worked - said)).toBeLessThan(exact * 1.01);
          }
          checkPoints(reading);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

test.each([
  ['The rest in proportion: 12 + (75.00 − 60) ÷ (80 − 60) × (16 − 12) = 15.00 points', 15, 15],
  ['ระดับ 3 + (75.00 − 70) ÷ (80 − 70) = 3.5 จาก 5', 3.5, 3.5],
  ['(9.00 − 12) ÷ (8 − 12) = 75%', 75, 75],
  ['1,410.00 ÷ 2,000 = 70.5%', 70.5, 70.5],
  ['10 − 2 × 3 = 5', 4, 5],
])('the sum in "%s" is worked out as %d', (step, worked, said) => {
  expect(findSums(step)).toMatchObject([{ worked, said }]);
});
