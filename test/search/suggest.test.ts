import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '#search/normalise.ts';
import { findNearestWord } from '#search/suggest.ts';

const WORDS = [
  ...['งบประมาณ', 'สารสนเทศ', 'มูลฝอย', 'ตัวชี้วัด', 'อิเล็กทรอนิกส์', 'พรบ', 'ประชาชน', 'ประมาณ', 'เทศบาล'],
  ...['กรุงเทพมหานคร', 'สิ่งแวดล้อม', 'เศรษฐกิจ', 'otop', 'คลอง', 'ถนน', 'แผนงาน'],
];

describe('a misspelt word is answered with what was meant:', () => {
  test.each([
    ['a letter for another', 'งบประมาน', 'งบประมาณ'],
    ['an ending by ear', 'สารสนเทส', 'สารสนเทศ'],
    ['a tone too many', 'มูลฝ่อย', 'มูลฝอย'],
    ['a tone forgotten', 'ตัวชีวัด', 'ตัวชี้วัด'],
    ['two slips in a long word', 'อิเลคทรอนิกส์', 'อิเล็กทรอนิกส์'],
    ['an abbreviation with a wrong letter and a dot', 'พรย.', 'พรบ'],
    ['two letters swapped', 'ปรชะาชน', 'ประชาชน'],
    ['a Latin word in capitals', 'OTPO', 'otop'],
    ['a letter twice', 'คลลอง', 'คลอง'],
    ['เ twice for แ, which is no slip, and one', 'เเผนงาร', 'แผนงาน'],
  ])('%s', (_, typed, meant) => {
    expect(findNearestWord(typed, WORDS)).toBe(meant);
  });
});

describe('nothing is offered', () => {
  test('for what is too far from all words', () => {
    expect(findNearestWord('ดาวเทียม', WORDS)).toBeUndefined();
    expect(findNearestWord('งปบระมาน', ['งบประมาณ'])).toBeUndefined();
  });

  test('for two slips in a word of fewer than ten letters', () => {
    expect(findNearestWord('สารสมเทส', ['สารสนเทศ'])).toBeUndefined();
    expect(findNearestWord('สารสมเทสไทย', ['สารสนเทศไทย'])).toBe('สารสนเทศไทย');
  });

  test('for three slips, however long the word', () => {
    expect(findNearestWord('กรงุเทบมหานคน', ['กรุงเทพมหานคร'])).toBeUndefined();
  });

  test('for two letters, and never the word itself', () => {
    expect(findNearestWord('งน', ['งบ', 'งาน'])).toBeUndefined();
    expect(findNearestWord('ถนน', ['ถนน'])).toBeUndefined();
    expect(findNearestWord('งบประมาณ', [])).toBeUndefined();
  });
});

test('of words equally near the commonest is offered, and a nearer one before a commoner one', () => {
  expect(findNearestWord('ปลาา', ['ปลาร', 'ปลา'])).toBe('ปลาร');
  expect(findNearestWord('กรุงเทพมหานคค', ['กรุงเทพมหานาร', 'กรุงเทพมหานคร'])).toBe('กรุงเทพมหานคร');
});

test('every single slip in a word that stands alone is answered with it', () => {
  const word = 'สิ่งแวดล้อม';
  const slip = fc.tuple(fc.constantFrom('drop', 'put', 'replace', 'swap'), fc.nat({ max: word.length - 1 }));
  fc.assert(
    fc.property(slip, ([kind, at]) => {
      const [before, letter, behind] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
      const typed = {
        drop: before + behind,
        put: `${before}ฬ${letter}${behind}`,
        replace: `${before}ฬ${behind}`,
        swap: before + behind.charAt(0) + letter + behind.slice(1),
      }[kind];
      // Marks in another order are the same word.
      if (normalise(typed) !== word) expect(findNearestWord(typed, ['เศรษฐกิจ', word])).toBe(word);
    }),
  );
});
