import { describe, expect, test } from 'vitest';
import { getEvidence } from '#views/evidence-view.ts';
import { getPlanView } from '#views/plan-view.ts';
import { getScaleView } from '#views/scale-view.ts';
import { buildMilestones } from '../support/build-indicator.ts';
import { buildItem, english, type ItemParts, thai } from '../support/build-site.ts';

const ladder = (parts: ItemParts, context = thai) => getScaleView(buildItem(parts).item, context);
const bands = (between: 'step' | 'linear', edges: [number, number, number, number, number]) =>
  ({ kind: 'bands', edges, floor: 1, between }) as const;

describe('the ladder of a scale', () => {
  test('of milestones has the highest level first, with percent, points and criterion', () => {
    const { levels } = ladder({ indicator: { weight: 20, scale: buildMilestones('step') }, year: 75 });
    expect(levels.map(({ level, at, points }) => [level, at, points])).toEqual([
      ['ระดับ 5', '100%', '20 คะแนน'],
      ['ระดับ 4', '80%', '16 คะแนน'],
      ['ระดับ 3', '60%', '12 คะแนน'],
      ['ระดับ 2', '40%', '8 คะแนน'],
      ['ระดับ 1', '20%', '4 คะแนน'],
    ]);
    expect(levels[0]?.criterion).toBe('ขั้นตอนที่ 5 แล้วเสร็จ');
    expect(levels.map(({ isReached }) => isReached)).toEqual([false, false, true, true, true]);
    expect(levels.map(({ isTop }) => isTop)).toEqual([false, false, true, false, false]);
  });

  test('of five criteria says at least or at most, by the direction', () => {
    const up = ladder({ indicator: { scale: bands('step', [50, 60, 70, 80, 90]) }, year: 85 });
    expect(up.levels.map(({ at }) => at)).toEqual(['≥ 90', '≥ 80', '≥ 70', '≥ 60', '≥ 50']);
    expect(up.levels.map(({ isTop }) => isTop)).toEqual([false, true, false, false, false]);
    const down = ladder({ indicator: { direction: 'lower', scale: bands('step', [9, 8, 7, 6, 5]) } });
    expect(down.levels[0]?.at).toBe('≤ 5');
  });

  test('marks no level that was given only because the scale starts there', () => {
    const { levels } = ladder({ indicator: { scale: bands('linear', [50, 60, 70, 80, 90]) }, year: 25 });
    expect(levels.filter(({ isReached, isTop }) => isReached || isTop)).toEqual([]);
    const none = ladder({ indicator: { scale: bands('linear', [50, 60, 70, 80, 90]) } });
    expect(none.levels.filter(({ isReached, isTop }) => isReached || isTop)).toEqual([]);
  });

  test('says what lies between two steps is worth', () => {
    const sentence = (between: 'step' | 'linear') =>
      ladder({ indicator: { scale: buildMilestones(between) } }, english).sentence;
    expect(sentence('step')).toMatch(/does not$/);
    expect(sentence('linear')).toMatch(/counts in proportion$/);
  });

  test('of a proportion is a sentence, with the baseline where there is one', () => {
    expect(ladder({})).toMatchObject({ title: 'คิดตามสัดส่วนของเป้าหมาย', levels: [] });
    expect(ladder({}).sentence).toMatch(/^คะแนน = ผลงาน ÷ เป้าหมาย ไม่เกิน 100%/);
    const baseline = ladder({ indicator: { scale: { kind: 'proportional', baseline: 1200.5 } } });
    expect(baseline.sentence).toContain('ค่าฐาน 1,200.5');
  });
});

describe('a scale that the source does not state', () => {
  test('is said to be this site’s reading', () => {
    const ours = ladder({ indicator: { source: { inferred: ['scale'] } }, year: 50 });
    expect(ours.sentence).toContain('ต้นทางไม่เผยแพร่เกณฑ์');
    expect(ours.sentence).toContain('ผลงาน ÷ เป้าหมาย');
    expect(ladder({ year: 50 }).sentence).not.toContain('ต้นทางไม่เผยแพร่เกณฑ์');
  });

  test('is said to be open where only the way between two steps is', () => {
    const open = ladder({ indicator: { scale: buildMilestones('step'), source: { inferred: ['between'] } } });
    expect(open.sentence).toBe(thai.t('scale.between-open'));
  });
});

describe('evidence', () => {
  const { item } = buildItem();

  test('is a link to the file or the page, with what is found there; a title alone says so', () => {
    const evidence = [
      { title: 'ภาพ', file: 'road.png' },
      { title: 'หน้า', url: 'https://data.example.org/kpi?id=1' },
      { title: 'หนังสือ' },
    ];
    expect(getEvidence(evidence, item, thai)).toEqual([
      { title: 'ภาพ', href: '/2567/finance/roads/road.png', note: 'PNG' },
      { title: 'หน้า', href: 'https://data.example.org/kpi?id=1', note: 'data.example.org' },
      { title: 'หนังสือ', note: 'ต้นทางให้แต่ชื่อ ไม่แนบไฟล์' },
    ]);
  });

  test('with an odd address is shown as it is and does not stop the site', () => {
    expect(getEvidence([{ title: 'x', url: 'https://%' }], item, thai)[0]?.note).toBe('https://%');
  });

  test('may be absent', () => {
    expect(getEvidence(undefined, item, thai)).toEqual([]);
  });
});

describe('the way down the plan', () => {
  const way = (goal: string, context = thai) => {
    const { site, item } = buildItem({ indicator: { plan: { id: 'city-plan', goal } } });
    return getPlanView(site, item, context);
  };

  test('names area, sub-area and goal; what breaks off in every copy is marked', () => {
    expect(way('1.1.1')?.plan).toBe('แผนพัฒนานครธารทอง');
    expect(way('1.1.1')?.nodes.map(({ text, note }) => [text, note])).toEqual([
      ['เมืองเดินทางสะดวก', undefined],
      ['ถนนปลอดภัย', 'ข้อความขาดตอนในทุกแหล่งที่เผยแพร่'],
      ['ถนนในเขตเมืองใช้งานได้ดี', undefined],
    ]);
    expect(way('1.1.1', english)?.nodes.map(({ label }) => label)).toEqual(['Area 1', 'Sub-area 1.1', 'Goal 1.1.1']);
  });

  test('says where no wording is known', () => {
    expect(way('1.1.2')?.nodes.at(-1)).toMatchObject({
      label: 'เป้าประสงค์ 1.1.2',
      text: 'ไม่พบข้อความในแหล่งที่เผยแพร่',
    });
    expect(way('1.1.2')?.nodes.at(-1)).not.toHaveProperty('language');
  });

  test('leads to the plan and to each step in it', () => {
    const view = way('1.1.2', english);
    expect(view?.href).toBe('/en/plan/city-plan/');
    expect(view?.nodes.map(({ href }) => href)).toEqual([
      '/en/plan/city-plan/1/',
      '/en/plan/city-plan/1.1/',
      '/en/plan/city-plan/1.1.2/',
    ]);
  });

  test('does not take area 11 for a part of area 1', () => {
    expect(way('11')?.nodes.map(({ text }) => text)).toEqual(['ด้านอื่น']);
  });

  test('is absent where the indicator names no goal', () => {
    const { site, item } = buildItem();
    expect(getPlanView(site, item, thai)).toBeUndefined();
  });
});
