import { afterAll, expect, it, vi } from 'vitest';

// Test files share their modules: this one loads the reader anew, with another parser, and leaves no trace.
vi.resetModules();
vi.doMock('satteri', () => ({
  mdxToHast: (text: string) => {
    if (text.includes('failure')) throw new Error('a message that no version of the parser has given so far');
    return {
      type: 'root',
      children: [{ type: 'raw', value: '<script>', position: { start: { line: 3, column: 7 } } }],
    };
  },
}));
const { parseMdx } = await import('#mdx/parse-mdx.ts');
vi.doUnmock('satteri');
afterAll(() => vi.resetModules());

const OPTIONS = { file: 'q1.mdx', titles: {}, headingRank: () => 4 };

it('CW415: an error of the parser that nobody foresaw is told at the first line of the text', () => {
  const { issues, sections } = parseMdx('\n\n\n*failure*\n', OPTIONS);
  expect(issues).toMatchObject([
    { code: 'CW415', line: 4, column: 1, params: { seen: expect.stringContaining('no version of the parser') } },
  ]);
  expect(sections).toEqual({});
});

it('CW415: a node that no branch allows never reaches the page', () => {
  const { issues, sections } = parseMdx('*something*\n', OPTIONS);
  expect(issues).toMatchObject([{ code: 'CW415', line: 3, column: 7 }]);
  expect(JSON.stringify(sections)).not.toContain('script');
});
