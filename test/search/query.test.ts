import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '#search/query.ts';
import { anyText } from './texts.ts';

describe('what is typed is looked for', () => {
  test.each<[string, string, string[]]>([
    ['each word on its own', 'ขยะ มูลฝอย', ['ขยะ', 'มูลฝอย']],
    ['however many spaces stand around', '  ขยะ \u00a0\t มูลฝอย\n', ['ขยะ', 'มูลฝอย']],
    ['as one where it is in quotation marks', '"น้ำ ท่วม" ถนน', ['น้ำ ท่วม', 'ถนน']],
    ['as one in curly quotation marks', 'ถนน “น้ำ ท่วม”', ['ถนน', 'น้ำ ท่วม']],
    ['word by word where a quotation is not closed', '"น้ำ ท่วม', ['น้ำ', 'ท่วม']],
    ['without the punctuation around', '(ขยะ), [มูลฝอย]; งบ!', ['ขยะ', 'มูลฝอย', 'งบ']],
    ['without the dots of a line that was cut', '…งบประมาณ…', ['งบประมาณ']],
    ['with the punctuation inside', 'PM2.5 13-15 1/2', ['pm2.5', '13-15', '1/2']],
    ['in the spelling of the index', 'ปี ๒๕๖๓ พ.ร.บ. เเผน', ['ปี', '2563', 'พรบ', 'แผน']],
    ['once, in whatever spelling it is typed again', 'แผน เเผน PM pm', ['แผน', 'pm']],
    ['not where it is punctuation alone', '"" () … ?! " "', []],
    ['not where it is nothing', '', []],
    ['not where it is only spaces', ' \u200b ', []],
  ])('%s', (_, typed, parts) => {
    expect(parseQuery(typed).parts).toEqual(parts);
  });

  test('no more than sixteen words of a pasted page', () => {
    const page = Array.from({ length: 500 }, (_, at) => `คำ${at}`).join(' ');
    const { parts } = parseQuery(page);
    expect(parts).toHaveLength(16);
    expect(parts[0]).toBe('คำ0');
  });

  test('no part is empty, stands twice or has spaces at its ends', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const { parts } = parseQuery(typed);
        expect(new Set(parts).size).toBe(parts.length);
        for (const part of parts) expect(part).toMatch(/^\S(.*\S)?$/s);
      }),
      { numRuns: 1_000 },
    );
  });
});
