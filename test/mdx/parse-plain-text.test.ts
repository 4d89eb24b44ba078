import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { splitFrontMatter } from '#data/parse-entry.ts';
import { type ParseOptions, parseAnyMdx, parseMdx } from '#mdx/parse-mdx.ts';
import { parsePlainText } from '#mdx/parse-plain-text.ts';
import { getFixture } from '../support/content-folder.ts';

const OPTIONS: ParseOptions = {
  file: 'q1.mdx',
  titles: { คำนิยาม: 'definition', วิธีการคำนวณ: 'method', สรุป: 'body' },
  headingRank: () => 3,
};

const STARTS = [
  ...[
    '',
    '',
    '',
    '',
    '1. ',
    '2. ',
    '3. ',
    '1. ',
    '- ',
    '- ',
    '* ',
    '+ ',
    '1) ',
    '01. ',
    '0. ',
    '10. ',
    '1.',
    '-',
    '  ',
    '    ',
  ],
  ...[
    '> ',
    '# ',
    '## ',
    '### ',
    '## คำนิยาม',
    '## สรุป\n',
    '## วิธีการคำนวณ\n\n',
    '\t',
    ' ',
    '(',
    '"',
    '--- ',
    '___',
    '=== ',
    ':',
    '|',
  ],
];
const WORDS = [
  ...[
    'ก',
    'กิจกรรมที่ 1',
    'ร้อยละ 12.5',
    '(ก)',
    '"ก"',
    "it's",
    '10 แห่ง',
    '1.5 ล้าน',
    '2564',
    '09:30 น.',
    'ก: ข',
    'a:b',
    'A - B',
  ],
  ...[
    '**ก**',
    '_ก_',
    '*',
    '_',
    '~ก~',
    '`ก`',
    '[ก](https://a.org)',
    '![ก](a.png)',
    '[ ] ก',
    'www.a.org',
    'WWW.a.org',
    'https://a.org',
  ],
  ...[
    'a@b.org',
    'mailto:a',
    '<50',
    '<b>',
    '{ก}',
    '\\',
    '&lt;',
    '&',
    '#',
    '# ก',
    'ก #',
    '|',
    'ก | ข',
    '---',
    '- - -',
    '===',
    '--',
    '...',
  ],
  ...[
    'import a',
    'export ',
    'important',
    'ก  ข',
    'ก ',
    ' ก',
    'ก  ',
    '“ก”',
    '–',
    '฿',
    'ฯลฯ',
    'ๆ',
    '\u00A0',
    '\u200B',
    '😀',
    '!',
    '!ก',
    ':::',
    '$1$',
  ],
  ...[
    '1. ก',
    '- ก',
    '3 - 4',
    '+5',
    '%',
    '5%',
    ';',
    '?',
    '/',
    '12)',
    '12.',
    '12',
    'x^2',
    'ก\u2028ข',
    'Setext',
    'ftp://a',
    'a:/b',
  ],
];
const LINE = tuple(constantFrom(...STARTS), array(constantFrom(...WORDS), { maxLength: 3 })).map(
  ([start, words]) => `${start}${words.join(' ')}`,
);
const USUAL = tuple(
  constantFrom('', '', '1. ', '2. ', '- '),
  constantFrom('ก', 'ข ค', '10 แห่ง (ก)', '“ก” 5%', 'a, b'),
).map((parts) => parts.join(''));
const TITLE = constantFrom('## คำนิยาม', '## วิธีการคำนวณ', '## สรุป');
const TEXTS = array(
  oneof(
    { weight: 1, arbitrary: LINE },
    { weight: 5, arbitrary: USUAL },
    { weight: 1, arbitrary: TITLE },
    { weight: 4, arbitrary: constantFrom('') },
  ),
  { maxLength: 9 },
).map((lines) => lines.join('\n'));

/** Checks one text; whether it was read without the library. */
function compare(text: string): boolean {
  if (parsePlainText(text, OPTIONS.titles) === undefined) return false;
  const { findPlace, ...read } = parseMdx(text, OPTIONS);
  const { findPlace: findByLibrary, ...expected } = parseAnyMdx(text, OPTIONS);
  expect({ text, ...read }).toEqual({ text, ...expected });
  expect(Object.keys(read.sections)).toEqual(Object.keys(expected.sections));
  expect(findPlace('body', /\S/)).toEqual(findByLibrary('body', /\S/));
  return true;
}

describe('text read without the library', () => {
  test('is read the same in every fixture', () => {
    const folder = getFixture('.');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'));
    const texts = files.map((file) => {
      const matter = splitFrontMatter(readFileSync(join(folder, file), 'utf8'));
      return 'body' in matter ? matter.body : '';
    });
    expect(texts.filter(compare).length).toBeGreaterThan(texts.length * 0.5);
  });

  test.each(WORDS)('is read the same with %j in it', (word) => {
    for (const text of [
      word,
      `ก ${word} ข`,
      `ก${word}ข`,
      `1. ก\n2. ${word}`,
      `ก\n${word}`,
      `${word}\nก`,
      `- ${word}\n\n${word}`,
    ])
      compare(text);
  });

  it('is read the same whatever it is made of', () => {
    let count = 0;
    assert(
      property(TEXTS, (text) => {
        count += compare(text) ? 1 : 0;
      }),
      { numRuns: 1000 },
    );
    expect(count).toBeGreaterThan(200);
  });

  it('is read the same with every sign in it', () => {
    let count = 0;
    const words = oneof(string({ maxLength: 4 }), constantFrom('ก', 'ข ', 'a', ' '));
    assert(
      property(array(words, { maxLength: 5 }), constantFrom('', 'ก\n', '1. ', '- '), (parts, start) => {
        count += compare(`${start}${parts.join('')}`) ? 1 : 0;
      }),
      { numRuns: 1000 },
    );
    expect(count).toBeGreaterThan(100);
  });
});
