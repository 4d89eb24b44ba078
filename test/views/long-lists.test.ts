import { describe, expect, test } from 'vitest';
import { getAgencyListView, listAgencyPages } from '#views/agency-list.ts';
import { getAgencyView } from '#views/agency-view.ts';
import { getLetterView, getPlanAreaView } from '#views/browse-list-view.ts';
import { listLetterPages, listPlanPages } from '#views/browse-pages.ts';
import { getPlanNodeListView, listPlanNodePages } from '#views/plan-node-list.ts';
import { getPlanNodeView } from '#views/plan-node-view.ts';
import { listTargetsPages } from '#views/targets-list.ts';
import { getTargetsView } from '#views/targets-view.ts';
import { buildEntryChange, buildField, buildLedger, buildRevision } from '../support/build-ledger.ts';
import { buildSite, english, type ItemParts, thai } from '../support/build-site.ts';

/** Names whose order is not that of their addresses. */
const nameOf = (index: number) => `ร้อยละของงานที่ ${String((index * 7) % 1000).padStart(3, '0')}`;

function buildMany(count: number, parts: ItemParts = {}): Record<string, ItemParts> {
  const make = (index: number): ItemParts => ({
    // Every third has a figure, and so a score.
    ...(index % 3 === 0 ? { year: 50 } : {}),
    ...parts,
    indicator: { name: nameOf(index), plan: { id: 'city-plan', goal: '1.1.1' }, ...parts.indicator },
  });
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`2567/health/i${index}`, make(index)]));
}

const site = buildSite({ items: { ...buildMany(250), '2566/works/roads': { indicator: { name: 'ถนน' } } } });
const byName = Array.from({ length: 250 }, (_, index) => nameOf(index)).sort();

describe('an agency with hundreds of indicators', () => {
  const views = [1, 2, 3].map((number) => getAgencyListView(site, 2567, 'health', number, thai));

  test('has them in pages by name, each once', () => {
    expect(views.map(({ rows }) => rows.length)).toEqual([100, 100, 50]);
    expect(views.flatMap(({ rows }) => rows.map(({ name }) => name))).toEqual(byName);
    expect(() => getAgencyListView(site, 2567, 'health', 4, thai)).toThrow('no page 4');
  });

  test('has a page file for each page behind the first, of no small agency', () => {
    expect(listAgencyPages(site)).toEqual([
      { year: 2567, agency: 'health', number: 2 },
      { year: 2567, agency: 'health', number: 3 },
    ]);
    const full = buildSite({ items: buildMany(100) });
    expect(listAgencyPages(full)).toEqual([]);
    expect(getAgencyView(full, 2567, 'health', thai).pager).toEqual({ numbers: [], whole: [] });
  });

  test('says on each page which it is, and leads to its own first page', () => {
    expect(views[1]?.headTitle).toBe('สำนัก health · ปีงบประมาณ 2567 · หน้า 2 จาก 3');
    expect(views[1]?.description).toMatch(/250 ตัวชี้วัด · หน้า 2 จาก 3$/);
    expect(views[1]?.crumbs.map(({ href }) => href)).toEqual(['/', '/2567/', '/2567/health/']);
    expect(views[0]?.crumbs.map(({ href }) => href)).toEqual(['/', '/2567/']);
    expect(views[1]?.pager.next?.href).toBe('/2567/health/page/3/');
    expect(getAgencyListView(site, 2567, 'health', 2, english).pager.previous?.href).toBe('/en/2567/health/');
  });

  test('leads to where the whole list is', () => {
    expect(views[0]?.pager.whole.map(({ href }) => href)).toEqual(['/data/2567.csv', '/search/']);
  });

  test('names what its total leaves out on the page of the indicator, each once, and says how many there are in all', () => {
    const out = views.map(({ leftOut }) => leftOut.length);
    expect(out.reduce((sum, count) => sum + count)).toBe(166);
    expect(new Set(views.flatMap(({ leftOut }) => leftOut.map(({ href }) => href))).size).toBe(166);
    for (const { rows, leftOut } of views) {
      const shown = new Set(rows.map(({ href }) => href));
      expect(leftOut.every(({ href }) => shown.has(href))).toBe(true);
    }
    expect(views[0]?.leftOutNote).toBe(`เฉพาะตัวชี้วัดในหน้านี้: ${out[0]} จากทั้งหมด 166 ที่ไม่รวม`);
    const small = getAgencyListView(buildSite({ items: buildMany(10) }), 2567, 'health', 1, thai);
    expect(small.leftOut.length).toBeGreaterThan(0);
    expect(small.leftOutNote).toBeUndefined();
  });

  test('has its total and its chart on the first page, of all its indicators', () => {
    const first = getAgencyView(site, 2567, 'health', thai);
    expect(first.share.parts.reduce((sum, { count }) => sum + Number(count), 0)).toBe(250);
    expect(first.total?.weight).toBe('840');
    expect(first.rows).toHaveLength(100);
  });
});

describe('a letter with hundreds of names', () => {
  test('has pages that stand between the letters beside it, and lose no name', () => {
    expect(listLetterPages(site)).toEqual(['22', '35', '35/page/2', '35/page/3']);
    const views = ['35', '35/page/2', '35/page/3'].map((list) => getLetterView(site, list, thai));
    expect(views.flatMap(({ lines }) => lines.map(({ name }) => name))).toEqual(byName);
    expect(views.map(({ counts }) => counts)).toEqual(Array(3).fill('250 ตัวชี้วัด'));
    expect(views.map(({ pager }) => [pager.previous?.href, pager.next?.href])).toEqual([
      ['/search/letter/22/', '/search/letter/35/page/2/'],
      ['/search/letter/35/', '/search/letter/35/page/3/'],
      ['/search/letter/35/page/2/', undefined],
    ]);
    expect(views[1]?.headTitle).toBe('ตัวชี้วัดที่ขึ้นต้นด้วย ร · หน้า 2 จาก 3');
    expect(views[1]?.pager.whole.map(({ href }) => href)).toEqual(['/data/all.csv', '/search/']);
    expect(() => getLetterView(site, '35/page/4', thai)).toThrow('no page 4');
  });

  test('has fewer on a page where they go back many years', () => {
    const years = Array.from({ length: 30 }, (_, index) => 2538 + index);
    const items = Array.from({ length: 40 }, (_, index) => index).flatMap((index) =>
      years.map((year) => [`${year}/health/i${index}`, { indicator: { name: nameOf(index) } }] as const),
    );
    const old = buildSite({ items: Object.fromEntries(items) });
    expect(listLetterPages(old)).toEqual(['35', '35/page/2']);
    expect(getLetterView(old, '35', thai).lines).toHaveLength(33);
    expect(getLetterView(old, '35/page/2', thai).pager.place).toBe('หน้า 2 จาก 2 · 34–40 จาก 40');
  });
});

describe('an area of a plan with hundreds of indicators', () => {
  test('has pages that lose none', () => {
    expect(listPlanPages(site).toSorted()).toEqual(['city-plan/1', 'city-plan/1/page/2', 'city-plan/1/page/3', 'none']);
    const views = ['city-plan/1', 'city-plan/1/page/2', 'city-plan/1/page/3'].map((list) =>
      getPlanAreaView(site, list, thai),
    );
    expect(views.flatMap(({ lines }) => lines.map(({ name }) => name))).toEqual(byName);
    expect(views[2]?.pager.previous?.href).toBe('/search/plan/city-plan/1/page/2/');
  });

  test('has in its node pages of those that name it, newest year first', () => {
    expect(listPlanNodePages(site)).toEqual([
      { plan: 'city-plan', code: '1.1.1', number: 2 },
      { plan: 'city-plan', code: '1.1.1', number: 3 },
    ]);
    const [first, ...others] = [1, 2, 3].map((number) => getPlanNodeListView(site, 'city-plan', '1.1.1', number, thai));
    const rows = [first, ...others].flatMap((view) => view?.own.flatMap((year) => year.rows.map(({ name }) => name)));
    expect(rows).toEqual(byName);
    expect(others[0]?.title).toMatch(/· แผนพัฒนานครธารทอง · หน้า 2 จาก 3$/);
    expect(others[0]?.crumbs.at(-1)).toEqual({ label: 'เป้าประสงค์ 1.1.1', href: '/plan/city-plan/1.1.1/' });
    expect(getPlanNodeView(site, 'city-plan', '1.1.1', thai).pager.next?.href).toBe('/plan/city-plan/1.1.1/page/2/');
  });
});

describe('a year in which hundreds of targets were moved', () => {
  const moved = (path: string) =>
    buildRevision('2024-02-01', { path, entries: [buildEntryChange({ fields: [buildField('target', 80, 70)] })] });
  const paths = [...(site.byYear.get(2567)?.get('health') ?? [])].map(({ path }) => path);
  const ledger = buildLedger({ items: Object.fromEntries(paths.map((path) => [path, [moved(path)]])) });

  test('has them in pages, each once, and counts them all on each', () => {
    const told = { ...site, ledger };
    const pages = listTargetsPages(told);
    expect(pages.filter(({ year }) => year === 2567).map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(pages.filter(({ year }) => year === 2566).map(({ number }) => number)).toEqual([1]);
    const views = [1, 2, 3].map((number) => getTargetsView(told, 2567, thai, number));
    expect(new Set(views.flatMap(({ rows }) => rows.map(({ href }) => href))).size).toBe(250);
    expect(views.map(({ lead }) => lead)).toEqual(Array(3).fill(views[0]?.lead));
    expect(views[0]?.lead).toContain('250 ครั้ง');
    expect(views[1]?.pager).toMatchObject({
      previous: { href: '/changes/2567/targets/' },
      next: { href: '/changes/2567/targets/page/3/' },
    });
  });
});
