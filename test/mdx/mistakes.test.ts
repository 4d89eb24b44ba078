import { describe, expect, it, test } from 'vitest';
import { parseMdx } from '#mdx/parse-mdx.ts';
import { describeIssue } from '#strings/issue-text.ts';

const OPTIONS = { file: 'q1.mdx', titles: {}, headingRank: () => 4 };

function findCodes(text: string): string[] {
  return parseMdx(text, OPTIONS).issues.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

/** Every issue of a text in Thai: what is wrong → what to type. */
function explain(text: string): string[] {
  return parseMdx(text, OPTIONS).issues.map((issue) => {
    const { message, fix } = describeIssue(issue, 'th');
    return `${message} → ${fix}`;
  });
}

describe('Thai prose that looks like code', () => {
  it('in braces is answered with brackets', () => {
    expect(explain('ดู {ภาคผนวก} ประกอบ')).toEqual([
      'ใช้วงเล็บปีกกา {ภาคผนวก} ในเนื้อความไม่ได้ → พิมพ์ (ภาคผนวก) ถ้าต้องการวงเล็บปีกกาจริง ๆ ให้พิมพ์ \\ นำหน้า เป็น \\{ และ \\}',
    ]);
  });

  it('with < is answered with words', () => {
    expect(explain('ฝุ่น <50 ไมโครกรัม')).toEqual([
      'ใช้เครื่องหมาย < ติดกับข้อความ “<50” ไม่ได้ → พิมพ์เป็นคำว่า “น้อยกว่า 50” หรือพิมพ์ \\ นำหน้า เป็น \\<50',
    ]);
    expect(explain('ฝุ่น <=๕๐ ไมโครกรัม')).toEqual([
      'ใช้เครื่องหมาย < ติดกับข้อความ “<=๕๐” ไม่ได้ → พิมพ์เป็นคำว่า “ไม่เกิน ๕๐” หรือพิมพ์ \\ นำหน้า เป็น \\<=๕๐',
    ]);
  });

  it('around an address is answered with a link', () => {
    expect(explain('ดู <https://example.org/a>')).toEqual([
      'ใส่ที่อยู่ไว้ในเครื่องหมาย < > ไม่ได้: <https://example.org/a> → พิมพ์ [ชื่อที่จะแสดง](https://example.org/a)',
    ]);
  });

  test.each([
    '(ภาคผนวก)',
    '\\{ภาคผนวก\\}',
    'น้อยกว่า 50',
    '\\<50',
    '\\<=50',
    '< 50',
    '[ข้อมูล](https://example.org/a)',
    '&lt;50',
  ])('is read when it is typed as %s', (text) => {
    expect(findCodes(`ดู ${text} ประกอบ`)).toEqual([]);
  });

  it('that is code is not taken for prose', () => {
    expect(findCodes('{1 + 1} {ภาค}')).toEqual(['CW402 1:1', 'CW403 1:9']);
  });
});

describe('every mistake of a text', () => {
  it('is told in one run', () => {
    const text = 'ฝุ่น <50\n\n{ภาค}\n\n<b>ก</b>\n\n[ข](javascript:x)\n\n<Note>\n\nค <ง>\n\n![](x.js)';
    expect(findCodes(text)).toEqual([
      'CW414 9:1',
      'CW404 1:6',
      'CW403 3:1',
      'CW407 5:1',
      'CW404 11:3',
      'CW412 7:1',
      'CW413 13:1',
    ]);
  });

  test.each([
    ['<b>ก</b>', ['CW407 1:1']],
    ['<b>ก <i>ข</i></b>', ['CW407 1:1', 'CW407 1:6']],
    ['<>ก</>', ['CW407 1:1']],
    ['<Notes>ก</Notes>', ['CW408 1:1']],
    ['{{ก}}', ['CW403 1:1']],
    ['{<b>ก</b>}', ['CW403 1:1']],
    ['{ก < ข}', ['CW403 1:1']],
    ['<script>if (a < b) { c() }</script>', ['CW407 1:1']],
    ['<!-- ก <b> {ข} -->', ['CW406 1:1']],
    ['<Note>ก\n\nข</Note>', ['CW414 1:1']],
    ['<Note>\n\nก\n\nข</Note>', ['CW414 5:2']],
    ['<Note>ก</note>', ['CW414 1:1']],
    ['<Note>ก</Timeline>', ['CW414 1:1']],
    ['<Note>\n\n<Timeline>\n\n</Note>', ['CW414 3:1']],
    ['<Note a={1}>ก</Note>', ['CW409 1:1']],
    ['<Evidence title=“ก” url="https://example.org" />', ['CW411 1:1']],
    ['import { a } from "b"', ['CW401 1:1']],
  ])('%j is told once', (text, expected) => {
    expect(findCodes(text)).toEqual(expected);
  });

  test.each([
    ['\t{ก}', ['CW403 1:2']],
    ['😀 {ก} 😀 <5', ['CW403 1:4', 'CW404 1:11']],
    ['น้ำ <5', ['CW404 1:5']],
    ['> ก\n> - {ข}', ['CW403 2:5']],
    ['😀😀 <Note>ก', ['CW414 1:6']],
  ])('%j is told at the column an editor shows', (text, expected) => {
    expect(findCodes(text)).toEqual(expected);
  });

  it('stands apart from what is quoted: code and attributes hold any sign', () => {
    expect(
      findCodes('`{a} <b>`\n\n```\n<script>\n```\n\n<Evidence title="ก <5 {ข}" url="https://example.org" />'),
    ).toEqual([]);
  });
});
