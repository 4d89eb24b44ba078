import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import words from '#strings/kept-words.json' with { type: 'json' };
import { splitLines } from '#views/typography.ts';

const OWN = ['ท่าสาย', 'กรุงเทพมหานคร'];
const split = (text: string) => splitLines(text, OWN);

/** Where a line may be broken: the places between pieces. */
function listBorders(text: string): number[] {
  let at = 0;
  return split(text)
    .map((piece) => (at += piece.length))
    .slice(0, -1);
}

const piece = fc.oneof(
  fc.constantFrom(...words, ...OWN),
  fc.constantFrom('ถนน', 'น้ำ', 'ที่', 'ไม่ถึง', 'และ', 'คลอง', 'Bangkok', 'กั้น'),
  fc.constantFrom(' ', ' ', '\u00a0', '(', ')', '“', '”', ',', '–', '-', '/', '…', '.'),
  fc.constantFrom('12', '1,407.52', '−3.50', '100%', '2567'),
);
const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('a text in pieces', () => {
  test('is the text when they are joined, and no piece is empty', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        const pieces = split(text);
        expect(pieces.join('')).toBe(text);
        expect(pieces).not.toContain('');
      }),
      { numRuns: 300 },
    );
  });

  test('is never cut within a word that is kept together, wherever it stands', () => {
    const word = fc.constantFrom(...words, ...OWN);
    fc.assert(
      fc.property(word, texts, texts, (kept, before, after) => {
        const text = `${before} ${kept} ${after}`;
        const from = before.length + 1;
        expect(listBorders(text).filter((at) => at > from && at < from + kept.length)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('is never cut before a mark, within a number, or at a space that does not break', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const borders = listBorders(text);
        expect(borders.filter((at) => /^\p{M}/u.test(text.slice(at)))).toEqual([]);
        expect(borders.filter((at) => text[at - 1] === '\u00a0')).toEqual([]);
        expect(borders.filter((at) => /\d$/.test(text.slice(0, at)) && /^\d/.test(text.slice(at)))).toEqual([]);
      }),
    );
  });
});

describe('a line', () => {
  test('may end between Thai words', () => {
    expect(split('ถนนและคลอง')).toEqual(['ถนน', 'และ', 'คลอง']);
  });

  test('does not end within a compound, a name of the city, or between it and its number', () => {
    expect(split('ถึงเป้าหมายแล้ว')).toContain('เป้าหมาย');
    expect(split('เทศบาลนครท่าสาย')).toContain('ท่าสาย');
    expect(splitLines('ท่าสาย', []).length).toBeGreaterThan(1);
    expect(split('ในไตรมาสที่ 2').some((text) => text.includes('ไตรมาสที่ 2'))).toBe(true);
  });

  test('ends after a space or a sign, and a bracket stays with what it holds', () => {
    expect(split('ถนน (คลอง) และ')).toEqual(['ถนน ', '(คลอง) ', 'และ']);
    expect(split('ถนน, คลอง')).toEqual(['ถนน, ', 'คลอง']);
    expect(split('ไตรมาสที่ 3,\u00a04 ถนน')).toEqual(['ไตรมาสที่ 3,\u00a04 ', 'ถนน']);
    expect(split('')).toEqual([]);
  });
});
