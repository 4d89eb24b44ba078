import { describe, expect, test } from 'vitest';
import { getAgenciesView } from '#views/agencies-view.ts';
import { compareThai, getAgencyName, getItemName, getShortYear, getYearLabel } from '#views/names.ts';
import { buildItem, buildSite, english, thai } from '../support/build-site.ts';

describe('an agency', () => {
  const site = buildSite({
    agencies: {
      works: {
        names: [
          { name: 'กองช่าง', until: 2564 },
          { name: 'สำนักช่าง', from: 2565, until: 2566 },
          { name: 'สำนักการโยธา', from: 2567 },
        ],
      },
      health: { names: [{ name: 'สำนักอนามัย' }], nameEn: 'Health Office' },
    },
  });

  test.each([
    [2560, 'กองช่าง'],
    [2564, 'กองช่าง'],
    [2565, 'สำนักช่าง'],
    [2566, 'สำนักช่าง'],
    [2567, 'สำนักการโยธา'],
    [2570, 'สำนักการโยธา'],
    [undefined, 'สำนักการโยธา'],
  ])('has in %s the name it bore then: %s', (year, name) => {
    expect(getAgencyName(site, 'works', year, thai)).toBe(name);
  });

  test('has the later name where the end of the former one was not written down', () => {
    const names = [{ name: 'กองคลัง' }, { name: 'สำนักคลัง', from: 2566 }];
    const open = buildSite({ agencies: { finance: { names } } });
    const nameIn = (year?: number) => getAgencyName(open, 'finance', year, thai);
    expect([nameIn(2565), nameIn(2566), nameIn()]).toEqual(['กองคลัง', 'สำนักคลัง', 'สำนักคลัง']);
  });

  test('keeps its Thai name in English where no English one is known', () => {
    expect(getAgencyName(site, 'health', 2567, english)).toBe('Health Office');
    expect(getAgencyName(site, 'health', 2567, thai)).toBe('สำนักอนามัย');
    expect(getAgencyName(site, 'works', 2564, english)).toBe('กองช่าง');
  });
});

describe('Thai order', () => {
  test('sorts a leading vowel behind its consonant', () => {
    const names = ['แขวง', 'กอง', 'เขต', 'ขนส่ง', 'เกษตร', 'โยธา', 'ไฟฟ้า', 'งบ', 'ใจ'];
    expect(names.toSorted(compareThai)).toEqual(['กอง', 'เกษตร', 'ขนส่ง', 'เขต', 'แขวง', 'งบ', 'ใจ', 'ไฟฟ้า', 'โยธา']);
  });

  test('is the order of the list of agencies, group by group', () => {
    const name = (text: string, group: string) => ({ names: [{ name: text }], group });
    const site = buildSite({
      items: { '2567/b/x': {}, '2566/b/x': {} },
      agencies: {
        a: name('เขตบางนา', 'districts'),
        b: name('สำนักคลัง', 'offices'),
        c: name('เกษตร', 'offices'),
        d: name('กองช่าง', 'offices'),
      },
    });
    const view = getAgenciesView(site, thai);
    expect(view.counts).toBe('4 หน่วยงาน');
    expect(view.groups.map(({ title, agencies }) => [title, agencies.map((agency) => agency.name)])).toEqual([
      ['สำนัก', ['กองช่าง', 'เกษตร', 'สำนักคลัง']],
      ['สำนักงานเขต', ['เขตบางนา']],
    ]);
    expect(view.groups[0]?.agencies[2]?.years).toEqual([
      { label: '2567', href: '/2567/b/' },
      { label: '2566', href: '/2566/b/' },
    ]);
    expect(getAgenciesView(site, english).groups.map(({ title }) => title)).toEqual(['Offices', 'Districts']);
  });

  test('the list tells former names and leaves groups without agencies out', () => {
    const names = [
      { name: 'กองช่าง', until: 2566 },
      { name: 'สำนักช่าง', from: 2567 },
    ];
    const view = getAgenciesView(buildSite({ agencies: { works: { names } } }), thai);
    expect(view.groups).toHaveLength(1);
    expect(view.groups[0]?.agencies[0]).toMatchObject({ name: 'สำนักช่าง', formerNames: ['กองช่าง'], years: [] });
  });
});

describe('a fiscal year', () => {
  test('is of the Buddhist era in Thai; English adds the two years of the common era it spans', () => {
    expect(getYearLabel(2567, thai)).toBe('ปีงบประมาณ 2567');
    expect(getYearLabel(2567, english)).toBe('Fiscal year 2567 (2023/24)');
    expect(getYearLabel(2543, english)).toBe('Fiscal year 2543 (1999/00)');
    expect([getShortYear(2567, thai), getShortYear(2567, english)]).toEqual(['2567', '2567 (2023/24)']);
  });
});

describe('an indicator', () => {
  test('has its own name, marked as Thai on an English page unless an English one was given', () => {
    const { item } = buildItem({ indicator: { name: 'ถนน' } });
    expect(getItemName(item, english)).toEqual({ text: 'ถนน', language: 'th' });
    const named = buildItem({ indicator: { name: 'ถนน', nameEn: 'Roads' } }).item;
    expect(getItemName(named, english)).toEqual({ text: 'Roads', language: 'en' });
    expect(getItemName(named, thai)).toEqual({ text: 'ถนน', language: 'th' });
  });
});
