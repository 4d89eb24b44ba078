import { describe, expect, test } from 'vitest';
import type { PlanEntry } from '#domain/entry.ts';
import { NO_PLACES } from '#domain/places.ts';
import { buildPlanTrees, getPlanYears, type PlanBranch, type PlanTree } from '#domain/plan-totals.ts';
import { planSchema } from '#domain/schemas/plan.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { buildSite, type ItemParts } from '../support/build-site.ts';

const of = (goal: string, year: number | undefined, weight: number | 'unknown' = 10, id = 'city-plan'): ItemParts => ({
  indicator: { plan: { id, goal }, weight },
  ...(year === undefined ? {} : { year }),
});

const site = buildSite({
  items: {
    '2566/finance/tax': of('1.1.1', 50),
    '2567/finance/tax': of('1.1.1', 100),
    '2567/finance/fees': of('1.1.1', 40, 30),
    '2567/finance/debts': of('1.1.1', undefined, 5),
    '2567/works/roads': of('1.1', 80, 20),
    '2567/works/lamps': of('1', 100, 'unknown'),
    '2567/works/free': { year: 100 },
    '2569/works/roads': of('1.1', 10, 20),
  },
});
const tree = getTree(site, 'city-plan');
const get = (code: string): PlanBranch => {
  const branch = tree.byCode.get(code);
  if (branch === undefined) throw new Error(`no node ${code}`);
  return branch;
};

function getTree(of: ScoredSite, slug: string): PlanTree {
  const found = buildPlanTrees(of).get(slug);
  if (found === undefined) throw new Error(`no plan ${slug}`);
  return found;
}
const year = (code: string, wanted: number) =>
  getPlanYears(site, tree.plan, get(code).items).find((known) => known.year === wanted);

describe('the tree of a plan', () => {
  test('has areas, sub-areas and goals with the way to each', () => {
    expect(tree.areas.map(({ node }) => node.code)).toEqual(['1', '11']);
    expect([get('1'), get('1.1'), get('1.1.2')].map(({ level }) => level)).toEqual(['area', 'sub-area', 'goal']);
    expect(get('1.1.2').way.map(({ node }) => node.code)).toEqual(['1', '1.1']);
  });

  test('counts an indicator at the node that it names and at all above, at no other', () => {
    const count = (code: string) => `${get(code).own.length} ${get(code).items.length}`;
    expect(['1', '1.1', '1.1.1', '1.1.2', '11'].map(count)).toEqual(['1 7', '2 6', '4 4', '0 0', '0 0']);
    expect(tree.items.length).toBe(7);
  });
});

describe('the years of a node', () => {
  test('total the points of what has a score, with the rest beside it', () => {
    const total = year('1', 2567)?.total;
    // 10 of 10, 12 of 30 and 16 of 20: the one without a report and the one without a weight are left out.
    expect(total).toMatchObject({ points: 38, weight: 60, percent: 63.3333 });
    expect(total?.leftOut.map(({ path, reason }) => `${path} ${reason}`).sort()).toEqual([
      '2567/finance/debts not-reported',
      '2567/works/lamps weight-unknown',
    ]);
  });

  test('do not mix: each has its own indicators', () => {
    expect(year('1.1', 2566)?.total).toMatchObject({ points: 5, weight: 10 });
    expect(year('1.1', 2569)?.items.map(({ path }) => path)).toEqual(['2569/works/roads']);
  });

  test('run from the plan’s first to the site’s newest, those without indicators too', () => {
    const years = getPlanYears(site, tree.plan, get('1.1.2').items);
    expect(years.map((known) => `${known.year} ${known.items.length}`)).toEqual([
      '2569 0',
      '2568 0',
      '2567 0',
      '2566 0',
    ]);
    expect(years[0]?.total.percent).toBeUndefined();
  });

  test('outside the plan are kept and marked', () => {
    const early = { ...tree.plan, years: { from: 2567, until: 2568 } };
    const years = getPlanYears(site, early, get('1').items);
    expect(years.map((known) => `${known.year} ${known.isOutside}`)).toEqual([
      '2569 true',
      '2568 false',
      '2567 false',
      '2566 true',
    ]);
  });
});

test('the same code in two plans is two nodes', () => {
  const other: PlanEntry = {
    file: 'plan/other.yaml',
    places: NO_PLACES,
    kind: 'plan',
    slug: 'other',
    data: planSchema.parse({ name: 'แผนอื่น', years: { from: 2566, until: 2570 }, areas: [{ code: '1', name: 'อื่น' }] }),
  };
  const two = buildSite({ items: { '2567/a/x': of('1', 100), '2567/a/y': of('1', 50, 10, 'other') } });
  two.dataset.plans.set('other', other);
  const trees = buildPlanTrees(two);
  expect(
    [...trees].map(([slug, known]) => `${slug} ${known.byCode.get('1')?.items.map(({ slug: name }) => name)}`),
  ).toEqual(['city-plan x', 'other y']);
});
