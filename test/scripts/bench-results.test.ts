import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Phase, PhaseUse } from '#data/phase-clock.ts';
import type { BenchResult } from '../../scripts/bench/bench-result.ts';
import { tellGrowth, wordGrowth } from '../../scripts/bench/bench-slope.ts';
import { compareResults, wordComparison } from '../../scripts/bench/compare-results.ts';
import { findEarlier, getResult, keepResult } from '../../scripts/bench/keep-result.ts';
import type { Usage } from '../../scripts/bench/measure.ts';
import { parseBenchArguments } from '../../scripts/bench/parse-arguments.ts';
import { MOST_BYTES, weighPages, wordWeight } from '../../scripts/bench/weigh-pages.ts';
import { wordResult } from '../../scripts/bench/word-result.ts';

const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

function use(cpuSeconds: number): PhaseUse {
  return { cpuSeconds, childSeconds: 0, wallSeconds: cpuSeconds, times: 1, raisedMegabytes: 0 };
}

function usage(cpuSeconds: number, phases: Partial<Record<Phase, number>> = {}): Usage {
  const told = Object.entries(phases).map(([phase, seconds]) => [phase, use(seconds)]);
  return { cpuSeconds, wallSeconds: cpuSeconds, peakMegabytes: 900, phases: Object.fromEntries(told) };
}

function result(changes: Partial<BenchResult> = {}): BenchResult {
  return {
    commit: 'aaaaaaaaaaaa',
    at: '2026-01-01T00:00:00.000Z',
    node: 'v24',
    machine: '2 × processor',
    size: { indicators: 1000, years: 10, seed: 1 },
    entries: 5000,
    site: { files: 9, pages: 4, megabytes: 200 },
    weight: {
      kinds: [{ kind: 'indicator', pages: 4, median: 9000, heaviest: { path: '2567/a/b/index.html', bytes: 12_000 } }],
      styles: 8000,
      over: [],
    },
    builds: { cold: usage(60, { search: 10, render: 20 }), again: usage(8), changed: usage(9) },
    changed: { path: 'reports/2567/a/b/q3.mdx' },
    check: usage(10),
    drawn: {
      charts: 10,
      millisecondsAChart: 1,
      chartsACpuSecond: 1000,
      bytesAChart: 900,
      peakMegabytes: 100,
      pictures: 2,
      millisecondsAPicture: 30,
      bytesAPicture: 20_000,
    },
    peers: { hugo: { cpuSeconds: 5, wallSeconds: 5, pages: 4 }, jekyll: { absent: 'not installed' } },
    ...changes,
  };
}

describe('a result beside an earlier one', () => {
  test('tells what became more by over 15 %, phase by phase, and nothing that is noise', () => {
    const before = result();
    const cold = usage(66, { search: 10.5, render: 26 });
    const after = result({ commit: 'bbbbbbbbbbbb', builds: { cold, again: usage(8.5), changed: usage(5) } });
    const moved = compareResults(before, after).filter(({ verdict }) => verdict !== 'same');
    expect(moved.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['cold: render', 'more'],
      ['one report changed', 'less'],
    ]);
    const told = wordComparison(before, after, moved);
    expect(told).toMatch(/MORE\s+cold: render\s+20\.0 → 26\.0 CPU s, × 1\.30/);
    expect(wordComparison(before, before, compareResults(before, before))).toContain('nothing is more or less');
  });

  test('is found by size and machine, the newest that came before; or by the beginning of a commit', () => {
    const kept = join(folder, 'kept');
    const other = { indicators: 20_000, years: 10, seed: 1 };
    const all = [
      result(),
      result({ commit: 'bbbbbbbbbbbb', at: '2026-02-01T00:00:00.000Z' }),
      result({ commit: 'cccccccccccc', at: '2026-03-01T00:00:00.000Z', size: other }),
      result({ commit: 'dddddddddddd', at: '2026-03-02T00:00:00.000Z', machine: '64 × another' }),
    ];
    const now = result({ commit: 'eeeeeeeeeeee', at: '2026-04-01T00:00:00.000Z' });
    expect(findEarlier(now, kept)).toBeUndefined();
    for (const each of [...all, now]) keepResult(each, kept);
    expect(findEarlier(now, kept)?.commit).toBe('bbbbbbbbbbbb');
    expect(getResult('ccc', kept).size).toEqual(other);
    expect(() => getResult('fff', kept)).toThrow('fff');
  });
});

test('a result is told with its phases, its peers and what is not known of it', () => {
  const told = wordResult(result());
  expect(told).toMatch(/build, one report changed +9\.00 CPU s/);
  expect(told).toContain('15.0 % CPU of the cold build; not held against');
  expect(told).toMatch(/search +10\.00/);
  expect(told).toContain('cold build without search × 10.00, with it × 12.00');
  expect(told).toContain('jekyll, text only          not installed');
  const differs = result({ changed: { path: 'q3.mdx', differences: ['index.html'] } });
  expect(wordResult(differs)).toContain(
    'DIFFERS from a build of the same from nothing in 1 files after q3.mdx: index.html',
  );
});

describe('cost by size', () => {
  const measure = (seconds: (indicators: number) => number) =>
    [1000, 5000, 20_000].map((indicators) => ({
      indicators,
      usage: usage(seconds(indicators), { render: seconds(indicators) - 4, bundle: 4 }),
    }));

  test('that grows as the content does has one slope, whatever it costs to begin', () => {
    const [all, bundle, render] = tellGrowth(measure((indicators) => 4 + indicators * 0.03));
    expect(all?.ratio).toBeCloseTo(1);
    expect(render?.slopes.map(Math.round)).toEqual([30, 30]);
    expect(bundle?.ratio).toBeUndefined();
  });

  test('that grows faster is told', () => {
    const measured = measure((indicators) => indicators * 0.03 + (indicators / 1000) ** 2);
    expect(tellGrowth(measured)[0]?.ratio).toBeGreaterThan(1.15);
    expect(wordGrowth(measured, tellGrowth(measured))).toMatch(/^all .* 1\.53$/m);
  });
});

describe('what is asked of the bench', () => {
  test('is a build of ten years, unless another thing is named', () => {
    expect(parseBenchArguments(['--indicators', '20000', '--history', '5000', '--verify'])).toMatchObject({
      what: 'build',
      size: { indicators: 20_000, years: 10, seed: 1, commits: 5000 },
      options: { verify: true },
    });
    expect(parseBenchArguments(['--slope', '--sizes', '100,200'])).toMatchObject({ what: 'slope', sizes: [100, 200] });
    expect(parseBenchArguments(['search', '--pages', '40'])).toMatchObject({
      what: 'search',
      size: { indicators: 40, years: 5 },
    });
    expect(parseBenchArguments(['history', '--commits', '9'])).toMatchObject({ what: 'history', size: { commits: 9 } });
    expect(parseBenchArguments(['compare', 'a', 'b'])).toEqual({ what: 'compare', names: ['a', 'b'] });
    expect(parseBenchArguments(['check', '--indicators', '20'])).toMatchObject({
      what: 'check',
      size: { indicators: 20 },
    });
    expect(parseBenchArguments(['--help'])).toEqual({ what: 'help' });
  });

  test.each([
    ['--indicators', '0'],
    ['--indicators', 'many'],
    ['--sizes', '1000,x', '--slope'],
    ['--languages', 'th,th'],
    ['--browser', 'lynx', 'search'],
    ['--indicator', '5'],
    ['build'],
    ['compare', 'a'],
    ['search', 'twice'],
  ])('is refused where it cannot be meant: %s %s', (...args) => {
    expect(parseBenchArguments(args)).toMatchObject({ what: 'refused', reason: expect.stringMatching(/./) });
  });
});

test('pages are weighed by kind, as they travel, and what is above the bound is named', () => {
  const dist = join(folder, 'dist');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), text);
  };
  // Digits of a sequence that does not repeat: gzip cannot make little of them.
  const dense = Array.from({ length: 60_000 }, (_, index) => Math.sin(index).toString(36).slice(4, 10)).join('');
  write('assets/site.css', 'a{}');
  write('index.html', 'home');
  write('2567/budget/index.html', 'agency');
  write('2567/budget/pbis/index.html', 'indicator');
  write('en/2567/budget/pbis/index.html', `indicator ${'x'.repeat(3 * MOST_BYTES)}`);
  write('changes/2567/index.html', dense);
  const weight = weighPages(dist);
  expect(weight.kinds.map(({ kind, pages }) => [kind, pages])).toEqual([
    ['changes', 1],
    ['indicator', 2],
    ['agency', 1],
    ['home', 1],
  ]);
  expect(weight.over.map(({ path }) => path)).toEqual(['changes/2567/index.html']);
  expect(wordWeight(weight)).toContain('1 pages above 100.0 KB: changes/2567/index.html');
});
