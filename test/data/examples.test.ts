import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { catalogue } from '#domain/issue-catalogue.ts';
import { copySite, findIssues, formatIssue, getFixture } from '../support/content-folder.ts';
import { EXAMPLES, makeExample, readExample, SHOWN_ELSEWHERE } from '../support/examples.ts';

const ROOT = resolve(import.meta.dirname, '../..');

describe('the small site', () => {
  it('has no problem of any kind', () => {
    expect(findIssues(copySite())).toEqual([]);
  });

  it('holds two agencies, two years and every kind of scale', () => {
    const { dataset } = readContent(getFixture('sites/minimal'));
    const items = [...dataset.indicatorYears.values()];
    expect([...dataset.agencies.keys()]).toEqual(['finance', 'public-works']);
    expect(new Set(items.map((item) => item.year))).toEqual(new Set([2566, 2567]));
    expect(new Set(items.map((item) => item.indicator.data.scale.kind))).toEqual(
      new Set(['milestones', 'bands', 'proportional']),
    );
  });
});

describe('an example of each code', () => {
  test.each(EXAMPLES)('%s is found where it was made, and nothing else', (name) => {
    const code = name.slice(0, 5);
    const example = makeExample(name);
    const { expected } = example;
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.filter((line) => !line.startsWith(`${code} `))).toEqual([]);
    expect(readExample(example).map(formatIssue)).toEqual(expected);
  });

  it('stands for every code of the catalogue', () => {
    const codes = new Set([...EXAMPLES.map((name) => name.slice(0, 5)), ...Object.keys(SHOWN_ELSEWHERE)]);
    expect([...codes].sort()).toEqual(Object.keys(catalogue));
  });

  test.each(Object.entries(SHOWN_ELSEWHERE))('%s is shown by %s', (code, file) => {
    expect(existsSync(`${ROOT}/${file}`)).toBe(true);
    expect(readFileSync(`${ROOT}/${file}`, 'utf8')).toContain(code);
  });
});
