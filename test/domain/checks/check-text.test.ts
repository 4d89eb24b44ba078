import { describe, expect, it, test } from 'vitest';
import { checkCopies, checkText } from '#domain/checks/check-text.ts';
import { buildIndicatorEntry, buildIndicatorYear, buildReportEntry } from '../../support/build-indicator.ts';

function findInName(name: string): string[] {
  return checkText(buildIndicatorEntry({ name })).map(({ code }) => code);
}

function findInText(text: string): string[] {
  return checkText(buildReportEntry(1, { result: 5, text })).map(({ code }) => code);
}

describe('names and units', () => {
  test.each([
    ['จำนวนถนนที่ซ่อม', []],
    ['จำนวนถนนที่ซ่อม ปี 2567', ['CW611']],
    ['จำนวนถนนที่ซ่อมเทียบกับปี 2560', []],
    ['ตัวชี้วัดยุทธศาสตร์ จำนวนถนน', ['CW612']],
    ['จำนวนถนน น้ำหนัก 20', ['CW612']],
    ['1) ถนน 2) ทางเท้า', ['CW624']],
    ['ระยะที่ ๒ จาก 3', ['CW619']],
    ['เเผนแม่บท', ['CW617']],
  ])('%j', (name, expected) => {
    expect(findInName(name)).toEqual(expected);
  });

  it('of a length that no name has are looked through in no time', () => {
    const start = performance.now();
    expect(findInName(`ปี${' '.repeat(50_000)}x`)).toEqual([]);
    expect(findInName('1)'.repeat(50_000))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test.each([
    ['ร้อยละ', []],
    ['ร้อยละ 80', ['CW608']],
    ['ครั้งต่อ ๑๐ วัน', ['CW608']],
    ['ก'.repeat(48), ['CW609']],
    ['ก'.repeat(47), []],
  ])('the unit %j', (unit, expected) => {
    expect(checkText(buildIndicatorEntry({ unit })).map(({ code }) => code)).toEqual(expected);
  });

  it('codes and addresses hold digits that are no telephone numbers', () => {
    const source = { url: 'https://example.org/0212345678' };
    expect(checkText(buildIndicatorEntry({ code: '08000000', source }))).toEqual([]);
  });

  it('a plan that the old system cut is pointed out', () => {
    const find = (plan: string) => checkText(buildIndicatorEntry({ declared: { plan } })).map(({ code }) => code);
    expect(find('ก'.repeat(88))).toEqual(['CW610']);
    expect(find('มาตรฐานสากลแ')).toEqual(['CW610']);
    expect(find('มาตรฐานสากล %')).toEqual(['CW610']);
    expect(find('มาตรฐานสากล')).toEqual([]);
  });
});

describe('narratives', () => {
  test.each([
    ['ซ่อมแล้วเสร็จ', []],
    ['ด\u0E4D\u0E32เนินการ', ['CW615']],
    ['ดำเนินการ', []],
    ['น้้ำ', ['CW616']],
    ['เเล้ว', ['CW617']],
    ['อปฺกรณ์', ['CW618']],
    ['ก\u200Bข', ['CW620']],
    ['ก\u202Eข', ['CW620']],
    ['ก\uF70Aข', ['CW620']],
    ['โทร 02-123-4567', ['CW626']],
    ['นางสาวสมมติ ใจดี', ['CW626']],
    ['เลขไทย ๒ ปน 3', []],
    ['—', ['CW614']],
    ['- - -', ['CW614']],
  ])('%j', (text, expected) => {
    expect(findInText(text)).toEqual(expected);
  });

  it('say where the damage is: what was seen begins with a letter, not with a mark', () => {
    const [issue] = checkText(buildReportEntry(1, { result: 5, text: 'คณะกรรมการตรวจรับพัสดุ เเล้วเสร็จ' }));
    expect(issue?.params?.seen).toMatch(/^[\u0E01-\u0E2E].*เเล้ว/u);
  });

  it('that are missing together with the figure are pointed out', () => {
    const find = (written: Parameters<typeof buildReportEntry>[1]) =>
      checkText(buildReportEntry(1, written)).map(({ code }) => code);
    expect(find({ submitted: '2024-01-30' })).toEqual(['CW627']);
    // A stub waits for its report.
    expect(find({})).toEqual([]);
    expect(find({ result: 0 })).toEqual([]);
    expect(find({ text: 'ทำแล้ว' })).toEqual([]);
    expect(find({ notApplicable: 'ไม่มีกิจกรรม' })).toEqual([]);
    expect(find({ result: 1, asOf: '2024-01-31', submitted: '2024-01-30' })).toEqual(['CW628']);
    expect(find({ result: 1, asOf: '2024-01-31', submitted: '2024-01-31' })).toEqual([]);
  });

  it('that repeat an earlier quarter are pointed out, dashes are not', () => {
    const text = 'ดำเนินการตามแผน';
    const item = buildIndicatorYear({
      reports: { 1: { text }, 2: { text: `  ${text}\n` }, 3: { text: '-' }, 4: { text: '-' } },
    });
    expect(checkCopies(item)).toMatchObject([
      { code: 'CW613', file: expect.stringContaining('q2'), params: { other: 1 } },
    ]);
  });
});
