import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseYaml } from '#data/parse-yaml.ts';
import { Figure, formatEntry, formatYaml } from '../../../scripts/write/format-entry.ts';

function readBack(yaml: string): unknown {
  const { value, issues } = parseYaml(yaml, 'q1.mdx', 0);
  expect(issues).toEqual([]);
  return value;
}

describe('the YAML of an entry', () => {
  it('has its fields in the order of the schema and small records on one line', () => {
    const fields = { unit: 'ร้อยละ', weight: 20, plan: { goal: '7.4.1', id: 'city-20y' }, name: 'ร้อยละความสำเร็จ' };
    expect(formatYaml('indicator', fields)).toBe(
      'name: ร้อยละความสำเร็จ\nplan: { id: city-20y, goal: "7.4.1" }\nweight: 20\nunit: ร้อยละ\n',
    );
  });

  it('keeps the decimals of a figure', () => {
    expect(formatYaml('report', { result: new Figure('75.00'), asOf: '2021-09-30' })).toBe(
      'result: 75.00\nasOf: 2021-09-30\n',
    );
  });

  test.each(['98765432101.123456789', '0.00000001', '12345678901234567890', '-5.0'])(
    'writes %s digit by digit',
    (text) => {
      expect(formatYaml('report', { result: new Figure(text) })).toBe(`result: ${text}\n`);
    },
  );

  it('leaves out what is not given, and keeps zero', () => {
    expect(formatYaml('report', { result: 0, level: undefined })).toBe('result: 0\n');
  });

  test.each([
    '5',
    'true',
    'null',
    '07',
    '#x',
    ': y',
    '- z',
    "ไม่ 'ใช่'",
    'a: b',
    ' มีช่องว่าง ',
    '10 (ระดับ)',
    '{x}',
    '~',
    '1e3',
  ])('reads %j back as the same text', (text) => {
    expect(readBack(formatYaml('report', { declared: text }))).toEqual({ declared: text });
  });

  it('reads any texts and numbers back as they were', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => !/\p{Cc}|\uFEFF|\uFFFD|\p{Cs}/u.test(value));
    const figure = fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
      .map((value) => Number(value.toFixed(4)) + 0);
    const shape = fc.record({
      result: figure,
      declared: text,
      evidence: fc.array(fc.record({ title: text }), { minLength: 1 }),
    });
    fc.assert(
      fc.property(shape, (fields) => {
        expect(readBack(formatYaml('report', fields))).toEqual(fields);
      }),
    );
  });
});

describe('an entry', () => {
  it('is front matter and text, with an empty line between', () => {
    expect(formatEntry('report', { result: 1 }, '\n\nลงนามแล้ว\n\n')).toBe('---\nresult: 1\n---\n\nลงนามแล้ว\n');
  });

  it('is written in no time, however many spaces it holds', () => {
    const text = `ก${' '.repeat(200_000)}ข`;
    const start = performance.now();
    expect(formatEntry('report', {}, text)).toBe(`---\n---\n\n${text}\n`);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('may wait for its report, with a note', () => {
    expect(formatEntry('report', {}, '', 'ยังไม่รายงาน')).toBe('---\n# ยังไม่รายงาน\n---\n');
  });
});
