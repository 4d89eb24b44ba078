import { describe, expect, test } from 'vitest';
import { getLetterView, getPlanAreaView } from '#views/browse-list-view.ts';
import { listLetterPages, listPlanPages } from '#views/browse-pages.ts';
import { getBrowseView } from '#views/browse-view.ts';
import { getFirstLetter } from '#views/first-letter.ts';
import { buildSite, english, type ItemParts, thai } from '../support/build-site.ts';

const named = (name: string, indicator: ItemParts['indicator'] = {}): ItemParts => ({
  indicator: { name, ...indicator },
});
const inPlan = (goal: string) => ({ plan: { id: 'city-plan', goal } });

const site = buildSite({
  agencies: {
    works: { names: [{ name: 'สำนักการโยธา' }] },
    finance: {
      names: [
        { name: 'สำนักการคลัง', until: 2566 },
        { name: 'สำนักคลัง', from: 2567 },
      ],
      nameEn: 'Finance',
    },
    health: { names: [{ name: 'สำนักอนามัย' }] },
    centre: { names: [{ name: 'เขตกลาง' }], group: 'districts' },
  },
  items: {
    '2566/finance/tax': { ...named('ภาษี', inPlan('1.1.1')), year: 50 },
    '2567/finance/tax': { ...named('3.1 ร้อยละของภาษี', inPlan('1.1.2')), year: 100 },
    '2567/finance/debts': named('เงินกู้'),
    '2566/works/roads': named('“โรงเรียนปลอดภัย”', { nameEn: 'Safe schools' }),
    '2567/works/lamps': named('ร่มเงา', inPlan('1.1')),
    '2567/works/web': named('E-service'),
    '2567/centre/rank': named('ระดับน้ำ', { ...inPlan('11'), source: { name: 'described' } }),
  },
});
const view = getBrowseView(site, thai);

describe('the letter of a name', () => {
  test.each([
    ['กล้อง', '01'],
    ['ฮ่องกง', '44'],
    ['รถ', '35'],
    ['ลม', '36'],
    ['เงินกู้', '07'],
    ['แขวง', '02'],
    ['โครงการ', '04'],
    ['ใบอนุญาต', '26'],
    ['ไฟ', '31'],
    ['(สกค.2.1)ร้อยละ', '40'],
    ['2.2.1 ความสำเร็จ', '04'],
    ['๑. “การ”', '01'],
    ['- จำนวน', '08'],
    ['E-service', 'a-z'],
    ['(5 ส) Éclair', '40'],
    ['3. Éclair', 'a-z'],
    ['ฤดูกาล', 'other'],
    ['Ωmega', 'other'],
    ['2567', 'other'],
  ])('%s stands under %s', (name, letter) => {
    expect(getFirstLetter(name)).toBe(letter);
  });
});

describe('the lists of the search page', () => {
  test('lead to each year, newest first, with its number of indicators', () => {
    expect(view.years).toEqual([
      { label: 'ปีงบประมาณ 2567', href: '/2567/', count: '5' },
      { label: 'ปีงบประมาณ 2566', href: '/2566/', count: '2' },
    ]);
    expect(getBrowseView(site, english).years[0]?.href).toBe('/en/2567/');
  });

  test('have agencies by group in dictionary order, each with its newest year and all its indicators', () => {
    expect(view.groups.map(({ title }) => title)).toEqual(['สำนัก', 'สำนักงานเขต']);
    expect(view.groups[0]?.agencies).toEqual([
      { label: 'สำนักการโยธา', href: '/2567/works/', count: '3' },
      { label: 'สำนักคลัง', href: '/2567/finance/', count: '3' },
    ]);
    const only = buildSite({ items: { '2566/works/roads': {}, '2567/finance/tax': {} } });
    expect(getBrowseView(only, thai).groups).toHaveLength(1);
    const hrefs = getBrowseView(only, thai).groups.flatMap(({ agencies }) => agencies.map(({ href }) => href));
    expect(hrefs.toSorted()).toEqual(['/2566/works/', '/2567/finance/']);
  });

  test('say how many agencies have no indicators, or nothing', () => {
    expect(view.withoutIndicators).toEqual({
      text: 'หน่วยงานที่ยังไม่มีตัวชี้วัดในชุดข้อมูลนี้ 1 แห่ง ดูได้ที่',
      href: '/agencies/',
    });
    const full = buildSite({ items: { '2567/finance/tax': {} } });
    expect(getBrowseView(full, thai).withoutIndicators).toBeUndefined();
  });

  test('have the areas of plans in which there are indicators, counted year by year', () => {
    expect(view.plans).toEqual([
      {
        name: 'แผนพัฒนานครธารทอง',
        language: 'th',
        href: '/plan/city-plan/',
        areas: [
          { lead: 'ด้านที่ 1', label: 'เมืองเดินทางสะดวก', language: 'th', href: '/search/plan/city-plan/1/', count: '3' },
          { lead: 'ด้านที่ 11', label: 'ด้านอื่น', language: 'th', href: '/search/plan/city-plan/11/', count: '1' },
        ],
      },
    ]);
    const none = buildSite({ items: { '2567/finance/tax': {} } });
    expect(getBrowseView(none, thai).plans).toEqual([]);
  });

  test('say that the wording of an area is in no source', () => {
    const open = buildSite({ items: { '2567/finance/tax': named('ภาษี', inPlan('11')) } });
    const area = open.dataset.plans.get('city-plan')?.data.areas[1];
    delete area?.name;
    const [plan] = getBrowseView(open, english).plans;
    expect(plan?.areas).toMatchObject([{ lead: 'Area 11', label: english.t('plan.no-text'), language: 'en' }]);
  });

  test('lead to what has no plan, where there is any', () => {
    expect(view.withoutPlan).toEqual({ label: 'ต้นทางไม่ระบุแผน', href: '/search/plan/none/', count: '3' });
    const planned = buildSite({ items: { '2567/finance/tax': named('ภาษี', inPlan('1.1')) } });
    expect(getBrowseView(planned, thai).withoutPlan).toBeUndefined();
  });

  test('have all 44 consonants in order; those without a name lead nowhere', () => {
    const consonants = view.letters.slice(0, 44).map(({ label }) => label);
    expect(consonants.join('')).toBe('กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ');
    expect(view.letters[0]).toEqual({ label: 'ก', language: 'th', count: '0' });
    expect(view.letters.filter(({ href }) => href)).toEqual([
      { label: 'ง', language: 'th', href: '/search/letter/07/', count: '1' },
      { label: 'ร', language: 'th', href: '/search/letter/35/', count: '4' },
      { label: 'A–Z', href: '/search/letter/a-z/', count: '1' },
    ]);
  });

  test('have other letters only where a name begins with one', () => {
    expect(view.letters).toHaveLength(45);
    const other = buildSite({ items: { '2567/finance/tax': named('ฤดูเก็บภาษี') } });
    expect(getBrowseView(other, thai).letters.slice(44)).toEqual([
      { label: 'อื่น ๆ', href: '/search/letter/other/', count: '1' },
    ]);
  });
});

describe('the page of a letter', () => {
  const list = getLetterView(site, '35', thai);

  test('has the names in dictionary order, whatever stands before their first letter', () => {
    const names = ['ร่มเงา', '3.1 ร้อยละของภาษี', 'ระดับน้ำ', '“โรงเรียนปลอดภัย”'];
    expect(list.lines.map(({ name }) => name)).toEqual(names);
    expect(getLetterView(site, '35', english).lines.map(({ href }) => href.slice(3))).toEqual(
      list.lines.map(({ href }) => href),
    );
  });

  test('has an indicator of several years once, under its newest name, with every year and its status', () => {
    const line = list.lines.find(({ href }) => href === '/2567/finance/tax/');
    expect(line).toMatchObject({ name: '3.1 ร้อยละของภาษี', agency: 'สำนักคลัง' });
    expect(line?.years).toEqual([
      { label: '2567', href: '/2567/finance/tax/', status: { status: 'met', label: 'ถึงเป้าหมาย' } },
      { label: '2566', href: '/2566/finance/tax/', status: { status: 'missed', label: 'ไม่ถึงเป้าหมาย' } },
    ]);
    expect([...list.statuses].sort()).toEqual(['met', 'missed', 'not-reported']);
    expect(listLetterPages(site)).not.toContain('33');
  });

  test('names the agency as it was in the newest of the years', () => {
    const names = [
      { name: 'กองคลัง', until: 2566 },
      { name: 'สำนักคลัง', from: 2567 },
    ];
    const items = { '2565/finance/x': named('ก'), '2566/finance/x': named('ก'), '2567/finance/y': named('กา') };
    const { lines } = getLetterView(buildSite({ agencies: { finance: { names } }, items }), '01', thai);
    expect(lines.map(({ agency }) => agency)).toEqual(['กองคลัง', 'สำนักคลัง']);
  });

  test('marks a name that is not the source’s own', () => {
    const tags = list.lines.filter(({ described }) => described).map(({ name, described }) => [name, described]);
    expect(tags).toEqual([['ระดับน้ำ', 'คำอธิบายแทนชื่อ']]);
  });

  test('keeps the Thai name beside an English one: it has its place by it', () => {
    const line = getLetterView(site, '35', english).lines.find(({ name }) => name === 'Safe schools');
    expect(line).toMatchObject({ language: 'en', original: '“โรงเรียนปลอดภัย”' });
    expect(list.lines.every(({ original }) => original === undefined)).toBe(true);
  });

  test('says what it is, and leads home, to the search and to the letters beside it', () => {
    expect([list.title, list.counts]).toEqual(['ตัวชี้วัดที่ขึ้นต้นด้วย ร', '4 ตัวชี้วัด']);
    expect(list.description).toContain('เทศบาลนครธารทอง');
    expect(list.crumbs.map(({ href }) => href)).toEqual(['/', '/search/']);
    expect(list.pager).toEqual({
      previous: { label: 'ก่อนหน้า: ง', href: '/search/letter/07/' },
      next: { label: 'ถัดไป: A–Z', href: '/search/letter/a-z/' },
      numbers: [],
      whole: [],
    });
    expect(getLetterView(site, '07', thai).pager.previous).toBeUndefined();
    expect(getLetterView(site, 'a-z', thai).pager.next).toBeUndefined();
  });

  test('is there only where a name begins with the letter, in the order of letters', () => {
    expect(listLetterPages(site)).toEqual(['07', '35', 'a-z']);
    expect(() => getLetterView(site, '01', thai)).toThrow('01');
  });
});

describe('the page of an area of a plan', () => {
  test('names the area and its plan', () => {
    const list = getPlanAreaView(site, 'city-plan/1', thai);
    expect(list.title).toBe('ด้านที่ 1 เมืองเดินทางสะดวก · แผนพัฒนานครธารทอง');
    expect(list.heading).toEqual({ lead: 'ด้านที่ 1', text: 'เมืองเดินทางสะดวก', language: 'th' });
    expect(list.plan).toEqual({ text: 'แผนพัฒนานครธารทอง', language: 'th', href: '/plan/city-plan/1/' });
  });

  test('counts indicators, and years where they are more', () => {
    const list = getPlanAreaView(site, 'city-plan/1', thai);
    expect(list.lines.map(({ name, years }) => [name, years.length])).toEqual([
      ['ร่มเงา', 1],
      ['3.1 ร้อยละของภาษี', 2],
    ]);
    expect(list.counts).toBe('2 ตัวชี้วัด ถ้านับแยกแต่ละปีเป็น 3');
    expect(getPlanAreaView(site, 'city-plan/11', thai).counts).toBe('1 ตัวชี้วัด');
  });

  test('has only the years in which an indicator served the area, newest first', () => {
    const items = {
      '2565/a/x': named('ก', inPlan('1.1')),
      '2567/a/x': named('ค', inPlan('11')),
      '2566/a/x': named('ข', inPlan('1.1')),
    };
    const [line] = getPlanAreaView(buildSite({ items }), 'city-plan/1', thai).lines;
    expect(line).toMatchObject({ name: 'ข', href: '/2566/a/x/' });
    expect(line?.years.map(({ label }) => label)).toEqual(['2566', '2565']);
  });

  test('is there for what has no plan too', () => {
    const list = getPlanAreaView(site, 'none', thai);
    expect(list.lines.map(({ name }) => name)).toEqual(['เงินกู้', '“โรงเรียนปลอดภัย”', 'E-service']);
    expect(list).toMatchObject({ plan: undefined, title: 'ตัวชี้วัดที่ต้นทางไม่ระบุแผน' });
    expect(listPlanPages(site).toSorted()).toEqual(['city-plan/1', 'city-plan/11', 'none']);
    expect(() => getPlanAreaView(site, 'city-plan/2', thai)).toThrow('city-plan/2');
  });
});
