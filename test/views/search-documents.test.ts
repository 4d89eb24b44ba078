import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '#search/document.ts';
import { getAgenciesView } from '#views/agencies-view.ts';
import { getGuideDocuments, getSearchShelves } from '#views/search-documents.ts';
import { buildMilestones } from '../support/build-indicator.ts';
import { buildSite, type SiteParts, thai } from '../support/build-site.ts';
import { chartSite } from '../support/chart-site.ts';

function find(href: string, shelves = getSearchShelves(chartSite, [], thai)): SearchDocument {
  const document = shelves.flatMap(({ documents }) => documents).find((known) => known.href === href);
  if (document === undefined) throw new Error(`no document of ${href}`);
  return document;
}

/** The one indicator of a site made for a test. */
const make = (parts: Exclude<SiteParts['items'], undefined>[string], site: SiteParts = {}) =>
  find('2567/works/roads/', getSearchShelves(buildSite({ ...site, items: { '2567/works/roads': parts } }), [], thai));

const getText = ({ sections }: SearchDocument, id: string) => sections.find((section) => section.id === id)?.text;

const roads = find('2567/works/road-repair/');
const pm25 = find('2567/health/pm25/');

describe('an indicator is found', () => {
  test('by its name in both languages, under the agency’s name of that year', () => {
    expect(roads).toMatchObject({
      title: 'ร้อยละของถนนชำรุดที่ซ่อมแล้วเสร็จ',
      titleEn: 'Share of damaged roads repaired',
      place: 'สำนักช่าง',
      placeEn: 'Public Works Office',
      series: 'works/road-repair',
    });
    expect(find('2566/works/road-repair/').place).toBe('กองช่าง');
  });

  test('by year, code, address, dimension and every name of its agency: old, new, English, short', () => {
    const { labels } = roads;
    expect(labels).toEqual(
      expect.arrayContaining([
        ...['ปีงบประมาณ 2567', '101', 'road-repair', 'มิติที่ 1 ด้านประสิทธิผลตามแผนพัฒนา'],
        ...['กองช่าง', 'สำนักช่าง', 'Public Works Office', 'สช.', 'ช่างท่าสาย'],
      ]),
    );
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('by what the source itself calls it and its plan', () => {
    const { labels } = make({ indicator: { declared: { name: 'รอ้ยละของถนน', plan: 'แผน ข้อ ๓' } } });
    expect(labels).toEqual(expect.arrayContaining(['รอ้ยละของถนน', 'แผน ข้อ ๓']));
  });

  test('by definition, method, unit and the unit that answers for it, at the beginning of its page', () => {
    const promise = getText(roads, '');
    expect(promise).toMatch(/ถนนชำรุด หมายถึง จุดที่ประชาชนแจ้ง/);
    expect(promise).toMatch(/จำนวนจุดที่ซ่อมแล้วเสร็จสะสม หารด้วย/);
    expect(promise?.split('\n')).toEqual(expect.arrayContaining(['ร้อยละ', 'ส่วนการโยธา', 'หัวหน้าส่วนการโยธา']));
  });

  test('by its goal, sub-area, area and plan, with their codes', () => {
    expect(getText(roads, '')?.split('\n')).toEqual(
      expect.arrayContaining([
        'แผนพัฒนาเทศบาลนครท่าสาย ระยะ 5 ปี',
        '1 โครงสร้างพื้นฐานที่ใช้งานได้จริง',
        '1.1 ถนนและทางเท้า',
        '1.1.1 ถนนในเขตเทศบาลสัญจรได้สะดวกและปลอดภัย',
      ]),
    );
  });

  test('by how its figures are checked, come about and are limited', () => {
    for (const text of [/เทียบเครื่องวัดกับสถานีอ้างอิง/, /เครื่องวัดคุณภาพอากาศของเทศบาล/, /หยุดทำงาน 11 วัน/]) {
      expect(getText(pm25, '')).toMatch(text);
    }
  });

  test('by the criteria of its milestones and by every note on the promise', () => {
    const text = getText(
      make({
        indicator: {
          scale: buildMilestones('step'),
          notScored: { reason: 'disputed', note: 'เทียบกันไม่ได้' },
          redefined: 'นับทางเท้าด้วย',
          withdrawn: { quarter: 3, reason: 'ถูกตัดงบ' },
          source: { note: 'หน้าสแกนเลือน' },
        },
      }),
      '',
    );
    expect(text?.split('\n')).toEqual(
      expect.arrayContaining([
        'ขั้นตอนที่ 1 แล้วเสร็จ',
        'ขั้นตอนที่ 5 แล้วเสร็จ',
        'เทียบกันไม่ได้',
        'นับทางเท้าด้วย',
        'ถูกตัดงบ',
        'หน้าสแกนเลือน',
      ]),
    );
  });

  test('by each quarter’s report at that quarter, with evidence and the reviewer’s note', () => {
    expect(roads.sections.map(({ id }) => id)).toEqual(['', 'q1', 'q2', 'q3', 'q4', 'summary']);
    expect(getText(roads, 'q1')).toMatch(/^ไตรมาสที่ 1\nซ่อมได้ร้อยละ 18 /);
    expect(getText(roads, 'q2')).toMatch(/ส่งรายงานหลังวันครบกำหนดเจ็ดวัน/);
    expect(getText(roads, 'q3')).toMatch(/ซอยตลาดเก่า[\s\S]*บัญชีจุดซ่อมถนนประจำไตรมาส/);
    expect(getText(roads, 'q4')).toMatch(/สรุปงานซ่อมถนนทั้งปี/);
    expect(getText(roads, 'q1')).not.toMatch(/ไตรมาสที่ 2|40\.5/);
    expect(getText(make({ reports: { 2: { notApplicable: 'เริ่มครึ่งปีหลัง' } } }), 'q2')).toMatch(/เริ่มครึ่งปีหลัง/);
  });

  test('by a correction where it was made, in the words of its page', () => {
    expect(getText(roads, 'q3')).toMatch(/5 กันยายน 2567.* 61 .* 71 .*บันทึกชุดซ่อมที่สองตกหล่นไป.*ผู้อำนวยการสำนักช่าง/);
    expect(getText(roads, 'q1')).not.toMatch(/ตกหล่น/);
    const correction = { date: '2024-09-05', field: 'target', from: 10, to: 20, approvedBy: 'ปลัดเทศบาล' };
    const made = make({
      indicator: { corrections: [{ ...correction, reason: 'พิมพ์เป้าหมายผิด' }] },
      year: { result: 5, corrections: [{ ...correction, reason: 'นับซ้ำทั้งปี' }] },
    });
    expect(getText(made, '')).toMatch(/พิมพ์เป้าหมายผิด/);
    expect(getText(made, 'summary')).toMatch(/นับซ้ำทั้งปี/);
  });

  test('by the year’s summary, what helped, what stood in the way and its evidence, at the summary', () => {
    const summary = getText(roads, 'summary');
    expect(summary).toMatch(/ซ่อมแล้วเสร็จร้อยละ 92\.25/);
    expect(summary).toMatch(/ประชาชนแจ้งจุดชำรุดพร้อมรูปถ่าย/);
    expect(summary).toMatch(/ราคายางมะตอยผันผวน/);
    expect(getText(pm25, 'summary')).toMatch(/พัดมาจากนอกเขตเทศบาล[\s\S]*รายงานคุณภาพอากาศประจำปี/);
  });

  test('nowhere that it has no text: no quarter without a report, no summary without words', () => {
    expect(make({ reports: { 1: 5 }, year: 5 }).sections.map(({ id }) => id)).toEqual(['', 'q1']);
  });
});

describe('an indicator is filtered', () => {
  test('by agency, area of the plan, status, kind, outcome, quarters, corrections and score', () => {
    expect(roads.facets).toEqual({
      agency: 'works',
      area: 'tha-sai-plan/1',
      status: 'met',
      kind: 'strategic',
      outcome: 'output',
      quarters: [1, 2, 3, 4],
      isCorrected: true,
      hasDisagreements: false,
      score: 100,
    });
    expect(pm25.facets).toMatchObject({ area: 'tha-sai-plan/2', status: 'missed', isCorrected: false });
  });

  test('not by what is unknown of it', () => {
    const { facets } = make({ indicator: { kind: 'unknown', outcome: 'unknown' }, reports: { 2: 5, 4: 9 } });
    expect(facets).toMatchObject({ agency: 'works', quarters: [2, 4], isCorrected: false });
    for (const key of ['kind', 'outcome', 'area']) expect(facets).not.toHaveProperty(key);
    expect(make({}).facets).not.toHaveProperty('score');
    expect(make({ year: 0 }).facets.score).toBe(0);
  });

  test('by figures that disagree', () => {
    expect(make({ reports: { 1: 60, 2: 50 } }).facets.hasDisagreements).toBe(true);
    expect(make({ reports: { 1: 50, 2: 60 } }).facets.hasDisagreements).toBe(false);
  });

  test('by a correction of the promise, of a quarter or of the year', () => {
    const corrections = [
      { date: '2024-09-05', field: 'result', from: 1, to: 2, reason: 'พิมพ์ผิด', approvedBy: 'ปลัดเทศบาล' },
    ];
    for (const parts of [
      { indicator: { corrections } },
      { reports: { 2: { result: 2, corrections } } },
      { year: { result: 2, corrections } },
    ]) {
      expect(make(parts).facets.isCorrected).toBe(true);
    }
  });
});

describe('an agency is found', () => {
  const agencies = {
    works: {
      names: [
        { name: 'กองช่าง', until: 2566 },
        { name: 'สำนักช่าง', from: 2567 },
      ],
      ...{ nameEn: 'Public Works', abbreviations: ['สช.'], aliases: ['ช่างธารทอง'], note: 'รวมกับกองผังเมือง' },
    },
    archive: { names: [{ name: 'หอจดหมายเหตุ' }] },
  };
  const items = { '2566/works/roads': {}, '2567/works/roads': {} };
  const site = buildSite({ agencies, items });
  const shelves = getSearchShelves(site, [], thai);

  test('by its present name, all others, its code and what is said of it, on its page of the newest year', () => {
    expect(find('2567/works/', shelves)).toEqual({
      href: '2567/works/',
      title: 'สำนักช่าง',
      titleEn: 'Public Works',
      place: 'หน่วยงาน',
      placeEn: 'Agency',
      labels: ['กองช่าง', 'สำนักช่าง', 'Public Works', 'สช.', 'ช่างธารทอง', '10000000', 'works'],
      sections: [{ id: '', text: 'รวมกับกองผังเมือง' }],
      facets: { agency: 'works', quarters: [], isCorrected: false, hasDisagreements: false },
    });
  });

  test('in the list of agencies where it has no indicator', () => {
    expect(find('agencies/#archive', shelves).title).toBe('หอจดหมายเหตุ');
    const lines = getAgenciesView(site, thai).groups.flatMap(({ agencies }) => agencies);
    expect(lines.find(({ id }) => id === 'archive')?.name).toBe('หอจดหมายเหตุ');
  });
});

describe('the pages of a site', () => {
  test('stand on shelves: those of no year first, then the years from the newest, each page once', () => {
    const shelves = getSearchShelves(chartSite, [], thai);
    expect(shelves.map(({ year }) => year)).toEqual([undefined, ...chartSite.years]);
    expect(chartSite.years).toEqual([...chartSite.years].sort((a, b) => b - a));
    for (const { year, documents } of shelves.slice(1)) {
      const hrefs = documents.map(({ href }) => href);
      expect(hrefs).toEqual(hrefs.toSorted());
      expect(hrefs.every((href) => href.startsWith(`${year}/`))).toBe(true);
    }
    const indicators = shelves.slice(1).flatMap(({ documents }) => documents.map(({ href }) => href));
    expect(indicators.toSorted()).toEqual([...chartSite.items.keys()].map((path) => `${path}/`).toSorted());
  });

  test('stand in the order of their addresses, so that files that are moved about change no index', () => {
    const items = { '2567/works/b': {}, '2567/works/a': {}, '2567/health/c': {} };
    const [, year] = getSearchShelves(buildSite({ agencies: { works: {}, health: {} }, items }), [], thai);
    expect(year?.documents.map(({ href }) => href)).toEqual(['2567/health/c/', '2567/works/a/', '2567/works/b/']);
  });

  test('are the same however often they are asked for, so that an index can be kept', () => {
    expect(JSON.stringify(getSearchShelves(chartSite, [], thai))).toBe(
      JSON.stringify(getSearchShelves(chartSite, [], thai)),
    );
  });

  test('have the guide among those of no year, in each language of the site, with what the site says of itself', () => {
    const site = buildSite({ settings: { about: ['ข้อมูลของเมืองสมมติ'], aboutEn: ['An invented city'] } });
    const guide = getGuideDocuments(site, [
      { name: 'about', language: 'th', title: 'เกี่ยวกับเว็บไซต์', text: 'ที่มาของข้อมูล' },
      { name: 'about', language: 'en', title: 'About', text: 'Where the figures come from' },
      { name: 'scores', language: 'en', title: 'Scores', text: 'How scores are made' },
      { name: 'about', language: 'fr', title: 'À propos', text: 'Une langue de trop' },
    ]);
    expect(guide.map(({ href, language, title, sections }) => [href, language, title, sections[0]?.text])).toEqual([
      ['about/', 'th', 'เกี่ยวกับเว็บไซต์', 'ข้อมูลของเมืองสมมติ\nที่มาของข้อมูล'],
      ['about/', 'en', 'About', 'An invented city\nWhere the figures come from'],
      ['scores/', 'en', 'Scores', 'How scores are made'],
    ]);
    const [first] = getSearchShelves(site, guide, thai);
    expect(first?.year).toBeUndefined();
    expect(first?.documents).toEqual(expect.arrayContaining(guide));
  });
});
