import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { checkCorrectionDays } from '#domain/checks/check-corrections.ts';
import { isError } from '#domain/issue.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { TODAY } from '../../scripts/bench/build-settings.ts';
import { type CitySize, generateCity } from '../../scripts/bench/generate-city.ts';
import { createRandom } from '../../scripts/bench/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;

/** A generated content folder: where it is, how many entries were counted, every file's text by its path. */
function generate(changes: Partial<CitySize> = {}) {
  const root = join(folder, String(made++));
  const entries = generateCity(root, { indicators: 6, years: 2, seed: 1, ...changes });
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const paths = found.map((item) => join(item.parentPath, item.name)).sort();
  const files = Object.fromEntries(paths.map((path) => [relative(root, path), readFileSync(path, 'utf8')]));
  return { root, entries, files };
}

describe('generated content', () => {
  test('is the same, byte for byte, for the same size and seed', () => {
    expect(generate().files).toEqual(generate().files);
  });

  test('is another text for another seed, under the same agencies and years', () => {
    const [one, two] = [generate({ seed: 1 }).files, generate({ seed: 2 }).files];
    const promises = Object.keys(one).filter((path) => path.endsWith('indicator.mdx'));
    expect(Object.keys(two)).toEqual(expect.arrayContaining(promises));
    expect(promises.filter((path) => one[path] === two[path])).toEqual([]);
  });

  test.each([
    { indicators: 1, years: 1 },
    { indicators: 6, years: 2 },
    { indicators: 53, years: 5, languages: ['th', 'en'] },
  ])('is read without an error: %j', (size) => {
    const { root, entries } = generate(size);
    const content = readContent(root);
    expect(content.issues.filter(isError)).toEqual([]);
    expect(entries).toBe(content.entries.filter(({ kind }) => /^(indicator|report|year)$/.test(kind)).length);
    expect(content.dataset.indicatorYears.size).toBe(size.indicators);
    expect(content.dataset.calendars.size).toBe(size.years);
    expect(content.dataset.site?.data.languages).toEqual(size.languages ?? ['th']);
  });
});

describe('a generated city of 800 indicators', () => {
  const { root, entries } = generate({ indicators: 800, years: 8 });
  const content = readContent(root);
  const site = scoreSite(content.dataset, TODAY);
  const items = [...site.items.values()];
  const list = <T>(get: (item: (typeof items)[number]) => T) => new Set(items.map(get));

  test('has no error, about five entries an indicator, and no correction of a day to come', () => {
    expect(content.issues.filter(isError)).toEqual([]);
    expect(entries / 800).toBeGreaterThan(4.7);
    expect(entries / 800).toBeLessThan(5.3);
    const written = items.flatMap(({ indicator, reports }) => [indicator, ...Object.values(reports)]);
    expect(written.flatMap((entry) => checkCorrectionDays(entry, TODAY))).toEqual([]);
  });

  test('has every scale, direction, accumulation and kind that an indicator can have', () => {
    expect(list(({ indicator }) => indicator.data.scale.kind)).toEqual(
      new Set(['milestones', 'bands', 'proportional']),
    );
    expect(list(({ indicator }) => indicator.data.direction)).toEqual(new Set(['higher', 'lower']));
    const accumulations = ['cumulative', 'per-quarter', 'latest', 'year-end', 'unknown'];
    expect(list(({ indicator }) => indicator.data.accumulation)).toEqual(new Set(accumulations));
    expect(list(({ indicator }) => indicator.data.kind)).toEqual(new Set(['strategic', 'routine', 'unknown']));
    expect(list(({ indicator }) => indicator.data.weight === 'unknown')).toEqual(new Set([true, false]));
    expect(list(({ indicator }) => indicator.data.target === 0)).toEqual(new Set([true, false]));
    expect(list(({ indicator }) => indicator.data.plan?.id)).toEqual(
      new Set(['plan-1', 'plan-2', 'plan-3', undefined]),
    );
  });

  test('has what real reports have: gaps, words without a figure, corrections, evidence, summaries, withdrawals', () => {
    const reports = items.flatMap((item) => Object.values(item.reports));
    const count = (is: (report: (typeof reports)[number]) => boolean) => reports.filter(is).length;
    expect(items.filter((item) => Object.keys(item.reports).length < 4).length).toBeGreaterThan(100);
    expect(count(({ data }) => data.notApplicable !== undefined)).toBeGreaterThan(20);
    expect(count(({ data }) => data.result === undefined && data.notApplicable === undefined)).toBeGreaterThan(50);
    expect(count(({ data }) => data.corrections !== undefined)).toBeGreaterThan(30);
    expect(count(({ data }) => data.evidence?.some(({ file }) => file !== undefined) === true)).toBeGreaterThan(50);
    expect(count(({ data }) => data.evidence?.some(({ url }) => url !== undefined) === true)).toBeGreaterThan(500);
    expect(items.filter((item) => item.summary?.sections.obstacles !== undefined).length).toBeGreaterThan(200);
    expect(items.filter(({ indicator }) => indicator.data.withdrawn !== undefined).length).toBeGreaterThan(5);
    expect(items.filter(({ indicator }) => indicator.data.notScored !== undefined).length).toBeGreaterThan(20);
    const html = reports.map(({ sections }) => sections.body?.html ?? '').join('');
    for (const tag of ['<table', '<ol', '<aside class="note"', '<div class="timeline"', '<a href="https:'])
      expect(html).toContain(tag);
  });

  test('has series that go on under another name, scores in all states, and agencies of their own in two groups', () => {
    expect(list(({ indicator }) => indicator.data.continues !== undefined).has(true)).toBe(true);
    expect(site.lineage.size).toBeGreaterThan(4);
    expect(
      [...site.bySeries.values()].filter((years) => new Set(years.map(({ slug }) => slug)).size > 1).length,
    ).toBeGreaterThan(2);
    expect(list((item) => item.standing.year.score.state).size).toBeGreaterThan(1);
    const names = [...content.dataset.agencies.values()].map(({ data }) => data.names.at(-1)?.name);
    expect(names).toHaveLength(50);
    expect(new Set(names).size).toBe(50);
    expect(new Set([...content.dataset.agencies.values()].map(({ data }) => data.group)).size).toBe(2);
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
