import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { isError } from '#domain/issue.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { type ContentSize, generateContent } from '../../scripts/bench/generate-content.ts';
import { createRandom } from '../../scripts/bench/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;

/** A generated content folder: where it is, how many entries were counted, every file's text by its path. */
function generate(changes: Partial<ContentSize> = {}) {
  const root = join(folder, String(made++));
  const entries = generateContent(root, { indicators: 6, years: 2, seed: 1, ...changes });
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const paths = found.map((item) => join(item.parentPath, item.name)).sort();
  const files = Object.fromEntries(paths.map((path) => [relative(root, path), readFileSync(path, 'utf8')]));
  return { root, entries, files };
}

describe('generated content', () => {
  test('is the same, byte for byte, for the same size and seed', () => {
    expect(generate().files).toEqual(generate().files);
  });

  test('is another text in the same places for another seed', () => {
    const [one, two] = [generate({ seed: 1 }).files, generate({ seed: 2 }).files];
    expect(Object.keys(two)).toEqual(Object.keys(one));
    const reports = Object.keys(one).filter((path) => path.endsWith('.mdx'));
    expect(reports.filter((path) => one[path] === two[path])).toEqual([]);
  });

  test.each([
    { indicators: 1, years: 1 },
    { indicators: 6, years: 2 },
    { indicators: 53, years: 5 },
  ])('is read without an error: %j', (size) => {
    const { root, entries } = generate(size);
    const content = readContent(root);
    expect(content.issues.filter(isError)).toEqual([]);
    expect(entries).toBe(5 * size.indicators);
    expect(content.dataset.indicatorYears.size).toBe(size.indicators);
    expect(content.dataset.calendars.size).toBe(size.years);
  });

  test('is what a real city has: scales of two kinds, scored, over all its years', () => {
    const site = scoreSite(readContent(generate({ indicators: 12, years: 3 }).root).dataset, '2024-11-01');
    const items = [...site.items.values()];
    expect(site.years).toEqual([2567, 2566, 2565]);
    expect(new Set(items.map((item) => item.indicator.data.scale.kind))).toEqual(
      new Set(['milestones', 'proportional']),
    );
    expect(items.every((item) => item.standing.year.score.state === 'scored')).toBe(true);
    const narrative = items[0]?.reports[1]?.sections.body?.text ?? '';
    expect(narrative.length).toBeGreaterThan(300);
    expect(narrative).toMatch(/^[\u0E00-\u0E7F]/);
  });
});

describe('random numbers of a seed', () => {
  test('are the same for the same seed and stay below their limit', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 200 }, () => random.below(7));
    };
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
    expect(new Set(draw(5))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
  });

  test('pick every item sooner or later', () => {
    const random = createRandom(1);
    expect(new Set(Array.from({ length: 50 }, () => random.pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']));
  });
});
