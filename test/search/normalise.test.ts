import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, normaliseWithPlaces } from '#search/normalise.ts';
import { anyText } from './texts.ts';

describe('the same is found however it was typed:', () => {
  test.each([
    ['Thai digits', '๒๕๖๓', '2563'],
    ['sara am in two characters', 'น\u0e4d\u0e32', 'นำ'],
    ['sara am with its tone before', 'น\u0e49\u0e4d\u0e32', 'น้ำ'],
    ['sara am with its tone between', 'น\u0e4d\u0e49\u0e32', 'น้ำ'],
    ['sara am with its tone behind', 'น\u0e4d\u0e32\u0e49', 'น้ำ'],
    ['sara am in one character with its tone behind', 'น\u0e33\u0e49', 'น้ำ'],
    ['sara am with its tone twice', 'น\u0e49\u0e4d\u0e49\u0e32', 'น้ำ'],
    ['sara am typed twice', 'ทำำ', 'ทำ'],
    ['a tone typed twice', 'พื้้น', 'พื้น'],
    ['a vowel typed twice', 'ปีี', 'ปี'],
    ['a tone on both sides of its vowel', 'ท\u0e35\u0e48\u0e35\u0e48', 'ที่'],
    ['a tone before its vowel', 'ท\u0e48\u0e35', 'ที่'],
    ['two tones before a vowel', 'ก\u0e49\u0e49\u0e34', 'กิ้'],
    ['a silent letter’s mark before its vowel', 'สิทธ\u0e4c\u0e34', 'สิทธิ์'],
    ['two เ for one แ', 'เเผน', 'แผน'],
    ['a zero-width space in a word', 'งบ\u200bประมาณ', 'งบประมาณ'],
    ['a zero-width space between a letter and its mark', 'ท\u200bี\u2060่', 'ที่'],
    ['a soft hyphen and a byte order mark', '\ufeffตัว\u00adชี้วัด', 'ตัวชี้วัด'],
    ['a Thai abbreviation with dots', 'พ.ร.บ.', 'พรบ'],
    ['dots behind marks', 'ม.ค. – มิ.ย.', 'มค - มิย'],
    ['more dots than one', 'ฯลฯ...', 'ฯลฯ'],
    ['a dot between two เ', 'เ.เ', 'แ'],
    ['a decimal with Thai digits', '๓๗.๕', '37.5'],
    ['commas of thousands', '12,345,678.90', '12345678.90'],
    ['commas of thousands in Thai digits', '๑,๔๐๗', '1407'],
    ['dashes', '2561–2565 — ‑ − －', '2561-2565 - - - -'],
    ['single quotes', '‘a’ `b´', "'a' 'b'"],
    ['double quotes', '“a” «b» „c‟ 5″', '"a" "b" "c" 5"'],
    ['capitals', 'OTOP Pm2.5', 'otop pm2.5'],
    ['full-width Latin', 'ＫＰＩ　１２', 'kpi 12'],
    ['an accent apart from its letter', 'cafe\u0301 \u0048\u0331', 'café ẖ'],
    ['sigma at the end of a word', 'ΑΣ', 'ασ'],
    ['spaces of all sorts', 'ก \u00a0\t\n ข', 'ก ข'],
  ])('%s', (_, typed, meant) => {
    expect(normalise(typed)).toBe(meant);
    expect(normalise(meant)).toBe(meant);
  });
});

describe('what is not the same stays apart:', () => {
  test.each([
    ['a decimal point', '2.5', '25'],
    ['a comma in a list', '1, 2', '12'],
    ['a comma that parts no thousands', '1,23', '123'],
    ['a comma before too many digits', '1,2345', '12345'],
    ['a dot behind a Latin letter', 'a.b', 'ab'],
    ['tones', 'ป่า', 'ป้า'],
    ['short and long vowels', 'ปิ', 'ปี'],
    ['เ and แ', 'เม', 'แม'],
    ['words with a space between them', 'งบ ประมาณ', 'งบประมาณ'],
  ])('%s', (_, one, other) => {
    expect(normalise(one)).not.toBe(normalise(other));
  });
});

describe('any text', () => {
  test('is the same when it is put into the one spelling once more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test('has the same spelling with places as without', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseWithPlaces(text).text).toBe(normalise(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test('has a place for each of its characters, in order, and its end', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, from } = normaliseWithPlaces(original);
        expect(from).toHaveLength(text.length + 1);
        expect(from).toEqual(from.toSorted((a, b) => a - b));
        expect(from.at(-1)).toBe(original.length);
      }),
      { numRuns: 1_000 },
    );
  });

  test('has at its places what was found there', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (original, one, other) => {
        const { text, from } = normaliseWithPlaces(original);
        // A run begins and ends where a letter does, and not within what is one character in the original.
        const borders = [...text.matchAll(/(?!\p{M}|\u0e33)/gu)]
          .map(({ index }) => index)
          .filter((index) => index === 0 || from[index] !== from[index - 1]);
        const pick = (number: number) => borders[number % borders.length] ?? 0;
        const [start = 0, end = 0] = [pick(one), pick(other)].sort((a, b) => a - b);
        const slice = original.slice(from[start], from[end]);
        // The comma of a thousand belongs to the digit before it; without the digits behind it, it is a comma.
        expect(normalise(slice).replace(/(?<=\d),/g, '')).toBe(text.slice(start, end).replace(/(?<=\d),/g, ''));
      }),
      { numRuns: 2_000 },
    );
  });
});

test('a year in Thai digits and a word with invisible characters are found where they stand', () => {
  const original = 'ปี ๒๕๖๓ เเผ\u200bน นํ้าเสีย';
  const { text, from } = normaliseWithPlaces(original);
  const find = (word: string) => {
    const at = text.indexOf(word);
    return original.slice(from[at], from[at + word.length]);
  };
  expect(find('2563')).toBe('๒๕๖๓');
  expect(find('แผน')).toBe('เเผ\u200bน');
  expect(find('น้ำ')).toBe('นํ้า');
});
