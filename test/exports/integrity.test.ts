import { describe, expect, it } from 'vitest';
import { formatIntegrity } from '#exports/integrity.ts';

const FILES = [
  { path: 'b.html', digest: 'bb' },
  { path: '10', digest: '10' },
  { path: 'a"ก.html', digest: 'aa' },
];

describe('the list of a site’s files', () => {
  it('names each with its digest, in the order of the paths, one a line', () => {
    const text = formatIntegrity(FILES, undefined);
    expect(JSON.parse(text)).toEqual({ version: 1, files: { '10': '10', 'a"ก.html': 'aa', 'b.html': 'bb' } });
    expect(text.split('\n').filter((line) => /^ {4}"/.test(line))).toHaveLength(3);
    expect(formatIntegrity(FILES.toReversed(), undefined)).toBe(text);
  });

  it('names the commit where one is known, and edits since where there are any', () => {
    expect(JSON.parse(formatIntegrity([], { id: 'abc', isEdited: false }))).toEqual({
      version: 1,
      commit: 'abc',
      files: {},
    });
    expect(JSON.parse(formatIntegrity([], { id: 'abc', isEdited: true }))).toMatchObject({
      commit: 'abc',
      edited: true,
    });
  });
});
