import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, it } from 'vitest';
import { maskSyntax, unmaskCode } from '#mdx/mask-syntax.ts';
import { parseMdx } from '#mdx/parse-mdx.ts';

const PIECES = constantFrom(
  ...[
    '{',
    '}',
    '<',
    '>',
    '</',
    '/>',
    '\\',
    '\\{',
    '\\<',
    '`',
    '```\n',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '1. ',
    '# ',
    '## คำนิยาม\n',
  ],
  ...[
    '**',
    '_',
    '~~',
    '[',
    '](',
    ')',
    '![',
    '|',
    '|--|\n',
    '| ก |\n',
    '---\n',
    '<Note>',
    '</Note>',
    '<Timeline>',
    '<Event',
    '=',
    '"',
  ],
  ...[
    '<Evidence title="ก" file="a.pdf" />',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<script>',
    '<50',
    'import a',
    'export ',
    '{ภาคผนวก}',
  ],
  ...['https://example.org/', 'javascript:', '&lt;', '&#1;', '&#123;', 'ก', 'ภาษาไทย ', '😀', '\t', ' ', 'é', '\u200B'],
);
const TEXTS = array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** What must never come out of a text: any tag, attribute or address that was not made by the writer. */
const ALLOWED_TAG =
  /^<\/?(?:p|strong|em|del|ul|ol|li|blockquote|code|pre|table|thead|tbody|tr|th|td|br|hr|h[1-6]|a|img|aside|div|figure|figcaption|time)(?: (?:href|src)="(?:https:\/\/|mailto:|tel:|attachment:|#|\.{1,2}\/)[^"<>]*"| (?:class|alt|rel|loading|start|datetime|data-align)="[^"<>]*")*>$/;

describe('any text', () => {
  it('is masked without loss: nothing is left that the parser would run', () => {
    assert(
      property(TEXTS, (text) => {
        const masked = maskSyntax(text);
        return masked.text.length === text.length && !masked.text.includes('{') && unmaskCode(masked.text) === text;
      }),
    );
  });

  it('of any letters too', () => {
    assert(property(string({ unit: 'grapheme' }), (text) => unmaskCode(maskSyntax(text).text) === text));
  });

  it('is read to the end, and each problem has a place in it', () => {
    assert(
      property(TEXTS, (text) => {
        const lines = text.split('\n');
        const { issues } = parseMdx(text, { file: 'q1.mdx', titles: { คำนิยาม: 'definition' }, headingRank: () => 3 });
        return issues.every(({ line, column }) => {
          const length = lines[line - 1]?.length ?? -1;
          return column >= 1 && column <= length + 1;
        });
      }),
      { numRuns: 500 },
    );
  });

  it('comes out as tags of the allowlist, without masks, whatever else is wrong with it', () => {
    assert(
      property(TEXTS, (text) => {
        const { sections } = parseMdx(text, { file: 'q1.mdx', titles: {}, headingRank: () => 3 });
        const html = sections.body?.html ?? '';
        const tags = html.match(/<[^>]*>?/g) ?? [];
        return tags.every((tag) => ALLOWED_TAG.test(tag)) && !/[\uFDD0-\uFDEF]/.test(html);
      }),
      { numRuns: 500 },
    );
  });
});
