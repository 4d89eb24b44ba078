import { describe, expect, it, test } from 'vitest';
import { parseYaml } from '#data/parse-yaml.ts';
import { findOwnPlace } from '#domain/places.ts';

function parse(text: string) {
  return parseYaml(text, 'site.yaml', 0);
}

function findCodes(text: string): string[] {
  return parse(text).issues.map(({ code, line, column, params }) => {
    return [`${code} ${line}:${column}`, params?.reason].filter(Boolean).join(' ');
  });
}

describe('values', () => {
  it('are read as they stand: numbers, words, lists, groups', () => {
    const { value, issues } = parse('a: 1.50\nb: ก ข\nc: [1, true, null]\nd:\n  e: "2"\n');
    expect(issues).toEqual([]);
    expect(value).toEqual({ a: 1.5, b: 'ก ข', c: [1, true, null], d: { e: '2' } });
  });

  it('are no dates, and no yes or no', () => {
    expect(parse('a: 2024-01-31\nb: yes\nc: off\nd: 012x\n').value).toEqual({
      a: '2024-01-31',
      b: 'yes',
      c: 'off',
      d: '012x',
    });
  });

  it('have a place each, and so have their keys', () => {
    const { places } = parse('a: 1\nb:\n  - c: ก\n    d: [2, 3]\n');
    const keys = ['', 'a', 'a@', 'b', 'b@', 'b.0', 'b.0.c', 'b.0.d.1', 'b.0.d.2'];
    expect(keys.map((key) => findOwnPlace(places, key)?.join(':'))).toEqual([
      '1:1',
      '1:4',
      '1:1',
      '3:3',
      '2:1',
      '3:5',
      '3:8',
      '4:12',
      undefined,
    ]);
  });

  it('keep how they were typed where that is lost', () => {
    const { written } = parse('a: 7.10\nb: 00012\nc: [ก, {ข: ค}]\n');
    expect(written).toMatchObject({ a: '7.10', b: '00012', c: '[ก, {ข: ค}]' });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('called %s are values like others', (name) => {
    const { value, places, issues } = parse(`${name}:\n  isAdmin: true\n`);
    expect(issues).toEqual([]);
    expect(Object.keys(value)).toEqual([name]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(findOwnPlace(places, `${name}@`)).toEqual([1, 1]);
    expect({}).not.toHaveProperty('isAdmin');
  });

  it('may be none', () => {
    expect(parse('')).toMatchObject({ isEmpty: true, isReadable: true, issues: [] });
    expect(parse('# only a comment\n')).toMatchObject({ isEmpty: true, issues: [] });
  });
});

describe('mistakes in the writing', () => {
  test.each([
    ['a: 1\n\tb: 2', ['CW203 2:1 tab']],
    ['a: 1\n b: 2', ['CW203 2:2 indent']],
    ['a:\n  b: 1\n c: 2', ['CW203 3:2 indent']],
    ['a:\n  - b: 1\n   c: 2', ['CW203 3:4 indent']],
    ['a: ผล: 5', ['CW203 1:4 colon']],
    ['a: "ผล": 5', ['CW203 1:4 colon']],
    ['a: 1\nb:2\nc: 3', ['CW203 2:1 space']],
    ['a: 1\nb： 2', ['CW203 2:1 space']],
    ['a: 1\nb:\u00A02\nc: 3', ['CW203 2:1 space']],
    ['a: 1\nข้อความ\nc: 3', ['CW203 2:1 no-colon']],
    ['a: "ก\nb: 2', ['CW203 1:4 quote']],
    ["a: 'ก\nb: 2\nc: 'ข'", ['CW203 1:4 quote']],
    ["a: 'it's'", ['CW203 1:4 quote']],
    ['a: "\\q"', ['CW203 1:5 escape']],
    ['a: [1, 2\nb: 2', ['CW203 1:4 bracket']],
    ['a: { b: 1\nc: 2', ['CW203 1:4 bracket']],
    ['a: [{ b: 1 ]\nc: 2', ['CW203 1:5 bracket']],
    ['a: > 50', ['CW203 1:4 start']],
    ['a: %x', ['CW203 1:4 start']],
    ['a: @x', ['CW203 1:4 start']],
    ['a: `x`', ['CW203 1:4 start']],
    ['a: - x', ['CW203 1:4 start']],
    ['a: ]', ['CW203 1:4 start']],
    ['a: 1\n---\nb: 2', ['CW203 2:1 document']],
    ['a: 1\n...\nb: 2', ['CW203 2:1 document']],
    ['%YAML 1.1\na: 1', ['CW203 1:1 document']],
    ['a: [] x', ['CW203 1:7']],
    ['a: 1\na: 2', ['CW204 2:1']],
    ['a: { b: 1, b: 2 }', ['CW204 1:12']],
    ['a: &x 1\nb: *x', ['CW205 1:4', 'CW205 2:4']],
    ['a: *สำคัญ*', ['CW205 1:4']],
    ['a: !!int "5"\nb: !x y\nc: !!js/function "z"', ['CW205 1:4', 'CW205 2:4', 'CW205 3:4']],
    ['a: &x { b: 1 }\n<<: *x', ['CW205 1:4', 'CW205 2:5']],
    ['- 1', ['CW206 1:1']],
    ['a:1', ['CW206 1:1 space']],
    ['ก', ['CW206 1:1']],
    [`a: ${'[ '.repeat(20)}${'] '.repeat(20)}`, ['CW207 1:28']],
    ['a: ก #ข', ['CW208 1:6']],
    ['a: "x\\u0007"', ['CW110 1:4']],
    ['a: "x\\uD800"', ['CW110 1:4']],
  ])('%j is told where it was made', (text, expected) => {
    expect(findCodes(text)).toEqual(expected);
  });

  test.each(['a: 5 # ok', 'a: higher # or lower', '# ก\na: ก', 'a: "ก #ข"', 'a: ก#ข'])('%j loses no words', (text) => {
    expect(findCodes(text)).toEqual([]);
  });

  test.each([
    ['1e3', '1000'],
    ['0x10', '16'],
    ['+5', '5'],
    ['05', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['.inf', ''],
    ['.nan', ''],
    ['12345678901234567890', ''],
  ])('the number %s is answered with "%s"', (number, type) => {
    expect(parse(`a: ${number}`).issues).toMatchObject([{ code: 'CW317', params: { seen: number, type } }]);
  });

  it('in one field do not hide another', () => {
    const { value, broken, issues } = parse('a: "ก\nb: 2\nc: x: y\nd: [1\ne: 5\n');
    expect(issues.map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(value).toEqual({ b: 2, e: 5 });
    expect([...broken]).toEqual(['a', 'c', 'd']);
  });

  it('are told with the line above counted in', () => {
    expect(parseYaml('a: 1\nb:2\n', 'q1.mdx', 1).issues).toMatchObject([{ file: 'q1.mdx', line: 3, column: 1 }]);
  });
});

describe('texts made to be costly', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
  const bomb = names.map((name, index) => {
    const above = names[index - 1];
    return `${name}: &${name} [${Array.from({ length: 9 }, () => (above === undefined ? 'x' : `*${above}`)).join(', ')}]`;
  });

  test.each([
    ['aliases of aliases', bomb.join('\n'), 'CW205'],
    ['open lists', `a: ${'['.repeat(50_000)}`, 'CW207'],
    ['open groups', `a: ${'{a: '.repeat(20_000)}`, 'CW207'],
    ['lists in lists', `a:\n${'- '.repeat(50_000)}`, 'CW207'],
    ['fields in fields', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'CW207'],
    ['very many fields', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n'), 'CW207'],
    ['very many values', `a: [${'1, '.repeat(20_000)}]`, 'CW207'],
    ['open quotes', 'a: "'.repeat(20_000), 'CW203'],
  ])('%s: told at once', { timeout: 10_000 }, (_, text, code) => {
    const start = performance.now();
    const { issues } = parse(text);
    expect(issues[0]?.code).toBe(code);
    expect(issues.length).toBeLessThan(100);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
