import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { getAgencyListView } from '#views/agency-list.ts';
import { getLetterView } from '#views/browse-list-view.ts';
import { getPlanNodeListView } from '#views/plan-node-list.ts';
import { getTargetsView } from '#views/targets-view.ts';
import { buildEntryChange, buildField, buildLedger, buildRevision } from '../support/build-ledger.ts';
import { buildSite, thai } from '../support/build-site.ts';
import { renderComponent } from '../support/render-component.ts';

/** What a page of a list may weigh; the frame around it and the first page's chart take less than 20 KB. */
const MOST = 40 * 1024;

const YEARS = 10;

/** Long names of which no two share their words, so that packing gains little. */
function nameOf(index: number): string {
  const letter = (seed: number) => String.fromCodePoint(0x0e01 + ((seed * 7919) % 44));
  return `ร้อยละ${Array.from({ length: 120 }, (_, at) => letter(index * 131 + at * (index + 3))).join('')} ${index}`;
}

function buildLarge(count: number) {
  const items = Array.from({ length: count }, (_, index) => index).flatMap((index) =>
    Array.from({ length: YEARS }, (_, back) => {
      const indicator = { name: nameOf(index), plan: { id: 'city-plan', goal: '1.1.1' } };
      return [`${2567 - back}/health/i${index}`, { indicator, year: index % 130, reports: { 2: index % 77 } }] as const;
    }),
  );
  return buildSite({ items: Object.fromEntries(items) });
}

const large = buildLarge(210);
const moved = [...(large.byYear.get(2567)?.get('health') ?? [])].map(({ path }) => {
  const fields = [buildField('target', 80, 70), buildField('weight', 10, 20)];
  return { path, revisions: [buildRevision('2024-02-01', { path, entries: [buildEntryChange({ fields })] })] };
});
const ledger = buildLedger({ items: Object.fromEntries(moved.map(({ path, revisions }) => [path, revisions])) });
const told = { ...large, ledger };

const PAGES: Record<string, { component: string; list: string; view: object }> = {
  'an agency': {
    component: 'AgencyPage',
    list: '/2567/health/',
    view: getAgencyListView(large, 2567, 'health', 2, thai),
  },
  'a letter': { component: 'BrowseList', list: '/search/letter/35/', view: getLetterView(large, '35/page/2', thai) },
  'a goal of a plan': {
    component: 'PlanNodePage',
    list: '/plan/city-plan/1.1.1/',
    view: getPlanNodeListView(large, 'city-plan', '1.1.1', 2, thai),
  },
  'moved targets': { component: 'Targets', list: '/changes/2567/targets/', view: getTargetsView(told, 2567, thai, 2) },
};

describe.each(Object.entries(PAGES))(
  'the second page of %s with hundreds of indicators',
  (_, { component, list, view }) => {
    const html = renderComponent(component, { view, t: thai.t });

    test('is light', async () => {
      expect(gzipSync(await html).length).toBeLessThanOrEqual(MOST);
    });

    test('says where one is, and leads on by links', async () => {
      const text = await html;
      expect(text).toMatch(/หน้า 2 จาก \d+ · 101–200 จาก [\d,]+/);
      expect(text).toContain(`<a href="${list}" rel="prev">`);
      expect(text).toContain(`<a href="${list}page/3/" rel="next">`);
      expect(text).toMatch(new RegExp(`<a href="${list}page/2/" aria-label="[^"]+" aria-current="page">2</a>`));
      expect(text.match(/<nav class="pager"/g)).toHaveLength(1);
    });

    test('shows its hundred', async () => {
      const links = (await html).match(/href="\/25\d\d\/health\/i\d+\/[^"]*" lang="th"/g) ?? [];
      expect(links).toHaveLength(100);
    });
  },
);

describe('a list of one page', () => {
  const small = buildSite({
    items: {
      '2567/health/clinics': { indicator: { name: 'ร้อยละของคลินิก', plan: { id: 'city-plan', goal: '1.1.1' } }, year: 1 },
      '2567/health/links': { indicator: { name: 'จำนวนเครือข่าย' }, year: 1 },
    },
  });

  test('has nothing about pages', async () => {
    const html = [
      await renderComponent('AgencyPage', { view: getAgencyListView(small, 2567, 'health', 1, thai), t: thai.t }),
      await renderComponent('PlanNodePage', {
        view: getPlanNodeListView(small, 'city-plan', '1.1.1', 1, thai),
        t: thai.t,
      }),
      await renderComponent('Targets', { view: getTargetsView(small, 2567, thai), t: thai.t }),
    ];
    expect(html.filter((text) => text.includes('pager'))).toEqual([]);
    const letter = await renderComponent('BrowseList', { view: getLetterView(small, '35', thai), t: thai.t });
    expect(letter).toContain('<a href="/search/letter/08/" rel="prev">ก่อนหน้า: จ</a>');
    expect(letter).not.toMatch(/<nav class="pager"|pager-place|pager-numbers|pager-whole/);
  });
});
