import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPlaces, type PartPlan, planPart } from '#search/plan-query.ts';
import { getPair, getTrigram } from '#search/trigrams.ts';
import { anyText, dullText, listTrigrams } from './texts.ts';

const UNLIMITED = Number.POSITIVE_INFINITY;
const cheap = () => 1;

function findIn(text: string, plan: PartPlan): number[] {
  const words = listTrigrams(`${text}\n\n`);
  return findPlaces(plan, (term) => words.flatMap((word, at) => (word.startsWith(term) ? [at] : [])));
}

function findAll(text: string, part: string): number[] {
  return Array.from(text, (_, at) => at).filter((at) => text.startsWith(part, at));
}

/** Costs that differ from trigram to trigram, the same at every call. */
const costs = fc.func(fc.constantFrom(1, 2, 4, 8, 16)) as fc.Arbitrary<(trigram: string) => number>;
const budget = fc.constantFrom(1, 2, 5, 10, UNLIMITED);

/** A text and a part of it. */
const cutting = (texts: fc.Arbitrary<string>) =>
  fc
    .tuple(texts, fc.nat(), fc.integer({ min: 2, max: 14 }))
    .map(([text, at, length]) => ({ text: text.replaceAll(/[\ud800-\udfff]/g, ''), at, length }))
    .filter(({ text }) => text.length >= 2)
    .map(({ text, at, length }) => {
      const start = at % (text.length - 1);
      return { text, part: text.slice(start, start + length) };
    });

describe('a page that holds a part', () => {
  test.each([
    ['any text', anyText],
    ['a text that repeats itself', dullText],
  ])('is found at every place where it stands, whatever it costs: %s', (_, texts) => {
    fc.assert(
      fc.property(cutting(texts), costs, budget, ({ text, part }, getCost, most) => {
        const found = findIn(text, planPart(part, getCost, most));
        for (const place of findAll(text, part)) expect(found).toContain(place);
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
        expect(found.every((place) => place >= 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is found by two letters too, wherever they stand', () => {
    const plan = planPart('งบ', cheap, 1);
    expect(plan).toMatchObject({ terms: [getPair('งบ')], offsets: [0], isProof: true });
    expect(plan.preload).toContain(getTrigram('งบป'));
    expect(findIn('งบประมาณและงบ', plan)).toEqual([0, 11]);
    expect(findIn('บงประมาณ', plan)).toEqual([]);
  });
});

describe('a page on which a proving plan finds something', () => {
  test('is found where the part stands and nowhere else, where the plan is a proof', () => {
    const parts = fc.string({ unit: fc.constantFrom(...'กขคa'), minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(dullText, parts, (text, part) => {
        const plan = planPart(part, cheap, UNLIMITED);
        expect(plan.isProof).toBe(true);
        expect(findIn(text, plan)).toEqual(findAll(text, part));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is not taken for one that holds its trigrams in each other’s place', () => {
    const plan = planPart('การงาน', cheap, UNLIMITED);
    expect(plan.offsets).toEqual([0, 3]);
    expect(findIn('กลุ่มงานการเงิน', plan)).toEqual([]);
  });

  test('is never claimed for characters that share a word with others', () => {
    const plan = planPart('café', cheap, UNLIMITED);
    expect(findIn('a cafą', plan)).toEqual([2]);
    expect(plan.isProof).toBe(false);
    expect(planPart('né', cheap, UNLIMITED).isProof).toBe(false);
  });
});

describe('what is asked for', () => {
  test('covers every character of the part with as few trigrams as can be', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'กขคงจ'), minLength: 3, maxLength: 20 }), (part) => {
        const { offsets, terms } = planPart(part, cheap, UNLIMITED);
        expect(offsets).toHaveLength(Math.ceil(part.length / 3));
        expect(new Set(offsets.flatMap((at) => [at, at + 1, at + 2])).size).toBe(part.length);
        expect(terms).toEqual(offsets.map((offset) => getTrigram(part, offset)));
      }),
    );
  });

  test('goes around a dear trigram where others cover the part for less', () => {
    const dear = (trigram: string) => (trigram === getTrigram('การ') ? 16 : 1);
    const { terms, isProof } = planPart('กการณ', dear, UNLIMITED);
    expect(terms).not.toContain(getTrigram('การ'));
    expect(isProof).toBe(true);
    expect(planPart('กการณ', cheap, UNLIMITED).terms).toHaveLength(2);
  });

  test('leaves out the dearest where all cost too much, and then proves nothing', () => {
    const known = new Map([
      [getTrigram('การ'), 16],
      [getTrigram('งาน'), 4],
      [getTrigram('xyz'), 1],
    ]);
    const getCost = (trigram: string) => known.get(trigram) ?? 99;
    const all = planPart('การงานxyz', getCost, 21);
    expect(all).toMatchObject({ offsets: [0, 3, 6], isProof: true });
    const some = planPart('การงานxyz', getCost, 20);
    expect(some).toMatchObject({ offsets: [3, 6], isProof: false });
    // What was left out stands before the others: its place is told all the same.
    expect(findIn('..การงานxyz', some)).toEqual([2]);
    expect(planPart('การงานxyz', getCost, 4)).toMatchObject({ offsets: [6], isProof: false });
  });

  test('is one trigram at least, however dear', () => {
    expect(planPart('การ', () => 1_000, 1)).toMatchObject({ offsets: [0], isProof: true });
    expect(planPart('การงาน', () => 1_000, 1).terms).toHaveLength(1);
  });

  test('finds nothing that would begin before the page', () => {
    const getCost = (trigram: string) => (trigram === getTrigram('การ') ? 16 : 1);
    const plan = planPart('การงาน', getCost, 1);
    expect(plan.offsets).toEqual([3]);
    expect(findIn('งานวัด', plan)).toEqual([]);
  });

  test('prefers trigrams whose places are known, and loads more of the others for the same', () => {
    const apart = {
      has: (trigram: string) => trigram === getTrigram('การ') || trigram === getTrigram('งาน'),
      cost: 0.5,
    };
    expect(planPart('กการณ', cheap, UNLIMITED, apart).terms).not.toContain(getTrigram('การ'));
    expect(planPart('การงาน', cheap, 1, apart).terms).toEqual([getTrigram('การ'), getTrigram('งาน')]);
    expect(planPart('การงาน', cheap, 1).terms).toHaveLength(1);
  });
});
