import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { formatCsv, parseGuarded } from '#exports/csv.ts';

/** As a spreadsheet reads it: without the byte order mark and the end of the last line. */
function parse(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  return data.slice(0, -1);
}

const readCell = (cell: string | number | undefined) => parse(formatCsv([['ก', cell]]))[0]?.[1];

describe('a table as CSV', () => {
  test('begins with the mark by which spreadsheets know UTF-8, and ends every line as they do', () => {
    const csv = formatCsv([
      ['ไตรมาส', 'ผลงาน'],
      ['ไตรมาสที่ 1', 12.5],
    ]);
    expect(csv).toBe('\uFEFFไตรมาส,ผลงาน\r\nไตรมาสที่ 1,12.5\r\n');
  });

  test('keeps numbers bare: negative, zero, tiny, and without thousands', () => {
    expect(formatCsv([[-3.5, 0, 0.00195, 4938271.56]])).toBe('\uFEFF-3.5,0,0.00195,4938271.56\r\n');
  });

  test('spells numbers without an exponent, in no digit otherwise', () => {
    expect(formatCsv([[1e21, -1e-7, 1.5e-9, 1.2345678901234568e20]])).toBe(
      '\uFEFF1000000000000000000000,-0.0000001,0.0000000015,123456789012345680000\r\n',
    );
  });

  test('has nothing where nothing is, which is not zero', () => {
    expect(formatCsv([['ก', undefined, 0, '']])).toBe('\uFEFFก,,0,\r\n');
  });

  test('keeps quotes, commas, lines and spaces of a text', () => {
    for (const text of ['เรียก "ถนน"', '1,407.52', 'บรรทัด\nสอง', 'บรรทัด\r\nสอง', ' ช่องว่าง ', '−3.50']) {
      expect(readCell(text)).toBe(text);
    }
  });

  test('gives a spreadsheet no formula to run, however the text goes on', () => {
    const texts = ['=HYPERLINK("http://x","ก")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=1+1\n=2', '=1\r\n"', '＝1'];
    expect(texts.map(readCell)).toEqual(texts.map((text) => `'${text}`));
  });

  test('guards texts only: a dash within, or a number below zero, stays', () => {
    expect([readCell('2560 – 2563'), readCell('ก-ข'), readCell(-1)]).toEqual(['2560 – 2563', 'ก-ข', '-1']);
  });

  test('can be told from a text that had an apostrophe of its own', () => {
    const texts = ["'=1", "''+1", "'ก", '=1', "'", ''];
    expect(texts.map(readCell)).toEqual(["''=1", "'''+1", "'ก", "'=1", "'", '']);
    expect(texts.map((text) => parseGuarded(readCell(text) ?? ''))).toEqual(texts);
  });

  test('has quotes where a library that many use has them, and nowhere else', () => {
    const letters = ['ก', ' ', '\u00a0', '\ufeff', '"', ',', ';', '\n', '\r', '\t', '1', "'"];
    const cell = fc.string({ unit: fc.constantFrom(...letters) }).filter((text) => !/^'*[\t\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (row) => {
        expect(formatCsv([row])).toBe(`\uFEFF${Papa.unparse([row], { newline: '\r\n' })}\r\n`);
      }),
    );
  });

  test('is read back as it was written, cell by cell', () => {
    const letters = [
      'ก',
      '๑',
      ' ',
      '\u200b',
      '\ufeff',
      '"',
      ',',
      '\n',
      '\r',
      '\t',
      ';',
      '=',
      '+',
      '-',
      '@',
      "'",
      '1',
      '＝',
    ];
    const text = fc.string({ unit: fc.constantFrom(...letters) });
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const cell = fc.oneof(text, number, fc.constant(undefined));
    const rows = fc.integer({ min: 2, max: 4 }).chain((width) => {
      return fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 });
    });
    fc.assert(
      fc.property(rows, (table) => {
        const read = parse(formatCsv(table));
        expect(read).toHaveLength(table.length);
        table.flat().forEach((written, index) => {
          const seen = read.flat()[index] ?? '';
          expect(seen).not.toMatch(typeof written === 'number' ? /[e',]/ : /^[=+\-@\t\r\n＝]/);
          if (typeof written === 'number') expect(Number(seen) + 0).toBe(written + 0);
          else expect(parseGuarded(seen)).toBe(written ?? '');
        });
      }),
    );
  });
});
