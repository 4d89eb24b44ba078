import { describe, expect, test } from 'vitest';
import { type ItemParts, thai } from '../support/build-site.ts';
import { readChartItem, readItem } from '../support/read-data.ts';

const DISPUTED = 'ตัวเลขขัดแย้งกัน';

describe('figures of an indicator', () => {
  test('are one observation each: zero is a figure, a quarter without one has none', () => {
    const reports: ItemParts['reports'] = {
      1: { result: 0, asOf: '2023-12-31' },
      2: { text: 'กำลังซ่อม' },
      4: { result: 92.25 },
    };
    const observations = readItem({ reports }).find('Observation');
    expect(observations.map(({ name, value }) => [name, value])).toEqual([
      ['ไตรมาสที่ 1 · ต.ค.–ธ.ค. 2566', 0],
      ['ไตรมาสที่ 4 · ก.ค.–ก.ย. 2567', 92.25],
      ['ทั้งปี', 92.25],
    ]);
    expect(observations[0]).toMatchObject({
      observationDate: '2023-12-31',
      unitText: 'สาย',
      variableMeasured: 'จำนวนถนนที่ปรับปรุงแล้วเสร็จ',
      observationAbout: { '@type': 'GovernmentOrganization', name: 'สำนักการโยธา', identifier: '10000000' },
    });
    expect(observations[1]).not.toHaveProperty('observationDate');
  });

  test('are none where nothing was reported', () => {
    expect(readItem({}).find('Observation')).toEqual([]);
    expect(readItem({}).find('Dataset')).toHaveLength(1);
  });

  test.each([
    ['cumulative', ['P3M', 'P6M', 'P9M', 'P1Y', 'P1Y']],
    ['per-quarter', ['P3M', 'P3M', 'P3M', 'P3M', 'P1Y']],
    ['latest', ['P3M', 'P3M', 'P3M', 'P3M', 'P1Y']],
    ['unknown', [undefined, undefined, undefined, undefined]],
  ] as const)('say how long they were counted: %s', (accumulation, periods) => {
    const { find } = readItem({ indicator: { accumulation }, reports: { 1: 1, 2: 2, 3: 3, 4: 4 } });
    expect(find('Observation').map(({ observationPeriod }) => observationPeriod)).toEqual(periods);
  });

  test('of the year say whether they were stated, and as of which day', () => {
    const [year] = readItem({ year: { result: 7, asOf: '2024-09-30' } }).find('Observation');
    expect(year).toMatchObject({ value: 7, observationPeriod: 'P1Y', observationDate: '2024-09-30' });
    expect(year?.description).toBe('ผลของทั้งปีตามที่ต้นทางแจ้ง');
  });

  test('of a year that is not over reach as far as the last report, and say so', () => {
    const year = readItem({ reports: { 2: { result: 5, asOf: '2024-03-31' } } }, thai, undefined, '2024-05-01');
    expect(year.find('Observation')[1]).toEqual({
      ...year.find('Observation')[0],
      name: 'ถึงขณะนี้',
      description: 'คิดจากไตรมาสที่ 2 · ยังไม่สิ้นปี ตัวเลขอาจเปลี่ยน',
    });
  });

  test.each([
    ['a whole year', '2567/works/road-repair', 'ทั้งปี', 'P1Y'],
    ['a stated year', '2567/health/not-in-source', 'ทั้งปี', 'P1Y'],
    ['a closed year whose last quarter is missing', '2567/works/street-lights', 'เท่าที่มีตัวเลข', 'P9M'],
    ['a year that is not over', '2568/works/road-repair', 'ถึงขณะนี้', 'P6M'],
  ])('are called what they cover: %s', (_, path, name, observationPeriod) => {
    expect(readChartItem(path).find('Observation').at(-1)).toMatchObject({ name, observationPeriod });
  });

  test('that a source states before the year is over are not called the whole year', () => {
    const [year] = readItem({ year: 7 }, thai, undefined, '2024-05-01').find('Observation');
    expect(year).toMatchObject({ name: 'ถึงขณะนี้', value: 7 });
  });

  test('of a withdrawn indicator are those of its quarters, none of the year', () => {
    const names = readChartItem('2567/works/withdrawn-bridge')
      .find('Observation')
      .map(({ name }) => name);
    expect(names).toEqual(['ไตรมาสที่ 1 · ต.ค.–ธ.ค. 2566', 'ไตรมาสที่ 2 · ม.ค.–มี.ค. 2567']);
  });

  test('have no unit where the result is in another one than the indicator names, and say so', () => {
    const { find, text } = readChartItem('2567/health/mismatch');
    expect(find('Observation')).toHaveLength(5);
    for (const { description } of find('Observation')) expect(description).toContain('เป้าหมายกับผลงานคนละหน่วย');
    expect(text).not.toContain('unitText');
  });

  test('that are disputed say so and keep their unit', () => {
    const indicator = { notScored: { reason: 'disputed' as const, note: 'x' } };
    const { find } = readItem({ indicator, reports: { 4: 5 } });
    const [quarter, year] = find('Observation');
    expect(quarter).toMatchObject({ unitText: 'สาย', description: DISPUTED });
    expect(year).toMatchObject({ unitText: 'สาย', description: `คิดจากไตรมาสที่ 4 · ${DISPUTED}` });
  });
});

describe('what an indicator measures', () => {
  test.each([
    ['higher', { minValue: 80 }],
    ['lower', { maxValue: 80 }],
  ] as const)('has its target as a bound: %s is better', (direction, bound) => {
    const { dataset } = readItem({ indicator: { direction, target: 80 } });
    const target = { '@type': 'PropertyValue', name: 'เป้าหมาย', unitText: 'สาย', ...bound };
    expect(dataset.variableMeasured).toEqual([
      expect.objectContaining({ name: 'จำนวนถนนที่ปรับปรุงแล้วเสร็จ', unitText: 'สาย' }),
      target,
    ]);
  });

  test('has no target where the source has none, and one of our own is marked', () => {
    expect(readItem({ indicator: { target: 'unknown' } }).dataset.variableMeasured).toHaveLength(1);
    const inferred = readItem({ indicator: { source: { inferred: ['target'] } } }).dataset.variableMeasured;
    expect(inferred).toContainEqual(expect.objectContaining({ minValue: 100, description: 'อนุมาน' }));
  });
});
