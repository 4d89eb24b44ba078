import { describe, expect, it, test } from 'vitest';
import type { Issue } from '#domain/issue.ts';
import { describeIssue, describeReport } from '#strings/issue-text.ts';

const ISSUE: Issue = {
  code: 'CW304',
  file: 'reports/2567/finance/debt/q1.mdx',
  line: 2,
  column: 9,
  field: { kind: 'report', key: 'result' },
  params: { seen: '๘๐.๕', type: '80.5' },
};

function fixOf(issue: Partial<Issue>, language: 'th' | 'en' = 'th'): string {
  return describeIssue({ ...ISSUE, ...issue }, language).fix;
}

describe('an issue in words', () => {
  it('says where, which field, what was seen and what to type', () => {
    expect(describeIssue(ISSUE, 'th')).toEqual({
      place: 'reports/2567/finance/debt/q1.mdx:2:9',
      code: 'CW304',
      severity: 'error',
      label: 'ผลงานที่ทำได้',
      key: 'result',
      message: '“๘๐.๕” ยังไม่ใช่ตัวเลขที่ใช้คำนวณได้',
      fix: 'พิมพ์ 80.5 ใช้เลขอารบิก ไม่ใส่จุลภาค เครื่องหมาย % หน่วย หรือเครื่องหมายคำพูด',
    });
    expect(describeIssue(ISSUE, 'en')).toMatchObject({
      label: 'Result',
      message: '“๘๐.๕” is not a number that can be calculated with',
    });
  });

  it('is a warning where the catalogue says so', () => {
    expect(describeIssue({ ...ISSUE, code: 'CW603', params: { quarter: 3, before: 60 } }, 'th')).toMatchObject({
      severity: 'warning',
      message: 'ไตรมาสที่ 4 เป็น 0 ทั้งที่ไตรมาสที่ 3 เป็น 60',
    });
  });

  it('names no field where it lies in none', () => {
    const { field: _, ...issue } = ISSUE;
    expect(Object.keys(describeIssue(issue, 'th'))).not.toContain('label');
  });

  it('names a field inside a list by its label, without the number', () => {
    const field = { kind: 'indicator', key: 'scale.levels.2.points' } as const;
    expect(describeIssue({ ...ISSUE, field }, 'th').label).toBe('คะแนนของระดับ');
    expect(fixOf({ code: 'CW302', field, params: { seen: '' } })).toBe('เพิ่ม points: ตามด้วยค่า');
  });

  test.each(['resutl', '__proto__', 'constructor', 'toString'])('calls the unknown field %s by its key', (key) => {
    expect(describeIssue({ ...ISSUE, field: { kind: 'report', key } }, 'th').label).toBe(key);
  });
});

describe('the cure', () => {
  test.each<[Partial<Issue>, string]>([
    [{ code: 'CW301', params: { seen: 'resutl', nearest: 'result', known: 'result, level' } }, 'พิมพ์ result แทน resutl'],
    [{ code: 'CW301', params: { seen: 'x', nearest: '', known: 'result, level' } }, 'ลบออก หรือใช้ช่องที่มี: result, level'],
    [{ code: 'CW315', params: { seen: '31/1/2567', type: '2024-01-31' } }, 'พิมพ์ 2024-01-31 (ปี ค.ศ.-เดือน-วัน)'],
    [{ code: 'CW315', params: { seen: 'x', type: '' } }, 'พิมพ์ ปี ค.ศ.-เดือน-วัน เป็นวันที่มีจริง เช่น 2024-01-31'],
    [{ code: 'CW303', params: { seen: 'x', expected: 'int', type: '' } }, 'พิมพ์จำนวนเต็ม เช่น 3'],
    [{ code: 'CW303', params: { seen: '7', expected: 'string', type: '"7"' } }, 'พิมพ์ "7" ให้มีเครื่องหมายคำพูดคร่อม'],
    [{ code: 'CW303', params: { seen: 'x', expected: 'set', type: '' } }, 'พิมพ์ค่าตามตัวอย่างของช่องนี้'],
    [{ code: 'CW306', params: { seen: '0', limit: 0, reason: 'above' } }, 'พิมพ์ตัวเลขที่มากกว่า 0'],
  ])('%j', (issue, fix) => {
    expect(fixOf(issue)).toBe(fix);
  });

  it('explains the values that can be chosen', () => {
    const params = { seen: 'x', known: 'higher | lower', nearest: '' };
    expect(fixOf({ code: 'CW305', params })).toBe('เลือกค่าหนึ่งใน higher (ยิ่งมากยิ่งดี) · lower (ยิ่งน้อยยิ่งดี)');
    expect(fixOf({ code: 'CW305', params }, 'en')).toBe(
      'Choose one of higher (more is better) · lower (less is better)',
    );
  });

  it('knows a value by what it is called on screen, and by the beginning of that', () => {
    const params = { seen: 'ยิ่งน้อยยิ่งดี', known: 'higher | lower', nearest: '' };
    expect(fixOf({ code: 'CW305', params })).toMatch(/^พิมพ์ lower /);
    expect(fixOf({ code: 'CW305', params: { ...params, seen: 'สะสม', known: 'cumulative | latest' } })).toMatch(
      /^พิมพ์ cumulative /,
    );
    expect(fixOf({ code: 'CW305', params: { ...params, seen: 'ยิ่ง', known: 'latest' } })).toMatch(/^เลือก/);
  });

  it('knows a field by what it is called on screen', () => {
    const known = 'completeness, timeliness, note';
    const field = { kind: 'report', key: 'review.หมายเหตุผลตรวจ' } as const;
    expect(fixOf({ code: 'CW301', field, params: { seen: 'หมายเหตุผลตรวจ', nearest: '', known } })).toBe(
      'พิมพ์ note แทน หมายเหตุผลตรวจ',
    );
  });
});

describe('what an author typed', () => {
  it('is quoted in full where it is short, and cut where it is long', () => {
    const long = describeIssue({ ...ISSUE, params: { seen: 'ก'.repeat(500), type: '1' } }, 'th');
    expect(long.message).toBe(`“${'ก'.repeat(90)}…” ยังไม่ใช่ตัวเลขที่ใช้คำนวณได้`);
    expect(describeIssue({ ...ISSUE, params: { seen: `${'ก'.repeat(89)}😀😀`, type: '1' } }, 'th').message).toContain(
      'ก…”',
    );
  });

  it('is not filled in turn: braces stay as they were typed', () => {
    const { message } = describeIssue({ ...ISSUE, code: 'CW402', params: { seen: '{seen} {type}' } }, 'th');
    expect(message).toBe('ข้อความในวงเล็บปีกกาถือเป็นคำสั่ง: {seen} {type}');
  });
});

it('the summary of a report counts in both languages', () => {
  const counts = { errors: 1, warnings: 2, files: 3 };
  expect(describeReport('summary', 'th', counts)).toBe('ต้องแก้ 1 · ควรตรวจดู 2 · อ่านแล้ว 3 ไฟล์');
  expect(describeReport('summary', 'en', counts)).toBe('errors 1 · warnings 2 · files read 3');
});
