import { describe, expect, test } from 'vitest';
import { checkChanges, mergeIssues } from '#domain/checks/check-changes.ts';
import { checkCorrections } from '#domain/checks/check-corrections.ts';
import type { Entry } from '#domain/entry.ts';
import type { Issue } from '#domain/issue.ts';
import type { Correction } from '#domain/schemas/correction.ts';
import { buildSite, type ItemParts } from '../../support/build-site.ts';

const ROADS = '2567/works/roads';

/** Closed: the first quarter. Open: the second. */
const MARCH = '2024-03-01';
const DECEMBER = '2024-12-01';
/** Closed: the first two quarters. */
const JULY = '2024-07-01';

function correct(field: string, from: number | string, to: number | string, date = '2024-02-20'): Correction {
  return { date, field, from, to, reason: 'พิมพ์ผิด', approvedBy: 'ผู้อำนวยการ' };
}

function read(items: Record<string, ItemParts>) {
  const { dataset } = buildSite({ items });
  const written = [...dataset.indicatorYears.values()].flatMap(({ indicator, reports, summary }): Entry[] => [
    indicator,
    ...Object.values(reports),
    ...(summary === undefined ? [] : [summary]),
  ]);
  const settings: Entry[] = [...dataset.calendars.values()];
  if (dataset.site !== undefined) settings.push(dataset.site);
  return { entries: [...settings, ...written], attachments: [], issues: [] };
}

/** Codes with the place in the list of corrections, or the field. */
function check(before: Record<string, ItemParts>, after: Record<string, ItemParts>, today = MARCH) {
  return checkChanges({ base: read(before), head: read(after), today });
}

function tell(before: ItemParts, after: ItemParts, today?: string): string[] {
  return check({ [ROADS]: before }, { [ROADS]: after }, today).map(({ code, field }) => `${code} ${field?.key ?? ''}`);
}

describe('a figure of a closed quarter', () => {
  test('does not change, go or come over another without a correction; one of an open quarter does', () => {
    expect(tell({ reports: { 1: 5 } }, { reports: { 1: 6 } })).toEqual(['CW711 result']);
    expect(tell({ reports: { 1: 5 } }, { reports: { 1: { text: 'ไม่มีตัวเลข' } } })).toEqual(['CW711 result']);
    expect(tell({ reports: { 1: 5 } }, {})).toEqual(['CW711 result']);
    expect(tell({ reports: { 1: { text: 'เริ่มแล้ว' } } }, { reports: { 1: { text: 'เริ่มแล้ว', result: 0 } } })).toEqual([
      'CW711 result',
    ]);
    expect(tell({ reports: { 1: 5, 2: 5 } }, { reports: { 1: 5, 2: 6 } })).toEqual([]);
  });

  test('comes late for the first time without a correction: it overwrites nothing', () => {
    expect(tell({}, { reports: { 1: 5 } })).toEqual([]);
  });

  test('changes on the day it closes, and not the day after', () => {
    expect(tell({ reports: { 1: 5 } }, { reports: { 1: 6 } }, '2024-02-15')).toEqual([]);
    expect(tell({ reports: { 1: 5 } }, { reports: { 1: 6 } }, '2024-02-16')).toEqual(['CW711 result']);
  });

  test('of the year is closed with the fourth quarter, and a first one must not replace what the quarters made', () => {
    expect(tell({ year: 5 }, { year: 6 })).toEqual([]);
    expect(tell({ year: 5 }, { year: 6 }, DECEMBER)).toEqual(['CW711 result']);
    expect(tell({ reports: { 4: 5 } }, { reports: { 4: 5 }, year: 9 }, DECEMBER)).toEqual(['CW711 result']);
    expect(tell({}, { year: 9 }, DECEMBER)).toEqual([]);
  });

  test('changes with a correction that starts from what was published', () => {
    const head = (from: number | string, ...more: Correction[]) => ({
      reports: { 1: { result: 6, corrections: [correct('result', from, more.length > 0 ? 7 : 6), ...more] } },
    });
    expect(tell({ reports: { 1: 5 } }, head(5))).toEqual([]);
    expect(tell({ reports: { 1: 5 } }, head('5.00', correct('result', 7, 6)))).toEqual([]);
    expect(tell({ reports: { 1: 5 } }, head(4))).toEqual(['CW713 corrections.0.from']);
    expect(tell({ reports: { 1: 5 } }, head('absent'))).toEqual(['CW713 corrections.0.from']);
  });

  test('is not covered by a correction that was there before, or of another field', () => {
    const old = correct('result', 4, 5);
    expect(
      tell(
        { reports: { 1: { result: 5, corrections: [old] } } },
        { reports: { 1: { result: 6, corrections: [old] } } },
      ),
    ).toEqual(['CW711 result']);
    const other = { reports: { 1: { result: 6, level: 1, corrections: [correct('level', 'absent', 1)] } } };
    expect(tell({ reports: { 1: 5 } }, other)).toEqual(['CW711 result']);
  });
});

describe('a promise', () => {
  test('moves until the fiscal year begins, then with a correction only', () => {
    const [before, after] = [{}, { indicator: { target: 90 } }];
    expect(tell(before, after, '2023-09-30')).toEqual([]);
    expect(tell(before, after, '2023-10-01')).toEqual(['CW712 target']);
    expect(tell(before, { indicator: { target: 90, corrections: [correct('target', 100, 90)] } })).toEqual([]);
  });

  test('that was unknown is moved by giving it a number', () => {
    expect(tell({ indicator: { target: 'unknown' } }, { indicator: { target: 90 } })).toEqual(['CW712 target']);
    expect(tell({}, { indicator: { quarterTargets: [10, 40, 70, 100] } })).toEqual(['CW712 quarterTargets']);
  });

  test.each([
    ['weight', { weight: 20 }],
    ['direction', { direction: 'lower' }],
    ['accumulation', { accumulation: 'latest' }],
    ['unit', { unit: 'ร้อยละ' }],
    ['scale.baseline', { scale: { kind: 'proportional', baseline: 5 } }],
    ['notScored.reason', { notScored: { reason: 'disputed', note: 'หน่วยไม่ตรง' } }],
  ] as const)('is also its %s', (key, indicator) => {
    expect(tell({}, { indicator })).toEqual([`CW712 ${key}`]);
  });

  test('is not its name, nor a note worded anew', () => {
    expect(tell({}, { indicator: { name: 'ชื่อใหม่' } })).toEqual([]);
    const dispute = (note: string) => ({ indicator: { notScored: { reason: 'disputed' as const, note } } });
    expect(tell(dispute('เดิม'), dispute('ใหม่'))).toEqual([]);
  });

  test('is given up from an open quarter on without, from a closed one with a correction', () => {
    const withdraw = (quarter: 1 | 2) => ({ indicator: { withdrawn: { quarter, reason: 'ยุบหน่วย' } } });
    expect(tell({}, withdraw(2))).toEqual([]);
    expect(tell({}, withdraw(1))).toEqual(['CW712 withdrawn.quarter']);
  });

  test('has a scale that is corrected part by part, or in words that hold every number', () => {
    const bands = (edges: [number, number, number, number, number], floor: 0 | 1, ...corrections: Correction[]) => ({
      indicator: { scale: { kind: 'bands' as const, between: 'step' as const, edges, floor }, corrections },
    });
    const before = bands([10, 20, 30, 40, 50], 1);
    const head = (...corrections: Correction[]) => bands([10, 20, 30, 40, 60], 0, ...corrections);
    const [edges, floor] = [
      correct('scale.edges', '10, 20, 30, 40, 50', '10, 20, 30, 40, 60'),
      correct('scale.floor', 1, 0),
    ];
    expect(tell(before, head())).toEqual(['CW712 scale']);
    expect(tell(before, head(edges))).toEqual(['CW712 scale.floor']);
    expect(tell(before, head(edges, floor))).toEqual([]);
    expect(tell(before, head(correct('scale', 'เต็มที่ 50 ต่ำสุด 1', 'เต็มที่ 60 ต่ำสุด 0')))).toEqual([]);
    expect(tell(before, head(correct('scale', 'เต็มที่ 50 ต่ำสุด 1', 'เต็มที่ 60')))).toEqual(['CW713 corrections.0.to']);
    expect(tell(before, head(correct('scale', '50 1 60 0', '50 1 60 0')))).toEqual(['CW713 corrections.0.to']);
  });
});

describe('corrections', () => {
  const published = correct('result', 4, 5);
  const corrected = (...corrections: Correction[]) => ({ reports: { 1: { result: 5, corrections } } });

  test('that were published are neither taken out nor altered', () => {
    expect(tell(corrected(published), { reports: { 1: 5 } })).toEqual(['CW715 corrections']);
    expect(tell(corrected(published), corrected({ ...published, reason: 'อื่น' }))).toEqual(['CW715 corrections.0']);
    expect(tell(corrected(published), corrected(published))).toEqual([]);
  });

  test('are not of a change that is not there', () => {
    expect(tell({ reports: { 1: 5 } }, corrected(published))).toEqual(['CW714 corrections.0.field']);
    expect(tell({}, { indicator: { name: 'ใหม่', corrections: [correct('name', 'เดิม', 'ใหม่')] } })).toEqual([
      'CW713 corrections.0.from',
    ]);
    expect(tell({}, { indicator: { corrections: [correct('path', '2566/works/roads', ROADS)] } })).toEqual([
      'CW714 corrections.0.field',
    ]);
  });

  test('of a field that also lacks one are told once', () => {
    const [before, after] = [corrected(published), { reports: { 1: { result: 6, corrections: [published] } } }];
    const head = read({ [ROADS]: after });
    const own = head.entries.flatMap((entry) => (entry.kind === 'report' ? checkCorrections(entry) : []));
    const changes = check({ [ROADS]: before }, { [ROADS]: after });
    expect(own.map(({ code }) => code)).toEqual(['CW703']);
    expect(mergeIssues(own, changes).map(({ code }) => code)).toEqual(['CW711']);
  });
});

describe('an indicator', () => {
  const [closed, open] = [{ reports: { 1: 5 } }, { reports: { 2: 5 } }];

  test('that is new changes nothing; one with closed figures does not go', () => {
    expect(check({}, { [ROADS]: { reports: { 1: 5 }, indicator: { corrections: [] } } })).toEqual([]);
    expect(check({ [ROADS]: closed }, {}).map(({ code }) => code)).toEqual(['CW716']);
    expect(check({ [ROADS]: open }, {})).toEqual([]);
    // Taken away in one step and published anew in the next, what stood in place of a figure could become any.
    const excused = { reports: { 1: { notApplicable: 'ยังไม่ถึงฤดู' } } };
    expect(check({ [ROADS]: excused }, {}).map(({ code }) => code)).toEqual(['CW716']);
    expect(check({ [ROADS]: { reports: { 1: { level: 3 } } } }, {}).map(({ code }) => code)).toEqual(['CW716']);
  });

  test.each(['2568/works/roads', '2567/parks/roads', '2567/works/streets'])('moves to %s with a correction', (to) => {
    expect(check({ [ROADS]: closed }, { [to]: closed }).map(({ code }) => code)).toEqual(['CW717']);
    const told = { ...closed, indicator: { corrections: [correct('path', ROADS, to)] } };
    expect(check({ [ROADS]: closed }, { [to]: told })).toEqual([]);
    const wrong = { ...closed, indicator: { corrections: [correct('path', '2567/works/street', to)] } };
    expect(check({ [ROADS]: closed }, { [to]: wrong }).map(({ code }) => code)).toEqual(['CW713']);
    expect(check({ [ROADS]: open }, { [to]: wrong }).map(({ code }) => code)).toEqual(['CW713']);
    expect(check({ [ROADS]: open }, { [to]: open })).toEqual([]);
  });
});

describe('a file that cannot be read as it was', () => {
  const before = { reports: { 1: 5, 2: 5 } };
  const spoil = (file: string) => {
    const side = read({ [ROADS]: before });
    const issues: Issue[] = [{ code: 'CW301', file, line: 2, column: 1 }];
    return { ...side, entries: side.entries.filter((entry) => entry.file !== file), issues };
  };
  const tellFrom = (file: string, reports: ItemParts['reports']) =>
    checkChanges({
      base: spoil(file),
      head: read({ [ROADS]: { reports: { ...before.reports, ...reports } } }),
      today: JULY,
    });

  test.each(['indicator', 'q1'])('hides no change of the files beside it: %s.mdx', (name) => {
    const file = `reports/${ROADS}/${name}.mdx`;
    expect(tellFrom(file, {}).map(({ code }) => code)).toEqual(['CW720']);
    expect(tellFrom(file, { 2: 6 }).map(({ code, file: at }) => `${code} ${at.split('/').at(-1)}`)).toEqual([
      `CW720 ${name}.mdx`,
      'CW711 q2.mdx',
    ]);
  });

  test('is told of a calendar too, by which figures are closed', () => {
    expect(tellFrom('calendar/2567.yaml', {}).map(({ code, file }) => `${code} ${file}`)).toEqual([
      'CW720 calendar/2567.yaml',
    ]);
  });
});

test('of several lines for one file the first that is told begins the list', () => {
  const to = '2567/works/streets';
  const issues = check({ [ROADS]: { reports: { 1: 5 } } }, { [to]: { reports: { 1: 5 }, indicator: { target: 90 } } });
  const lines = issues.map(({ code, lines }) => `${code} ${lines?.split('\n')[0]}`);
  expect(lines).toEqual(['CW712 corrections:', 'CW717   - date: 2024-03-01']);
});
