import { expect, it, test } from 'vitest';
import { getFormsEditorView, getFormsView, listFormsYears } from '#views/forms-view.ts';
import { buildSite, english, thai } from '../support/build-site.ts';

const items = { '2566/works/roads': {}, '2567/works/roads': {}, '2567/health/dengue': {} };
const agencies = { works: { names: [{ name: 'สำนักช่าง' }] }, health: { names: [{ name: 'กองสาธารณสุข' }] } };
const open = buildSite({ items, agencies, today: '2024-05-20' });
const reported = { ...items, '2566/works/roads': { reports: { 1: {} } } };
const closed = buildSite({ items: reported, agencies, today: '2030-01-01' });

test('forms are offered for open years; where none is, only while trying, for the newest with a quarter to fill in', () => {
  expect(listFormsYears(open, false)).toEqual([2567]);
  expect(listFormsYears(open, true)).toEqual([2567]);
  expect(listFormsYears(closed, false)).toEqual([]);
  expect(listFormsYears(closed, true)).toEqual([2566]);
});

it('lists the agencies that have something to fill in, by name, with where their form is', () => {
  const count = (agency: string) => (agency === 'works' ? 3 : 0);
  const view = getFormsView(open, [2567], undefined, count, thai);
  expect(view.years).toMatchObject([
    {
      title: expect.stringContaining('2567'),
      agencies: [{ name: 'สำนักช่าง', href: '/admin/works/', count: '3 ตัวชี้วัด' }],
    },
  ]);
  expect(view.years[0]?.note).toBeUndefined();
  expect(view.gap).toBeUndefined();
  const both = getFormsView(open, [2567], undefined, () => 1, thai).years[0]?.agencies.map(({ name }) => name);
  expect(both).toEqual(['กองสาธารณสุข', 'สำนักช่าง']);
});

it('says of a closed year that it is there to try', () => {
  expect(getFormsView(closed, [2567], undefined, () => 1, thai).years[0]?.note).toContain('ทดลอง');
});

test.each([
  ['no year is open', closed, [], undefined, 0, /ไม่มีปีงบประมาณ/, 'npm run new -- year 2568'],
  ['no file waits', open, [2567], undefined, 0, /2567/, 'npm run new -- year 2567'],
  ['no repository is named', open, [2567], 'no-repository' as const, 1, /site\.yaml/, 'npm run forms'],
  ['nobody can sign in', open, [2567], 'no-sign-in' as const, 1, /CHIWAT_FORMS_SIGN_IN/, 'npm run forms'],
])('where %s, it says so and which command helps', (_, site, years, gap, count, text, command) => {
  const view = getFormsView(site, years, gap, () => count, thai);
  expect(view.years).toEqual([]);
  expect(view.gap).toMatchObject({ text: expect.stringMatching(text), command });
});

it('names the agency on the page of its form, in the language of the site', () => {
  expect(getFormsEditorView(open, 'works', thai).title).toBe('แบบฟอร์มของสำนักช่าง');
  expect(getFormsEditorView(open, 'works', english).title).toBe('Forms of สำนักช่าง');
});
