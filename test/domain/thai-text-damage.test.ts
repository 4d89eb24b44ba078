import { describe, expect, test } from 'vitest';
import {
  DECOMPOSED_SARA_AM,
  DOUBLE_SARA_E,
  DOUBLED_MARK,
  INVISIBLE,
  KIND_IN_NAME,
  NUMBER_IN_UNIT,
  PHINTHU,
  SEVERAL_PARTS,
  YEAR_IN_NAME,
} from '#domain/thai-text.ts';

const DAMAGE = { DECOMPOSED_SARA_AM, DOUBLED_MARK, DOUBLE_SARA_E, PHINTHU, INVISIBLE };

function findDamage(text: string): string[] {
  return Object.entries(DAMAGE).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}

describe('damage to Thai text', () => {
  // Written as code points: an editor or a clipboard would mend or hide them.
  test.each([
    ['nikhahit and sara aa', 'ค\u0E4D\u0E32', 'DECOMPOSED_SARA_AM'],
    ['nikhahit, tone, sara aa', 'น\u0E4D\u0E49\u0E32', 'DECOMPOSED_SARA_AM'],
    ['tone, nikhahit, sara aa', 'น\u0E49\u0E4D\u0E32', 'DECOMPOSED_SARA_AM'],
    ['a tone twice', 'ที\u0E48\u0E48', 'DOUBLED_MARK'],
    ['two different tones', 'ที\u0E48\u0E49', 'DOUBLED_MARK'],
    ['an upper vowel twice', 'ท\u0E35\u0E35', 'DOUBLED_MARK'],
    ['a lower vowel twice', 'ค\u0E38\u0E38ณ', 'DOUBLED_MARK'],
    ['mai han-akat twice', 'ก\u0E31\u0E31น', 'DOUBLED_MARK'],
    ['sara am twice', 'ท\u0E33\u0E33', 'DOUBLED_MARK'],
    ['maitaikhu twice', 'ก\u0E47\u0E47', 'DOUBLED_MARK'],
    ['thanthakhat twice', 'การณ\u0E4C\u0E4C', 'DOUBLED_MARK'],
    ['two sara e for sara ae', '\u0E40\u0E40ก้', 'DOUBLE_SARA_E'],
    ['phinthu', 'ม\u0E3Aนุษย์', 'PHINTHU'],
    ['a zero-width space', 'งบ\u200Bประมาณ', 'INVISIBLE'],
    ['a byte order mark inside', 'งบ\uFEFFประมาณ', 'INVISIBLE'],
    ['a soft hyphen', 'งบ\u00ADประมาณ', 'INVISIBLE'],
  ])('%s is found', (_, text, expected) => {
    expect(findDamage(`โครงการ${text}แล้วเสร็จ`)).toEqual([expected]);
  });

  test.each([
    'น้ำ',
    'ที่',
    'เก็บ',
    'แก้',
    'ก็',
    'ทำ',
    'ซ้ำซ้อน',
    'เมื่อ',
    'ชื่อ',
    'ผู้ที่มีสิทธิ์',
    'สถานการณ์',
    'เป็นไปได้',
    'แม่น้ำเจ้าพระยา',
    'เหตุการณ์ต่าง ๆ ฯลฯ',
    'รายงานที่ 1\u00A0ของปี ๒๕๖๗',
    'ระบบ e-GP และ website',
  ])('correct text is left alone: %s', (text) => {
    expect(findDamage(text)).toEqual([]);
  });
});

describe('what does not belong in a name', () => {
  test.each([
    ['การจัดทำแผนปี 2564', 'ปี 2564'],
    ['ความสำเร็จ ปีงบประมาณ พ.ศ. ๒๕๖๓', 'ปีงบประมาณ พ.ศ. ๒๕๖๓'],
    ['ตามแผน พ.ศ. 2566', 'พ.ศ. 2566'],
  ])('a year: %s', (name, seen) => {
    expect(YEAR_IN_NAME.exec(name)?.[0]).toBe(seen);
  });

  test.each(['แผนพัฒนา 20 ปี', 'ผู้ใช้บริการต่อปี 25000 คน', 'แผนระยะ 5 ปี', 'เด็กอายุ 0-6 ปี 2 กลุ่ม'])('no year: %s', (name) => {
    expect(YEAR_IN_NAME.test(name)).toBe(false);
  });

  test.each(['ร้อยละของถนน (เจรจาตกลง)', 'ตัวชี้วัดงานประจำ การจัดเก็บภาษี', 'การจัดเก็บภาษี น้ำหนัก 20', 'การจัดเก็บภาษี น้ำหนัก ๒๐'])(
    'a kind or weight: %s',
    (name) => {
      expect(KIND_IN_NAME.test(name)).toBe(true);
    },
  );

  test.each(['ร้อยละของเด็กที่มีน้ำหนักตามเกณฑ์', 'ความสำเร็จในการจัดทำยุทธศาสตร์'])('no kind or weight: %s', (name) => {
    expect(KIND_IN_NAME.test(name)).toBe(false);
  });

  test.each(['ความสำเร็จ 1) จัดทำแผน 2) อนุมัติแผน', 'ความสำเร็จ (๑) จัดทำแผน (๒) อนุมัติแผน', '- จัดทำแผน - อนุมัติแผน'])(
    'several indicators in one: %s',
    (name) => {
      expect(SEVERAL_PARTS.test(name)).toBe(true);
    },
  );

  test.each(['ถนนสีลม - สาทร', 'โครงการ (ระยะที่ 1) ตามแผน (พ.ศ. 2562)', 'ระบบ e-GP แบบ on-line'])(
    'one indicator: %s',
    (name) => {
      expect(SEVERAL_PARTS.test(name)).toBe(false);
    },
  );

  test('a number inside a unit, in either digits', () => {
    expect(['ร้อยละ 100', 'ไม่น้อยกว่า ๒๐ แนวคลอง', 'ร้อยละ', 'ลบ.ม.'].map((unit) => NUMBER_IN_UNIT.test(unit))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
