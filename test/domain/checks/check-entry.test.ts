import { describe, expect, test } from 'vitest';
import { checkEntry } from '#domain/checks/check-entry.ts';
import type { AgencyEntry, CalendarEntry, PlanEntry, SiteEntry } from '#domain/entry.ts';
import { packPlaces } from '#domain/places.ts';
import type { Indicator } from '#domain/schemas/indicator.ts';
import { planSchema } from '#domain/schemas/plan.ts';
import { siteSchema } from '#domain/schemas/site.ts';
import {
  buildCalendar,
  buildIndicatorEntry,
  buildMilestones,
  buildReportEntry,
} from '../../support/build-indicator.ts';

type Checked = Parameters<typeof checkEntry>[0];

function find(entry: Checked): string[] {
  return checkEntry(entry).map(({ code, field }) => `${code} ${field?.key}`);
}

const PLACES = { places: packPlaces({ '': [1, 1] }) };

function buildPlan(areas: object[], years = { from: 2566, until: 2570 }): PlanEntry {
  return {
    ...PLACES,
    kind: 'plan',
    slug: 'p',
    file: 'plan/p.yaml',
    data: planSchema.parse({ name: 'ก', years, areas }),
  };
}

function buildCalendarEntry(changes: Parameters<typeof buildCalendar>[0]): CalendarEntry {
  return { ...PLACES, kind: 'calendar', year: 2567, file: 'calendar/2567.yaml', data: buildCalendar(changes) };
}

function buildZone(timeZone: string): SiteEntry {
  const words = { name: 'ก', nameEn: 'a', organisation: 'ก', organisationEn: 'a', summary: 'ก', summaryEn: 'a' };
  const rest = { languages: ['th'], agencyGroups: [{ id: 'a', name: 'ก', nameEn: 'a' }], ratioUnits: [] };
  return { ...PLACES, kind: 'site', file: 'site.yaml', data: siteSchema.parse({ ...words, ...rest, timeZone }) };
}

describe('an indicator', () => {
  const milestones = buildMilestones('step', 10);
  const [first, second] = milestones.levels;
  const bands = (edges: [number, number, number, number, number]) =>
    ({ kind: 'bands', between: 'step', floor: 0, edges }) as const;

  test.each<[string, Partial<Indicator>, string[]]>([
    ['as it should be', {}, []],
    ['with milestones', { scale: milestones }, []],
    ['with milestones from the top down', { scale: { ...milestones, levels: [...milestones.levels].reverse() } }, []],
    [
      'with a level twice',
      {
        scale: { ...milestones, levels: [first, first, ...milestones.levels.slice(2)].filter((l) => l !== undefined) },
      },
      ['CW321 scale.levels.1.level', 'CW321 scale.levels.1.percent', 'CW321 scale.levels.1.points'],
    ],
    ['with a top below the weight', { scale: milestones, weight: 12 }, ['CW322 scale.levels.4.points']],
    ['with a weight nobody knows', { scale: milestones, weight: 'unknown' }, []],
    ['with milestones going down', { scale: milestones, direction: 'lower' }, ['CW324 direction']],
    ['with rising edges', { scale: bands([1, 2, 3, 4, 5]) }, []],
    ['with equal edges', { scale: bands([1, 2, 2, 4, 5]) }, ['CW323 scale.edges.2']],
    [
      'with falling edges',
      { scale: bands([5, 4, 3, 2, 1]) },
      ['CW323 scale.edges.1', 'CW323 scale.edges.2', 'CW323 scale.edges.3', 'CW323 scale.edges.4'],
    ],
    ['with falling edges where less is better', { scale: bands([5, 4, 3, 2, 1]), direction: 'lower' }, []],
    ['with a baseline beyond the target', { scale: { kind: 'proportional', baseline: 120 } }, ['CW325 scale.baseline']],
    ['with a baseline at the target', { scale: { kind: 'proportional', baseline: 100 } }, []],
    [
      'with a baseline above the target where less is better',
      { scale: { kind: 'proportional', baseline: 120 }, direction: 'lower' },
      [],
    ],
    ['with quarter targets that fall', { quarterTargets: [10, 20, 15, 30] }, ['CW326 quarterTargets.2']],
    ['with them by the quarter', { quarterTargets: [10, 20, 15, 30], accumulation: 'per-quarter' }, []],
  ])('%s', (_, changes, expected) => {
    expect(second?.level).toBe(2);
    expect(find(buildIndicatorEntry(changes))).toEqual(expected);
  });
});

describe('other entries', () => {
  test('a report has a result or a reason for none', () => {
    expect(find(buildReportEntry(1, { result: 0, notApplicable: 'ไม่มีกิจกรรม' }))).toEqual(['CW327 notApplicable']);
    expect(find(buildReportEntry(1, { notApplicable: 'ไม่มีกิจกรรม' }))).toEqual([]);
  });

  test('a quarter is due after it ends and closes after it is due', () => {
    const [, second, third, fourth] = buildCalendar().quarters;
    const first = { due: '2023-12-31', closed: '2023-12-30' };
    expect(find(buildCalendarEntry({ quarters: [first, second, third, fourth] }))).toEqual([
      'CW328 quarters.0.due',
      'CW328 quarters.0.closed',
    ]);
    expect(
      find(buildCalendarEntry({ quarters: [{ due: '2024-01-01', closed: '2024-01-01' }, second, third, fourth] })),
    ).toEqual([]);
  });

  test('behind is not above on track', () => {
    expect(find(buildCalendarEntry({ thresholds: { onTrack: 60, behind: 61 } }))).toEqual(['CW329 thresholds.behind']);
    expect(find(buildCalendarEntry({ thresholds: { onTrack: 60, behind: 60 } }))).toEqual([]);
  });

  test.each([
    [[{ code: '1', subAreas: [{ code: '1.1', goals: [{ code: '1.1.1' }] }] }], []],
    [[{ code: '1' }, { code: '1' }], ['CW330 areas.1.code']],
    [[{ code: '1.1' }], ['CW330 areas.0.code']],
    [[{ code: '1', subAreas: [{ code: '2.1' }] }], ['CW330 areas.0.subAreas.0.code']],
    [[{ code: '1', subAreas: [{ code: '1' }] }], ['CW330 areas.0.subAreas.0.code']],
    [[{ code: '1', subAreas: [{ code: '1.1.1' }] }], ['CW330 areas.0.subAreas.0.code']],
    [[{ code: '1', subAreas: [{ code: '11.1' }] }], ['CW330 areas.0.subAreas.0.code']],
    [
      [{ code: '1', subAreas: [{ code: '1.1', goals: [{ code: '1.2.1' }] }] }],
      ['CW330 areas.0.subAreas.0.goals.0.code'],
    ],
  ])('codes of a plan stand one step below each other: %j', (areas, expected) => {
    expect(find(buildPlan(areas))).toEqual(expected);
  });

  test('years are in order', () => {
    expect(find(buildPlan([], { from: 2570, until: 2566 }))).toEqual(['CW331 years.until']);
    expect(find(buildPlan([], { from: 2570, until: 2570 }))).toEqual([]);
    const agency: AgencyEntry = {
      ...PLACES,
      kind: 'agency',
      slug: 'a',
      file: 'agencies/a.yaml',
      data: {
        code: '10000000',
        group: 'a',
        names: [
          { name: 'ก', until: 2560 },
          { name: 'ข', from: 2565, until: 2561 },
        ],
      },
    };
    expect(find(agency)).toEqual(['CW331 names.1.until']);
  });

  test('a time zone is one that exists', () => {
    expect(find(buildZone('Asia/Tokyo'))).toEqual([]);
    expect(checkEntry(buildZone('Asia/Tokio'))).toMatchObject([{ code: 'CW332', params: { nearest: 'Asia/Tokyo' } }]);
  });
});
