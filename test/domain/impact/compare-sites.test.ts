import { describe, expect, test } from 'vitest';
import { compareSites } from '#domain/impact/compare-sites.ts';
import type { Impact } from '#domain/impact/impact.ts';
import type { Issue } from '#domain/issue.ts';
import { buildSite, type ItemParts, type SiteParts } from '../../support/build-site.ts';

const ROADS = '2567/works/roads';

/** In the second quarter of 2567: the first is closed, the second is open. */
const TODAY = '2024-03-01';

function compare(before: SiteParts, after: SiteParts, issues: { before?: Issue[]; after?: Issue[] } = {}): Impact {
  const side = (parts: SiteParts, list: Issue[] = []) => ({
    site: buildSite({ today: TODAY, ...parts }),
    issues: list,
  });
  return compareSites(side(before, issues.before), side(after, issues.after));
}

function compareItems(before: ItemParts, after: ItemParts, today = TODAY): Impact {
  return compare({ items: { [ROADS]: before }, today }, { items: { [ROADS]: after }, today });
}

/** The fields that changed, as "place key: before → after". */
function listFields({ items }: Impact): string[] {
  return items.flatMap(({ entries }) =>
    entries.flatMap(({ place, fields }) =>
      fields.map(({ key, before, after }) => `${place} ${key}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`),
    ),
  );
}

describe('figures', () => {
  test('of two equal sites nothing is told', () => {
    const parts = { reports: { 1: 25, 2: { text: 'ยังไม่เริ่ม' } }, year: { text: 'สรุป' } };
    expect(compareItems(parts, parts)).toEqual({
      today: TODAY,
      items: [],
      delays: [],
      totals: [],
      settings: [],
      ruleEffects: [],
      warnings: { added: [], gone: [] },
      pages: { edited: [], beyond: [], gone: [], isEvery: false },
    });
  });

  test('that change are told with the scores of their quarter, of the year and of the totals', () => {
    const impact = compareItems({ reports: { 1: 20, 2: 40 } }, { reports: { 1: 20, 2: 60 } });
    expect(listFields(impact)).toEqual(['2 result: 40 → 60']);
    const score = (points: number) => ({ score: expect.objectContaining({ points, weight: 10 }) });
    expect(impact.items[0]?.standings).toEqual([
      { of: 2, before: expect.objectContaining(score(4)), after: expect.objectContaining(score(6)) },
      { of: 'year', before: expect.objectContaining(score(4)), after: expect.objectContaining(score(6)) },
    ]);
    const total = (points: number) => ({ points, weight: 10, percent: points * 10, counted: 1, leftOut: 0 });
    expect(impact.totals).toEqual([
      { year: 2567, before: total(4), after: total(6) },
      { year: 2567, agency: 'works', before: total(4), after: total(6) },
    ]);
  });

  test('of zero are figures and not missing ones', () => {
    expect(
      listFields(compareItems({ reports: { 2: { text: 'ก' } } }, { reports: { 2: { result: 0, text: 'ก' } } })),
    ).toEqual(['2 result: undefined → 0']);
    expect(listFields(compareItems({ reports: { 2: 0 } }, { reports: {} }))).toEqual(['2 result: 0 → undefined']);
  });

  test('of every kind are told: days, level, review, the year’s own result, and what the source says', () => {
    const before = { reports: { 1: { result: 1, review: { completeness: 90, timeliness: 100 } } }, year: 5 };
    const report = { result: 1, asOf: '2023-12-31', submitted: '2024-01-10', level: 2, declared: '1,000' };
    const after = { reports: { 1: { ...report, review: { completeness: 75, timeliness: 100 } } }, year: 6 };
    expect(listFields(compareItems(before, after)).sort()).toEqual([
      '1 asOf: undefined → "2023-12-31"',
      '1 declared: undefined → "1,000"',
      '1 level: undefined → 2',
      '1 review.completeness: 90 → 75',
      '1 submitted: undefined → "2024-01-10"',
      'year result: 5 → 6',
    ]);
  });

  test('a stub that waits for its report is no report: filling it adds one, making it adds nothing', () => {
    expect(compareItems({}, { reports: { 3: {} } }).items).toEqual([]);
    const [item] = compareItems({ reports: { 3: {} } }, { reports: { 3: 5 } }).items;
    expect(item?.entries).toMatchObject([{ place: 3, change: 'added' }]);
  });
});

describe('the promise', () => {
  test('is compared field by field, nested ones by their dotted key, lists as one value', () => {
    const bands = (edges: [number, number, number, number, number]) => {
      return { indicator: { scale: { kind: 'bands' as const, between: 'linear' as const, floor: 1 as const, edges } } };
    };
    expect(listFields(compareItems(bands([1, 2, 3, 4, 5]), bands([1, 2, 3, 4, 6])))).toEqual([
      'indicator scale.edges: [1,2,3,4,5] → [1,2,3,4,6]',
    ]);
    expect(
      listFields(compareItems({ indicator: { weight: 10 } }, { indicator: { weight: 'unknown', target: 120 } })),
    ).toEqual(['indicator weight: 10 → "unknown"', 'indicator target: 100 → 120']);
  });

  test('whose target moves shows the scores it moves, though no report changed', () => {
    const impact = compareItems({ reports: { 1: 50 } }, { indicator: { target: 50 }, reports: { 1: 50 } });
    expect(impact.items[0]?.standings.map(({ of }) => of)).toEqual([1, 'year']);
  });
});

describe('words and evidence', () => {
  test('are counted, and shown only where they are short', () => {
    const long = 'ก'.repeat(100);
    const [item] = compareItems({ reports: { 2: { text: 'สั้น' } } }, { reports: { 2: { text: long } } }).items;
    expect(item?.entries[0]?.narratives).toEqual([
      { section: 'body', before: { characters: 4, text: 'สั้น' }, after: { characters: 100 } },
    ]);
  });

  test('evidence and corrections are told by what was added and removed, whatever their order', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((title) => ({ title }));
    if (!a || !b || !c) throw new Error('three were made');
    const [item] = compareItems(
      { reports: { 2: { result: 1, evidence: [a, b] } } },
      { reports: { 2: { result: 1, evidence: [c, a] } } },
    ).items;
    expect(item?.entries[0]).toMatchObject({ fields: [], evidence: { added: [c], removed: [b] } });
  });
});

describe('whole indicators', () => {
  const other = { indicator: { name: 'จำนวนสะพาน' }, reports: { 1: 3 } };

  test('are added, removed, or moved with everything in them', () => {
    const impact = compare(
      { items: { [ROADS]: { reports: { 1: 7 } }, '2567/works/bridges': other } },
      { items: { '2567/works/streets': { reports: { 1: 7 } }, '2567/works/lamps': { indicator: { name: 'โคมไฟ' } } } },
    );
    expect(impact.items.map(({ path, change, from }) => [path, change, from])).toEqual([
      ['2567/works/bridges', 'removed', undefined],
      ['2567/works/lamps', 'added', undefined],
      ['2567/works/streets', 'moved', ROADS],
    ]);
    expect(impact.items[2]).toMatchObject({ entries: [], standings: [] });
    expect(impact.pages.gone).toEqual([
      { page: 'indicator', path: '2567/works/bridges' },
      { page: 'indicator', path: ROADS },
      { page: 'series', series: 'works/bridges' },
      { page: 'series', series: 'works/roads' },
    ]);
  });

  test('that moved and were edited in the same step show both', () => {
    const impact = compare(
      { items: { [ROADS]: { reports: { 1: 7 } } } },
      { items: { '2567/works/streets': { reports: { 1: 8 } } } },
    );
    expect(impact.items).toMatchObject([{ change: 'moved', from: ROADS }]);
    expect(listFields(impact)).toEqual(['1 result: 7 → 8']);
  });

  test('that moved are known by their name, so that a move hides no other target', () => {
    const impact = compare(
      { items: { [ROADS]: { indicator: { target: 90 }, reports: { 1: 7 } } } },
      { items: { '2567/works/streets': { indicator: { target: 80 }, reports: { 1: 8 } } } },
    );
    expect(impact.items).toMatchObject([{ change: 'moved', from: ROADS }]);
    expect(listFields(impact)).toEqual(['indicator target: 90 → 80', '1 result: 7 → 8']);
  });
});

describe('warnings', () => {
  const warn = (code: Issue['code'], file: string, line: number): Issue => ({ code, file, line, column: 1 });

  test('are new or gone by code and file: a line that moved is neither, an error is no warning', () => {
    const before = [warn('CW604', 'a', 3), warn('CW602', 'a', 4), warn('CW602', 'a', 5)];
    const after = [warn('CW604', 'a', 9), warn('CW604', 'a', 10), warn('CW602', 'a', 4), warn('CW301', 'a', 1)];
    const { warnings } = compare({}, {}, { before, after });
    expect(warnings.added.map(({ code, count }) => [code, count])).toEqual([['CW604', 1]]);
    expect(warnings.gone.map(({ code, count }) => [code, count])).toEqual([['CW602', 1]]);
  });

  test('go with a folder that was renamed', () => {
    const { warnings } = compare(
      { items: { [ROADS]: {} } },
      { items: { '2567/works/streets': {} } },
      {
        before: [warn('CW627', `reports/${ROADS}/q1.mdx`, 1)],
        after: [warn('CW627', 'reports/2567/works/streets/q1.mdx', 1)],
      },
    );
    expect(warnings).toEqual({ added: [], gone: [] });
  });
});

describe('settings', () => {
  test('that change many standings are told in numbers, with the first few', () => {
    const items = Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((n) => [
        `2567/works/road-${n}`,
        { indicator: { unit: 'ระดับ', accumulation: 'per-quarter' as const }, reports: { 1: n } },
      ]),
    );
    const impact = compare({ items }, { items, settings: { ratioUnits: ['ร้อยละ'] } });
    expect(impact.settings).toMatchObject([{ kind: 'site', file: 'site.yaml', fields: [{ key: 'ratioUnits' }] }]);
    expect(impact.items).toEqual([]);
    expect(impact.ruleEffects).toMatchObject([{ year: 2567, indicators: 7, standings: 7 }]);
    expect(impact.ruleEffects[0]?.first).toHaveLength(5);
    expect(impact.pages.beyond.filter(({ page }) => page === 'indicator')).toHaveLength(7);
  });

  test('an agency’s new name touches the pages that show it', () => {
    const names = (name: string) => ({
      agencies: { works: { names: [{ name }] } },
      items: { [ROADS]: {}, '2567/other/x': {} },
    });
    const { pages, settings } = compare(names('สำนักเดิม'), names('สำนักใหม่'));
    expect(settings).toMatchObject([{ file: 'agencies/works.yaml', fields: [{ key: 'names.0.name' }] }]);
    expect(pages.beyond.flatMap((page) => (page.page === 'indicator' ? [page.path] : []))).toEqual([ROADS]);
  });
});

describe('pages', () => {
  test('an edit of words stays on its page; a figure reaches lists and totals', () => {
    const words = compareItems(
      { reports: { 2: { result: 1, text: 'ก' } } },
      { reports: { 2: { result: 1, text: 'ข' } } },
    );
    expect(words.pages).toMatchObject({ edited: [{ page: 'indicator', path: ROADS }], beyond: [] });
    const plan = { plan: { id: 'city-plan', goal: '1.1.1' } };
    const figure = compareItems({ indicator: plan, reports: { 2: 1 } }, { indicator: plan, reports: { 2: 2 } });
    expect(figure.pages.beyond).toEqual([
      { page: 'year', year: 2567 },
      { page: 'agency', year: 2567, agency: 'works' },
      { page: 'series', series: 'works/roads' },
      { page: 'area', plan: 'city-plan', area: '1' },
    ]);
  });
});
