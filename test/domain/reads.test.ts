import { expect, test } from 'vitest';
import { ReadMap, Reads } from '#domain/reads.ts';

const NAMES = { one: (key: string) => `one ${key}`, keys: 'keys', all: 'all' };

function open(): { reads: Reads; map: ReadMap<string, number> } {
  const reads = new Reads();
  const entries: [string, number][] = [
    ['a', 1],
    ['b', 2],
  ];
  return { reads, map: new ReadMap(entries, reads, NAMES) };
}

/** What is noted while a map is read so. */
function note(read: (map: ReadMap<string, number>) => unknown): string[] {
  const { reads, map } = open();
  return [...reads.collect(() => read(map)).reads].sort();
}

test.each<[string, (map: ReadMap<string, number>) => unknown, string[]]>([
  ['a value', (map) => map.get('a'), ['one a']],
  ['a value that is not there', (map) => map.get('z'), ['one z']],
  ['whether there is one', (map) => map.has('z'), ['keys']],
  ['how many', (map) => map.size, ['keys']],
  ['keys', (map) => [...map.keys()], ['keys']],
  ['values', (map) => [...map.values()], ['all']],
  ['entries', (map) => [...map.entries()], ['all']],
  ['by a loop', (map) => [...map], ['all']],
  ['one after the other', (map) => map.forEach(() => {}), ['all']],
  ['a copy', (map) => new Map(map), ['all']],
  ['an object of it', (map) => Object.fromEntries(map), ['all']],
  ['groups', (map) => Map.groupBy(map, ([, value]) => value), ['all']],
  ['the first', ([first]) => first, ['all']],
])('reading of a map is noted: %s', (_, read, expected) => {
  expect(note(read)).toEqual(expected);
});

test('a map gives what any other gives, whether or not anybody wants to know', () => {
  const { map } = open();
  expect([map.get('a'), map.get('z'), map.has('b'), map.size]).toEqual([1, undefined, true, 2]);
  const visited: unknown[] = [];
  map.forEach((value, key, all) => {
    visited.push([key, value, all === map]);
  });
  expect(visited).toEqual([
    ['a', 1, true],
    ['b', 2, true],
  ]);
});

test('there is no way of reading a map that is not noted', () => {
  const writing = ['constructor', 'set', 'delete', 'clear'];
  const known = Reflect.ownKeys(ReadMap.prototype);
  const all = Reflect.ownKeys(Map.prototype).filter((key) => key !== Symbol.toStringTag);
  expect(all.filter((key) => !known.includes(key) && !writing.includes(String(key)))).toEqual([]);
});

test('a list holds what is noted until it ends, and what lists within it hold', () => {
  const reads = new Reads();
  reads.note('before');
  const outer = reads.begin();
  reads.note('outer');
  const inner = reads.begin();
  reads.note('inner');
  expect([...inner.end()]).toEqual(['inner']);
  reads.noteAll(['more', 'outer']);
  expect([...outer.end()]).toEqual(['outer', 'inner', 'more']);
  reads.note('after');
  expect([...reads.begin().end()]).toEqual([]);
});

test('work that fails ends its list; the one around it goes on, with what was read until then', () => {
  const reads = new Reads();
  const { reads: noted } = reads.collect(() => {
    expect(() =>
      reads.collect(() => {
        reads.note('inner');
        throw new Error('no');
      }),
    ).toThrow('no');
    reads.note('outer');
  });
  expect([...noted]).toEqual(['inner', 'outer']);
});
