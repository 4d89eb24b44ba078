import { describe, expect, it, test } from 'vitest';
import { parseEntry } from '#data/parse-entry.ts';
import { describeIssue } from '#strings/issue-text.ts';

const REPORT = {
  file: 'reports/2567/finance/debt/q1.mdx',
  kind: 'report',
  year: 2567,
  agency: 'finance',
  slug: 'debt',
  quarter: 1,
} as const;
const INDICATOR = { ...REPORT, file: 'reports/2567/finance/debt/indicator.mdx', kind: 'indicator' } as const;
const FIELDS = `name: หนี้คงค้าง
kind: routine
outcome: output
weight: 10
unit: ร้อยละ
direction: higher
accumulation: latest
target: 80
scale: { kind: proportional }
`;

/** Issues of front matter as "CODE line:column key → what to type". */
function explain(yaml: string, path: typeof REPORT | typeof INDICATOR = REPORT): string[] {
  return parseEntry(path, `---\n${yaml}\n---\n\nข้อความ\n`).issues.map((issue) => {
    const { fix, key = '' } = describeIssue(issue, 'en');
    return `${issue.code} ${issue.line}:${issue.column} ${key} → ${fix}`;
  });
}

function explainChanged(from: string, to: string): string[] {
  return explain(FIELDS.replace(from, to), INDICATOR);
}

describe('front matter and text', () => {
  test.each([
    ['', 'CW201 1:1'],
    ['ก\n', 'CW201 1:1'],
    ['\n---\nresult: 1\n---\n', 'CW201 1:1'],
    [' ---\nresult: 1\n---\n', 'CW201 1:1'],
    ['----\nresult: 1\n----\n', 'CW201 1:1'],
    ['+++\nresult = 1\n+++\n', 'CW201 1:1'],
    ['---\nresult: 1\n', 'CW202 3:1'],
    ['---\nresult: 1\n\nก\n', 'CW202 3:1'],
    ['---', 'CW202 1:1'],
  ])('%j is no entry', (text, expected) => {
    const { entry, issues } = parseEntry(REPORT, text);
    expect(entry).toBeUndefined();
    expect(issues.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([expected]);
  });

  it('a report may be made in words alone', () => {
    const { entry, issues } = parseEntry(REPORT, '---\n---\n\nตรวจรับแล้ว\n');
    expect(issues).toEqual([]);
    expect(entry).toMatchObject({ data: {}, sections: { body: { html: '<p>ตรวจรับแล้ว</p>' } } });
  });

  it('an indicator without any field is told so once', () => {
    expect(parseEntry(INDICATOR, '---\n---\n\nก\n').issues).toMatchObject([{ code: 'CW206', line: 1 }]);
  });

  it('a mistake in the text does not hide one in the fields, nor a rule the fields break', () => {
    const text = `---\n${FIELDS}quarterTargets: [5, 4, 3, 2]\n---\n\nฝุ่น <50\n`;
    const { entry, draft, issues } = parseEntry(INDICATOR, text.replace('latest', 'cumulative'));
    expect(issues.map(({ code }) => code)).toEqual(['CW404', 'CW326', 'CW326', 'CW326']);
    expect(entry).toBeUndefined();
    expect(draft).toMatchObject({ data: { target: 80 } });
  });

  it('an oddity in the text is told where it stands there', () => {
    const { issues } = parseEntry(REPORT, '---\nresult: 1\n---\n\nก่อนหน้า\n\nเเล้วเสร็จ เจ้าหน้้าที่\n');
    expect(issues.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual(['CW616 7:18', 'CW617 7:1']);
  });
});

describe('fields', () => {
  test.each([
    ['resutl: 5', ['CW301 2:1 resutl → Type result instead of resutl']],
    ['Result: 5', ['CW301 2:1 Result → Type result instead of Result']],
    [
      'ผลงานที่ทำได้: 5',
      [
        'CW301 2:1 ผลงานที่ทำได้ → Delete it, or use one of these fields: result, asOf, submitted, level, review, evidence, corrections, declared, notApplicable',
      ],
    ],
    [
      'review: { completness: 5, timeliness: 5 }',
      ['CW301 2:11 review.completness → Type completeness instead of completness'],
    ],
    ['review: { completeness: 5 }', ['CW302 2:9 review.timeliness → Add timeliness: and its value']],
    ['result: ๘๐.๕', ['CW304 2:9 result → Type 80.5: Arabic digits, without commas, percent sign, unit or quotes']],
    ['asOf: 31 ธันวาคม 2566', ['CW315 2:7 asOf → Type 2023-12-31 (year-month-day of the common era)']],
    ['asOf: 2566-12-31', ['CW315 2:7 asOf → Type 2023-12-31 (year-month-day of the common era)']],
    [
      'asOf: 2024-02-30',
      ['CW315 2:7 asOf → Type year-month-day of the common era, a day that exists, such as 2024-01-31'],
    ],
    ['result: .nan', ['CW317 2:9 result → Type a plain number of at most 15 digits, such as 1250 or 0.5']],
    ['result: 5\nresult: x', ['CW204 3:1 result → Keep the right one and delete the other']],
    [
      'declared: &a',
      ['CW205 2:11 declared → Put words into quotes "…"; otherwise delete it and type the value itself'],
    ],
    [
      'level: *a\nresult: &a 5',
      [
        'CW205 2:8 level → Put words into quotes "…"; otherwise delete it and type the value itself',
        'CW205 3:9 result → Put words into quotes "…"; otherwise delete it and type the value itself',
      ],
    ],
    ['declared: 1407', ['CW303 2:11 declared → Type "1407", with the quotes']],
    ['declared: 007', ['CW303 2:11 declared → Type "007", with the quotes']],
    ['declared: 7.10', ['CW303 2:11 declared → Type "7.10", with the quotes']],
  ])('%j', (yaml, expected) => {
    expect(explain(yaml)).toEqual(expected);
  });

  test.each([
    [
      'kind: routine',
      'kind: rutine',
      'CW305 3:7 kind → Type routine — to choose from: strategic · routine · unknown (not known)',
    ],
    [
      'weight: 10',
      'weight: สิบ',
      'CW305 5:9 weight → Type the number alone, such as 80 or 12.5, or unknown (not known)',
    ],
    ['weight: 10', 'weight: 0', 'CW306 5:9 weight → Type a number above 0'],
    [
      'weight: 10',
      'weight: "10"',
      'CW304 5:9 weight → Type 10: Arabic digits, without commas, percent sign, unit or quotes',
    ],
    ['weight: 10\n', '', 'CW302 2:1 weight → Add weight: and a number, or unknown (not known)'],
    [
      'scale: { kind: proportional }',
      'scale: { kind: proportion }',
      'CW305 10:16 scale.kind → Type proportional — to choose from: milestones (steps of completion) · bands (five numeric criteria) · proportional (share of the target)',
    ],
    [
      'scale: { kind: proportional }',
      'scale: { kind: bands, between: step, edges: [1, 2, 3, 4, 5], floor: 2 }',
      'CW305 10:69 scale.floor → Choose one of 0 · 1',
    ],
    [
      'scale: { kind: proportional }',
      'scale: { kind: bands, between: step, edges: [1, 2, 3, 4], floor: "1" }',
      'CW316 10:45 scale.edges → Give exactly 5',
    ],
    [
      'target: 80',
      'target: 80\nplan: { id: city, goal: 7.10 }',
      'CW303 10:25 plan.goal → Type "7.10", with the quotes',
    ],
  ])('%j as %j', (from, to, expected) => {
    const [first] = explainChanged(from, to);
    expect(first).toBe(expected);
  });

  it('a Thai word for a value is answered with the value', () => {
    const { issues } = parseEntry(INDICATOR, `---\n${FIELDS.replace('routine', 'งานประจำ')}---\n\nก\n`);
    expect(issues.map((issue) => describeIssue(issue, 'th').fix)).toEqual([
      'พิมพ์ routine — ค่าที่เลือกได้: strategic (เชิงยุทธศาสตร์) · routine (งานประจำ) · unknown (ไม่ทราบ)',
    ]);
  });

  it('a Thai name of a field is answered with the field', () => {
    const { issues } = parseEntry(REPORT, '---\nผลงานที่ทำได้: 5\nวันที่ส่ง: 2024-01-31\n---\n\nก\n');
    expect(issues.map((issue) => describeIssue(issue, 'th').fix)).toEqual([
      'พิมพ์ result แทน ผลงานที่ทำได้',
      'พิมพ์ submitted แทน วันที่ส่ง',
    ]);
  });
});
