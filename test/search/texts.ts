import fc from 'fast-check';
import { numberTrigrams, spellTrigram } from '#search/trigrams.ts';

const thaiLetter = fc.integer({ min: 0x0e01, max: 0x0e2e }).map((code) => String.fromCharCode(code));
const thaiCharacter = fc.integer({ min: 0x0e01, max: 0x0e5b }).map((code) => String.fromCharCode(code));
const mark = fc.constantFrom(...'ะัาำิีึืฺุู็่้๊๋์ํ๎');
const ascii = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
const digit = fc.constantFrom(...'0123456789๐๑๒๓๔๕๖๗๘๙');
const odd = fc.constantFrom(
  ...['\u200b', '\u200d', '\u00ad', '\ufeff', '\u2060', '\u00a0', '\n', '  ', '.', '.', ',', ',', 'เ', 'เ'],
  ...[
    'e\u0301',
    'H\u0331',
    'T\u0308',
    'é',
    'É',
    'ﬁ',
    'Ａ',
    '１',
    '，',
    '．',
    '“',
    '’',
    '´',
    '″',
    '–',
    '…',
    '½',
    'Σ',
    'ς',
  ],
  ...['😀', '𝐀', 'ห์', 'ํา', '้ํา', 'ํ้า', 'ำ้'],
);

/** Thai and Latin with marks, digits, quotes and zero-width characters in any order, right or wrong. */
export const anyText = join(
  fc.oneof(
    { weight: 4, arbitrary: thaiLetter },
    { weight: 2, arbitrary: thaiCharacter },
    { weight: 4, arbitrary: mark },
    { weight: 2, arbitrary: digit },
    { weight: 2, arbitrary: ascii },
    { weight: 3, arbitrary: odd },
  ),
  { maxLength: 24 },
);

/** Few different letters, so that words come again and stand within each other. */
export const dullText = join(fc.constantFrom(...'กขคa'), { maxLength: 30 });

/** Thai as it is written: syllables of a letter with what stands on and behind it, spaces and numbers now and then. */
export const thaiText = join(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .tuple(
          fc.constantFrom('', '', 'เ', 'แ', 'ไ'),
          thaiLetter,
          fc.constantFrom('', '', 'ิ', 'ุ', 'ื', 'ั', '\u200b'),
          fc.constantFrom('', '่', '้', '์', 'ํ'),
          fc.constantFrom('', 'า', 'ะ', 'ำ', 'ๆ', 'ฯ'),
        )
        .map((parts) => parts.join('')),
    },
    { weight: 3, arbitrary: fc.constant(' ') },
    { weight: 1, arbitrary: fc.constantFrom('2563', '๒๕๖๓', 'PM2.5', 'https://a.example/', '😀') },
  ),
  { maxLength: 120 },
);

function join(part: fc.Arbitrary<string>, constraints: { maxLength: number }): fc.Arbitrary<string> {
  return fc.array(part, { ...constraints, size: 'max' }).map((parts) => parts.join(''));
}

/** Words for every run of three characters, in order. */
export function listTrigrams(text: string): string[] {
  return Array.from(numberTrigrams(text), spellTrigram);
}
