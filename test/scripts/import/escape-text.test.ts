import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { findText } from '#domain/section-text.ts';
import { parseMdx } from '#mdx/parse-mdx.ts';
import { escapeLine, writeParagraphs } from '../../../scripts/import/escape-text.ts';

function read(text: string) {
  const { sections, issues } = parseMdx(text, { file: 'q1.mdx', titles: {}, headingRank: () => 4 });
  return {
    text: findText(sections.body) ?? '',
    html: sections.body?.html ?? '',
    issues: issues.map(({ code }) => code),
  };
}

const PIECES = [
  ...'\\`*_{}[]<>()#+-.!|~&^=$:@"\'/ 0123456789abixก่ำ๑'.split(''),
  ...[
    'import ',
    'export ',
    '---',
    '1. ',
    '2) ',
    '- ',
    'http://a.th/',
    'https://x.y/z',
    'www.a.co',
    'a@b.co',
    'mailto:a@b.co',
  ],
  ...[
    '&amp;',
    '&#1;',
    '&lt;',
    '<Note>',
    '</Note>',
    '<b>',
    '<!--',
    '-->',
    '{ก}',
    '**',
    '~~',
    '```',
    '![',
    '](',
    '[x] ',
    '::',
    '|---|',
  ],
];

it('any line reads as the characters it was typed with, and nothing in it is a mistake', () => {
  const line = fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 })
    .map((pieces) => pieces.join('').trim());
  const lines = fc.array(
    line.filter((text) => text !== ''),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(lines, (given) => {
      const { text, issues } = read(writeParagraphs(given));
      expect({ text: text.replace(/\s+/g, ''), issues }).toEqual({
        text: given.join('').replace(/\s+/g, ''),
        issues: [],
      });
    }),
    { numRuns: 1500 },
  );
});

test.each([
  '1. ข้อหนึ่ง',
  '- ข้อ',
  '# หัวข้อ',
  '> อ้าง',
  '---',
  '**หนา**',
  '<https://example.go.th/>',
  'http://example.go.th',
])('%s is a plain paragraph', (line) => {
  expect(read(escapeLine(line)).html).toMatch(/^<p>(?:(?!<(?!\/?code>)).)*<\/p>$/);
});

test('plain Thai stays as it is', () => {
  const line = '(6.1) ร้อยละ 50.5 (TOR) e-GP 1/2567 ก–ข “ค” 3.1 ง :: จ';
  expect(escapeLine(line)).toBe(line);
});
