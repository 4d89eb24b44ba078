import { describe, expect, it, test } from 'vitest';
import { catalogue } from '#domain/issue-catalogue.ts';
import { getCodeGroupView, getCodesIndexView, listCodeGroups } from '#views/codes-view.ts';
import { getContext } from '#views/context.ts';
import { getSearchShelves } from '#views/search-documents.ts';
import { buildSite, thai } from '../support/build-site.ts';

const english = getContext('en', 'th', '/');
const CODES = Object.keys(catalogue);

function getCode(code: string, context = thai) {
  const views = listCodeGroups().flatMap((group) => getCodeGroupView(group, context).codes);
  const view = views.find((known) => known.code === code);
  if (view === undefined) throw new Error(`no ${code} on any page`);
  return view;
}

describe.each([
  ['Thai', thai],
  ['English', english],
])('the pages about codes in %s', (_, context) => {
  it('list every code of the catalogue once, in its order, each with a title of its own', () => {
    const lines = getCodesIndexView(context).groups.flatMap(({ codes }) => codes);
    expect(lines.map(({ code }) => code)).toEqual(CODES);
    expect(lines.filter(({ title }) => title === undefined || title.length < 5)).toEqual([]);
    expect(new Set(lines.map(({ title }) => title)).size).toBe(CODES.length);
  });

  it('explain every code with an example, what the checker says and a cure', () => {
    const views = listCodeGroups().flatMap((group) => getCodeGroupView(group, context).codes);
    expect(views.map(({ code }) => code)).toEqual(CODES);
    for (const { code, cases } of views) {
      expect([code, cases.length > 0]).toEqual([code, true]);
      for (const { findings } of cases.flat()) {
        expect(findings.filter(({ message, fix }) => message.length < 5 || fix.length < 5)).toEqual([]);
      }
    }
  });

  it('lead from the list to the place where the code is explained', () => {
    for (const group of getCodesIndexView(context).groups) {
      const view = getCodeGroupView(group.id, context);
      expect(group.codes.map(({ href }) => href)).toEqual(view.codes.map(({ code }) => `${view.href}#${code}`));
      expect(group.href).toBe(context.links.staff(`codes/${group.id}`));
    }
  });
});

describe('a code', () => {
  it('shows what stands wrong with its line marked, says what the checker says, and shows what is right', () => {
    const [first] = getCode('CW304').cases;
    expect(first?.file).toBe('reports/2567/finance/e-receipt/q3.mdx');
    expect(first?.lines.find(({ number }) => number === 2)).toEqual({ number: 2, text: 'result: ๖๐', isMarked: true });
    expect(first?.lines.find(({ number }) => number === 1)?.isMarked).toBe(false);
    expect(first?.findings[0]).toEqual({
      place: 'บรรทัด 2',
      message: 'ผลงานที่ทำได้ (result): “๖๐” ยังไม่ใช่ตัวเลขที่ใช้คำนวณได้',
      fix: 'พิมพ์ 60 ใช้เลขอารบิก ไม่ใส่จุลภาค เครื่องหมาย % หน่วย หรือเครื่องหมายคำพูด',
    });
    expect(first?.right.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toContain('result: 60');
  });

  it('says whether it stops publication', () => {
    expect(getCode('CW304').means).toMatch(/ไม่เผยแพร่จนกว่าจะแก้/);
    expect(getCode('CW603').means).toMatch(/เผยแพร่ได้/);
    expect(getCode('CW304', english)).toMatchObject({ severityLabel: 'Error' });
  });

  test.each([
    ['CW620', '[U+200B]'],
    ['CW105', '[U+FEFF]'],
    ['CW203', '[Tab]'],
  ])('%s shows what nobody can see as %s', (code, shown) => {
    expect(JSON.stringify(getCode(code).cases)).toContain(shown);
  });

  it('of a file’s name is told of the whole file', () => {
    const [first] = getCode('CW107').cases;
    expect(first?.lines).toEqual([]);
    expect(first?.findings[0]?.place).toBe('ทั้งไฟล์');
  });
});

describe('the search', () => {
  const [shelf] = getSearchShelves(buildSite({}), [], thai);
  const find = (code: string, language: string) =>
    shelf?.documents
      .filter((document) => document.language === language)
      .flatMap(({ href, sections }) => sections.map(({ id, text }) => ({ href: `${href}#${id}`, text })))
      .find(({ href }) => href.endsWith(`#${code}`));

  it('finds a code where it is explained, by its number, its title and its cure, in both languages', () => {
    expect(find('CW304', 'th')).toMatchObject({ href: 'staff/codes/fields/#CW304' });
    expect(find('CW304', 'th')?.text).toMatch(/^CW304 ตัวเลขมีเลขไทย[\s\S]*ใช้เลขอารบิก/);
    expect(find('CW304', 'en')?.text).toMatch(/^CW304 A number with Thai digits/);
    expect(CODES.filter((code) => find(code, 'th') === undefined)).toEqual([]);
  });
});
