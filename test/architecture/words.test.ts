import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Letters, vowels and tones; Thai digits and the sign of the baht are not words. */
const THAI_WORD = /[\u0E01-\u0E3A\u0E40-\u0E4E]/;

/** Where Thai belongs: the strings, the patterns that recognise it, the prose of guide pages. */
const THAI_ALLOWED = /^src\/(strings\/|domain\/thai-text\.ts$|pages\/.*\.mdx$)/;

/** The city whose records are the first content: the engine must serve any other as well. */
const CITY = /bangkok|กรุงเทพ|กทม|(?<![a-z])bma(?![a-z])/i;

/** The only name IANA has for the time of the whole country; scripts may write it into content that they make up. */
const TIME_ZONE = 'timeZone: Asia/Bangkok';

/** Lines of every text file below a folder, as "file:line: text". */
function readLines(folder: string): { place: string; text: string }[] {
  return readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(ts|mjs|astro|mdx|json|css)$/.test(file))
    .flatMap((file) => {
      const lines = readFileSync(`${ROOT}/${file}`, 'utf8').split('\n');
      return lines.map((text, index) => ({ place: `${file}:${index + 1}`, text }));
    });
}

/** A comment may quote a Thai word: nobody but its reader sees it. */
function cutComment(text: string): string {
  return text.replace(/(^|\s)(\/\/|\/\*|\*(\s|\/|$)|<!--).*$/, '');
}

describe('words in the engine', () => {
  test('Thai text stands in src/strings, in thai-text.ts and in guide pages, nowhere else in src/', () => {
    const lines = readLines('src').filter(({ place, text }) => {
      return !THAI_ALLOWED.test(place.replace(/:\d+$/, '')) && THAI_WORD.test(cutComment(text));
    });
    expect(lines).toEqual([]);
  });

  test('nothing in src/ or scripts/ names the city whose records it shows', () => {
    const scripts = readLines('scripts').map(({ place, text }) => ({ place, text: text.replace(TIME_ZONE, '') }));
    const lines = [...readLines('src'), ...scripts];
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.filter(({ text }) => CITY.test(text))).toEqual([]);
  });

  test.each(["const title = 'ตัวชี้วัด';", '<p>ไตรมาสที่ 1</p>', "const link = 'https://example.org/หน้า';"])(
    'Thai is seen in %s',
    (text) => {
      expect(THAI_WORD.test(cutComment(text))).toBe(true);
    },
  );

  test.each([
    "CW617: 'warning', // เเ for แ",
    ' * (ร้อยละ) is a ratio unit',
    '<!-- หมายเหตุ -->',
    'const digits = /[๐-๙]/;',
  ])('and may stand in %s', (text) => {
    expect(THAI_WORD.test(cutComment(text))).toBe(false);
  });

  test.each(["timeZone: 'Asia/Bangkok'", 'กรุงเทพมหานคร', 'สำนักงาน กทม.', "the BMA's form", 'bma-20y-2'])(
    'the city is seen in %s',
    (text) => {
      expect(CITY.test(text)).toBe(true);
    },
  );

  test('and not in a word that holds its letters by chance', () => {
    expect(CITY.test('submarine')).toBe(false);
    expect(CITY.test('const labmap = 1')).toBe(false);
  });
});
