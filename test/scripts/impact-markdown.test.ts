import fc from 'fast-check';
import { markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { compareSites } from '#domain/impact/compare-sites.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import type { Comparison } from '../../scripts/impact/compare-revisions.ts';
import { quote, quoteBoth, quotePath } from '../../scripts/impact/escape-markdown.ts';
import { writeMarkdown } from '../../scripts/impact/write-markdown.ts';
import { buildSite, type ItemParts } from '../support/build-site.ts';

interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
}

/** What GitHub and GitLab know, and some more. */
const FEATURES = { gfm: true, math: true, superscript: true, subscript: true, wikilinks: true };

function parse(markdown: string): Node {
  return markdownToMdast(markdown, { features: FEATURES });
}

function listNodes(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(listNodes)];
}

const NASTY = [
  '<script>alert(1)</script>',
  '<!-- -->',
  '[a](https://example.org)',
  '![a](https://example.org/a.png)',
  '[[wiki]]',
  '[^1]',
  '@admin',
  '@org/team',
  'a@example.org',
  '#12',
  'GH-12',
  'org/name#12',
  '!12',
  '0123456789abcdef0123456789abcdef01234567',
  'https://example.org/x',
  'http://a.b',
  'www.example.org',
  '`code`',
  '``',
  '| a | b |',
  '\\|',
  '\\',
  '**b**',
  '_i_',
  '~~s~~',
  '$x$',
  '$`x`$',
  ':tada:',
  '&lt;b&gt;',
  '&#60;b&#62;',
  '\n\n# h\n',
  '\r\n- x',
  '\n/close\n',
  '\u202Egnp.exe',
  '\u2066x\u2069',
  'ก\u0E33\u0E4D่่',
  'xn--é@\u200Badmin',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

describe('text of an author', () => {
  test('is only text, in a table and in a sentence, and keeps its row', () => {
    fc.assert(
      fc.property(text, (author) => {
        const tree = parse(`| a | b |\n| --- | --- |\n| x ${quote(author)} | end |\n\nsay ${quote(author)} so\n`);
        const [table, sentence] = tree.children ?? [];
        expect([tree.children?.length, table?.type, sentence?.type]).toEqual([2, 'table', 'paragraph']);
        const [first, last, ...more] = table?.children?.[1]?.children ?? [];
        expect(more).toEqual([]);
        expect(last?.children?.map(({ value }) => value)).toEqual(['end']);
        const inside = [...(first?.children ?? []), ...(sentence?.children ?? [])];
        expect(inside.map(({ type }) => type).filter((type) => type !== 'text')).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('is read as it was written, but for what nobody sees and what is too long', () => {
    const plain = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
    fc.assert(
      fc.property(plain, (author) => {
        const [paragraph] = parse(`x ${quote(author)}`).children ?? [];
        const shown = paragraph?.children?.map(({ value }) => value).join('') ?? '';
        expect(shown.replaceAll('\u200B', '').trim()).toBe(`x ${author.replace(/\s+/g, ' ').trim()}`.trim());
      }),
    );
  });

  test.each([
    ['a mention', 'ถาม @admin', /@\w/],
    ['an address', 'a@example.org', /@\w/],
    ['an issue', 'ดู #12', /#\d/],
    ['an issue of another repository', 'org/name#12', /#\d/],
    ['an issue by its tracker', 'GH-12', /GH-\d/],
    ['a merge request', 'ดู !12', /!\d/],
    ['a commit', 'deadbeef12', /[0-9a-f]{7}/],
    ['an emoji', ':tada:', /:\w+:/],
    ['a web address', 'https://example.org', /:\/\//],
    ['a host', 'WWW.example.org', /www\./i],
    ['a weakness', '[vulnerability:1]', /\[\w+:\d/],
    ['an iteration', '*iteration:1', /\*\w+:\d/],
    ['a text that was added', '{+ x +}', /\{\+/],
    ['a text that was taken away', '[- x -]', /\[-/],
    ['a blank to fill in', '%{project_name}', /%\{/],
  ])('makes no link of %s after it is shown', (_, author, linked) => {
    const [paragraph] = parse(`x ${quote(author)}`).children ?? [];
    const shown = paragraph?.children?.map(({ value }) => value).join('') ?? '';
    expect(author).toMatch(linked);
    expect(shown).not.toMatch(linked);
  });

  test('is shown from where two long ones differ, with their beginnings where that is enough', () => {
    const long = 'ร้อยละของถนนชำรุดที่ซ่อมแล้วเสร็จ'.repeat(4);
    expect(quoteBoth('a', 'b', 50)).toEqual(['a', 'b']);
    expect(quoteBoth(`x${long}`, `y${long}`, 5)).toEqual(['xร้อยล…', 'yร้อยล…']);
    const [before, after] = quoteBoth(`${long} ปี 1`, `${long} ปี 2 <b>`, 50);
    expect(before).toMatch(/^….*ซ่อมแล้วเสร็จ ปี 1$/);
    expect(after).toMatch(/^….*ซ่อมแล้วเสร็จ ปี 2 &#60;b&#62;$/);
    expect(quoteBoth(long, `${long}ๆ`, 50)[1]).toMatch(/ๆ$/);
  });

  test('shows signs that turn direction as something foreign, and is shortened by letters with their marks', () => {
    expect(quote('a\u202Eb\u2066c')).toBe('a\uFFFDb\uFFFDc');
    expect(quote('น้ำ'.repeat(50), 3)).toBe('น้ำน้ำน้ำ…');
    expect(quote(`ก${'้'.repeat(5000)}`).length).toBeLessThan(400);
    expect(quotePath('2567/a/b')).toBe('`2567/a/b`');
    expect(quotePath('a`b|c')).not.toContain('|');
  });
});

function compare(base: ScoredSite, head: ScoredSite): Comparison {
  const commit = 'a'.repeat(40);
  return {
    range: { root: '', prefix: '', base: { revision: 'main', commit, isMergeBase: true }, head: { commit } },
    impact: compareSites({ site: base, issues: [] }, { site: head, issues: [] }),
    sites: { base, head },
    base: { isEmpty: false, errors: 0, leftOut: [] },
    head: { errors: [], leftOut: [] },
    setAside: [],
  };
}

describe('the report', () => {
  test.each([
    ['names that need escaping', '<|>&*_'.repeat(40)],
    ['marks piled on letters', `ก${'้'.repeat(60)}`.repeat(30)],
  ])('of thousands of changes stays within a comment, with %s, and says what it leaves out', (_, name) => {
    const build = (result: number) => {
      const items: Record<string, ItemParts> = {};
      for (let n = 0; n < 1500; n += 1) {
        const corrections = [{ date: '2024-01-01', field: name, from: name, to: 1, reason: name, approvedBy: name }];
        const report = { result, evidence: [{ title: `${result} ${name}` }], corrections };
        items[`2567/agency-${n % 300}/road-${n}`] = {
          indicator: { name, target: 90 + result },
          reports: { 1: report },
        };
      }
      return buildSite({ items });
    };
    const markdown = writeMarkdown(compare(build(1), build(2)), 'th');
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown).toMatch(/^\*\*เปลี่ยนตัวเลข 1,500 ตัว · ย้ายเป้าหมาย 1,500 ตัว · /);
    expect(markdown).toMatch(/ยังมีอีก [\d,]+ รายการที่ไม่ได้แสดง ดูครบด้วย --format json/);
    expect(markdown).toContain('### หน้าที่เปลี่ยน');
  });

  test('leaves out no closed quarter for the sake of a thousand open ones', () => {
    const build = (result: number) => {
      const items: Record<string, ItemParts> = { '2568/works/zoo': { reports: { 1: result, 2: 3 } } };
      for (let n = 0; n < 1000; n += 1) items[`2568/works/road-${n}`] = { reports: { 1: 3, 2: result } };
      return buildSite({ items, today: '2025-03-01' });
    };
    const markdown = writeMarkdown(compare(build(3), build(4)), 'en');
    expect(markdown).toMatch(/2568\/works\/zoo` \| Quarter 1: Result<br>⚠️ closed quarter, no correction/);
    expect(markdown).toMatch(/more are not shown/);
  });

  test('shows no author as anything but text, wherever content is quoted', () => {
    const evil = '<b>@admin</b> [x](https://evil.example) | #12 `c` www.evil.example';
    const head = buildSite({
      items: {
        '2567/works/roads': {
          indicator: {
            name: evil,
            unit: evil,
            dimension: evil,
            responsible: { unit: evil },
            declared: { target: evil },
          },
          reports: { 1: { result: 2, declared: evil, text: evil, evidence: [{ title: evil }], notApplicable: evil } },
        },
        '2567/works/new': { indicator: { name: evil } },
      },
      agencies: { works: { names: [{ name: evil }], note: evil } },
      settings: { imprint: evil, address: 'https://evil.example' },
    });
    const base = buildSite({ items: { '2567/works/roads': { reports: { 1: 1 } } } });
    for (const language of ['th', 'en'] as const) {
      const nodes = listNodes(parse(writeMarkdown(compare(base, head), language)));
      expect(nodes.filter(({ type }) => type === 'link' || type === 'image' || type === 'math')).toEqual([]);
      const html = new Set(nodes.flatMap(({ type, value }) => (type === 'html' ? [value] : [])));
      expect([...html]).toEqual(['<br>']);
      expect(nodes.filter(({ type, value }) => type === 'text' && value?.includes('www.evil'))).toEqual([]);
    }
  });
});
