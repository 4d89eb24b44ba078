import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMeantDay, findMeantNumber, findPercentages, toArabicDigits } from '#domain/thai-text.ts';

describe('the number that was meant', () => {
  test.each([
    ['5', '5'],
    ['75.00', '75.00'],
    ['1,407.52', '1407.52'],
    ['12,345,678', '12345678'],
    ['๑,๔๐๗.๕๒', '1407.52'],
    ['ร้อยละ 80', '80'],
    ['ร้อยละ๘๐', '80'],
    ['80 %', '80'],
    ['80%', '80'],
    ['12.5 เปอร์เซ็นต์', '12.5'],
    [' 40 ', '40'],
    ['\u00a040', '40'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['-12', '-12'],
    ['0', '0'],
    ['-0.00', '0.00'],
    ['007', '7'],
    ['048,140,719.06', '48140719.06'],
  ])('%j is %s', (text, number) => {
    expect(findMeantNumber(text)).toBe(number);
  });

  test.each([
    '',
    '-',
    'N/A',
    '>70',
    'ไม่น้อยกว่า 80',
    '0,500',
    '๐,๕๐๐',
    '1,40',
    '1,4075',
    '1407,520',
    '1.2.3',
    '4-2-0',
    '31/10/2562',
    '5 (ระดับ)',
    '80-90',
    'ร้อยละ',
    '1e3',
  ])('%j is not certain', (text) => {
    expect(findMeantNumber(text)).toBeUndefined();
  });

  test('the answer can be typed as it stands: it is read back as the same number', () => {
    const figure = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value.toFixed(2));
    fc.assert(
      fc.property(figure, (typed) => {
        const grouped = Number(typed).toLocaleString('en-US', { minimumFractionDigits: 2 });
        const thai = grouped.replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'.charAt(Number(digit)));
        const meant = findMeantNumber(`ร้อยละ ${thai}`) ?? '';
        expect(meant).toMatch(/^-?(0|[1-9]\d*)\.\d\d$/);
        expect(Number(meant)).toBe(Number(typed) + 0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the day that was meant', () => {
  test.each([
    ['31/10/2562', '2019-10-31'],
    ['1/2/2563', '2020-02-01'],
    ['31-10-2562', '2019-10-31'],
    ['๓๑ ตุลาคม ๒๕๖๒', '2019-10-31'],
    ['31 ต.ค. 2562', '2019-10-31'],
    ['31 ตุลาคม พ.ศ. 2562', '2019-10-31'],
    ['2562-10-31', '2019-10-31'],
    ['2019-10-31', '2019-10-31'],
    ['31/10/2019', '2019-10-31'],
    ['29 กุมภาพันธ์ 2567', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(findMeantDay(text)).toBe(day);
  });

  test('every month is known by its name and by its abbreviation', () => {
    const names = 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม';
    const short = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.';
    const days = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, '0')}-09`);
    expect(names.split(' ').map((month) => findMeantDay(`9 ${month} 2567`))).toEqual(days);
    expect(short.split(' ').map((month) => findMeantDay(`9 ${month} 2567`))).toEqual(days);
  });

  test.each([
    '29/02/2566',
    '31/04/2567',
    '13/13/2567',
    '0/10/2567',
    '4-2-0 ไร่',
    'กท 0409/286',
    '31 ตุลา 2562',
    '31/10/62',
    '01/01/0050',
    'ตุลาคม 2562',
    '',
  ])('%j is no day', (text) => {
    expect(findMeantDay(text)).toBeUndefined();
  });
});

describe('percentages named in a narrative', () => {
  test.each([
    ['ดำเนินการแล้ว ร้อยละ 12.5 ของแผน', [12.5]],
    ['คิดเป็น 12.5 % และ ๘๐ เปอร์เซ็นต์', [12.5, 80]],
    ['ร้อยละ ๑๐๐', [100]],
    ['ร้อยละ 75 %', [75]],
    ['จัดเก็บได้ร้อยละ 1,407.52 หรือ 1,407.52 %', [1407.52, 1407.52]],
    ['จำนวน 12 แห่ง ใช้งบประมาณ 048,140,719.06 บาท', []],
  ])('%s', (text, expected) => {
    expect(findPercentages(text)).toEqual(expected);
  });
});

test('Thai digits become Arabic ones and nothing else changes', () => {
  expect(toArabicDigits('ด้านที่ ๗.๔.๑ ปี 2564 ๐๒๓๕๖๘๙')).toBe('ด้านที่ 7.4.1 ปี 2564 0235689');
});
