import { describe, expect, test } from 'vitest';
import { getPlanNodeView } from '#views/plan-node-view.ts';
import { getPlansView, getPlanTreeView } from '#views/plan-tree-view.ts';
import { listPlanNodes } from '#views/site-plans.ts';
import { buildSite, english, type ItemParts, thai } from '../support/build-site.ts';

const of = (goal: string, parts: ItemParts = {}): ItemParts => ({
  ...parts,
  indicator: { plan: { id: 'city-plan', goal }, ...parts.indicator },
});

const site = buildSite({
  settings: { scope: 'มีเพียงบางส่วน', scopeEn: 'Only a part' },
  agencies: {
    works: {
      names: [
        { name: 'กองช่าง', until: 2566 },
        { name: 'สำนักช่าง', from: 2567 },
      ],
    },
  },
  items: {
    '2566/works/roads': of('1.1.1', { indicator: { name: 'ถนน' }, year: 50 }),
    '2567/works/roads': of('1.1.1', { indicator: { name: 'ถนน', weight: 30 }, year: 100 }),
    '2567/finance/kerbs': of('1.1.1', { indicator: { name: 'ขอบทาง' }, year: 50 }),
    '2567/finance/tolls': of('1.1.1', { indicator: { name: 'ค่าผ่านทาง', weight: 'unknown' }, year: 50 }),
    '2567/finance/lanes': of('1.1', { indicator: { name: 'ช่องทาง' } }),
    '2567/finance/others': { year: 1 },
  },
});

describe('a plan', () => {
  const view = getPlanTreeView(site, 'city-plan', thai);

  test('says when it is in force, what it is made of and what the figures cannot tell', () => {
    expect(view.years).toBe('ใช้ปีงบประมาณ 2566–2570');
    expect(view.counts).toBe('2 ด้าน · 2 เป้าประสงค์ · 5 ตัวชี้วัดที่อ้างถึง');
    expect(view.scope?.text).toBe('มีเพียงบางส่วน');
  });

  test('has a tree with a way to each node, and what became of it year by year', () => {
    const [first, other] = view.areas;
    expect(first?.children[0]?.children.map(({ href, cited }) => `${href} ${cited}`)).toEqual([
      '/plan/city-plan/1.1.1/ 4 ตัวชี้วัดที่อ้างถึง',
      '/plan/city-plan/1.1.2/ ไม่มีตัวชี้วัดในชุดข้อมูลนี้ที่อ้างถึง',
    ]);
    expect(first?.years.map(({ label, count, total }) => [label, count, total])).toEqual([
      ['2567', '4', '35.00 จาก 40 คะแนน (87.5%)'],
      ['2566', '1', '5.00 จาก 10 คะแนน (50%)'],
    ]);
    expect(other).toMatchObject({ name: { lead: 'ด้านที่ 11', text: 'ด้านอื่น' }, years: [], children: [] });
  });

  test('says of a node that some of its indicators name it and no goal below', () => {
    const sub = view.areas[0]?.children[0];
    expect(sub?.own).toBe('ในจำนวนนี้ 1 ตัวชี้วัดอ้างถึงระดับนี้โดยตรง');
    expect(view.areas[0]?.own).toBeUndefined();
    expect(sub?.children[0]?.own).toBeUndefined();
  });

  test('marks wording that breaks off, and says where there is none', () => {
    const sub = view.areas[0]?.children[0];
    expect(sub?.name.notes).toEqual(['ข้อความขาดตอนในทุกแหล่งที่เผยแพร่']);
    expect(sub?.children[1]?.name).toEqual({
      lead: 'เป้าประสงค์ 1.1.2',
      text: 'ไม่พบข้อความในแหล่งที่เผยแพร่',
      language: 'th',
      notes: [],
    });
    expect(getPlanTreeView(site, 'city-plan', english).areas[0]?.children[0]?.children[1]?.name).toMatchObject({
      text: 'Wording not found in any published source',
      language: 'en',
    });
  });

  test('of many nodes is folded', () => {
    expect(view.isFolded).toBe(false);
    const large = buildSite({ items: { '2567/works/roads': of('1.1.1') } });
    const goals = Array.from({ length: 60 }, (_, index) => ({ code: `11.1.${index + 1}` }));
    const [, area] = large.dataset.plans.get('city-plan')?.data.areas ?? [];
    if (area !== undefined) area.subAreas = [{ code: '11.1', goals }];
    const folded = getPlanTreeView(large, 'city-plan', thai);
    expect([folded.isFolded, folded.areas[1]?.below]).toEqual([true, 'ดูส่วนย่อย (61)']);
  });
});

describe('a plan of many nodes and years', () => {
  const build = (count: number) => {
    const goals = Array.from({ length: count }, (_, index) => ({ code: `11.1.${index + 1}` }));
    const years = [2566, 2567, 2568, 2569, 2570];
    const items = goals.flatMap(({ code }) => years.map((year) => [`${year}/works/w${code}`, of(code)] as const));
    const large = buildSite({ items: Object.fromEntries(items) });
    const [, area] = large.dataset.plans.get('city-plan')?.data.areas ?? [];
    if (area !== undefined) area.subAreas = [{ code: '11.1', goals }, { code: '11.2' }];
    return getPlanTreeView(large, 'city-plan', thai).areas[1];
  };
  const tell = (area: ReturnType<typeof build>) =>
    area?.children.map(({ children, isCut, below }) => [children.length, isCut, below]);

  test('leaves its goals to the pages of their sub-areas, and says how many there are', () => {
    const area = build(80);
    expect(area?.below).toBe('ดูส่วนย่อย (2)');
    expect(tell(area)).toEqual([
      [0, true, 'ดูส่วนย่อย (80)'],
      [0, undefined, 'ดูส่วนย่อย (0)'],
    ]);
  });

  test('lists them all where there are fewer', () => {
    const area = build(70);
    expect(area?.below).toBe('ดูส่วนย่อย (72)');
    expect(tell(area)?.[0]).toEqual([70, undefined, 'ดูส่วนย่อย (70)']);
  });
});

describe('a node of a plan', () => {
  const goal = getPlanNodeView(site, 'city-plan', '1.1.1', thai);

  test('has the way up, and its plan in its title', () => {
    expect(goal.crumbs.map(({ label, href }) => `${label} ${href}`)).toEqual([
      'หน้าแรก /',
      'แผน /plan/',
      'แผนพัฒนานครธารทอง /plan/city-plan/',
      'ด้านที่ 1 /plan/city-plan/1/',
      'ด้านย่อย 1.1 /plan/city-plan/1.1/',
    ]);
    expect(goal.title).toBe('เป้าประสงค์ 1.1.1 ถนนในเขตเมืองใช้งานได้ดี · แผนพัฒนานครธารทอง');
  });

  test('totals each year by itself, with what is left out and why', () => {
    expect(goal.byYear.rows.map(({ label, href, total, leftOut }) => [label, href, total, leftOut])).toEqual([
      ['2567', '/2567/', '35.00 จาก 40 คะแนน (87.5%)', ['ไม่ทราบน้ำหนัก\u00a01']],
      ['2566', '/2566/', '5.00 จาก 10 คะแนน (50%)', []],
    ]);
    expect(goal.byYear.rows[0]?.share?.sentence).toBe('ถึงเป้าหมาย 1 · ไม่ถึงเป้าหมาย 2');
  });

  test('says which years of the plan have no indicators', () => {
    expect(goal.byYear.without).toBeUndefined();
    const gap = buildSite({ items: { '2567/works/roads': of('1.1.1'), '2569/works/others': {} } });
    const { byYear } = getPlanNodeView(gap, 'city-plan', '1.1.1', thai);
    expect(byYear.rows.map(({ label }) => label)).toEqual(['2567']);
    expect(byYear.without).toBe('ไม่มีตัวชี้วัดในชุดข้อมูลนี้ของปี 2569 · 2568 · 2566');
  });

  test('gives no total where most of its indicators have no score', () => {
    const few = buildSite({
      items: { '2567/a/x': of('1.1.1', { year: 50 }), '2567/a/y': of('1.1.1'), '2567/a/z': of('1.1.1') },
    });
    const [year] = getPlanNodeView(few, 'city-plan', '1.1.1', thai).byYear.rows;
    expect(year).toMatchObject({ isTotal: false, total: 'มีคะแนนเพียง 1 จาก 3 ตัวชี้วัด' });
    const none = buildSite({ items: { '2567/a/x': of('1.1.1') } });
    expect(getPlanNodeView(none, 'city-plan', '1.1.1', thai).byYear.rows[0]?.total).toBe('ไม่มีคะแนนรวม');
  });

  test('lists its own indicators by year and name, each with its agency of that year', () => {
    expect(goal.own.map(({ year, rows }) => [year, ...rows.map(({ name, agency }) => `${name} ${agency}`)])).toEqual([
      ['ปีงบประมาณ 2567', 'ขอบทาง สำนัก finance', 'ค่าผ่านทาง สำนัก finance', 'ถนน สำนักช่าง'],
      ['ปีงบประมาณ 2566', 'ถนน กองช่าง'],
    ]);
    expect(goal.all).toBe('/search/plan/city-plan/1/');
    expect(goal.pager.place).toBeUndefined();
  });

  test('above the goals lists what names it itself; what is below stands in the tree', () => {
    const sub = getPlanNodeView(site, 'city-plan', '1.1', thai);
    expect(sub.own.map(({ rows }) => rows.map(({ name }) => name))).toEqual([['ช่องทาง']]);
    expect(sub.cited).toBe('5 ตัวชี้วัดที่อ้างถึง');
    expect(sub.children.map(({ name }) => name.lead)).toEqual(['เป้าประสงค์ 1.1.1', 'เป้าประสงค์ 1.1.2']);
  });

  test('without indicators says so, and has neither years nor a list to lead to', () => {
    const empty = getPlanNodeView(site, 'city-plan', '1.1.2', thai);
    expect(empty).toMatchObject({ cited: 'ไม่มีตัวชี้วัดในชุดข้อมูลนี้ที่อ้างถึง', own: [] });
    expect(empty.byYear.rows).toEqual([]);
    expect(empty.all).toBeUndefined();
  });

  test('has a page for every code of every plan, and no other', () => {
    const codes = listPlanNodes(site).map(({ plan, code }) => `${plan}/${code}`);
    expect(codes).toEqual(['1', '1.1', '1.1.1', '1.1.2', '11'].map((code) => `city-plan/${code}`));
    expect(() => getPlanNodeView(site, 'city-plan', '2', thai)).toThrow('city-plan');
    expect(() => getPlanTreeView(site, 'other', thai)).toThrow('other');
  });
});

describe('the list of plans', () => {
  test('has each plan with its years', () => {
    expect(getPlansView(site, english).plans).toEqual([
      {
        name: 'แผนพัฒนานครธารทอง',
        language: 'th',
        href: '/en/plan/city-plan/',
        years: 'In force in fiscal years 2566–2570',
        counts: 'Areas: 2 · Goals: 2 · Indicators that name it: 5',
      },
    ]);
  });

  test('is empty where there is none', () => {
    const bare = buildSite({ items: { '2567/works/roads': {} } });
    bare.dataset.plans.clear();
    expect(getPlansView(bare, thai).plans).toEqual([]);
    expect(listPlanNodes(bare)).toEqual([]);
  });
});
