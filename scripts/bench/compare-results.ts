import { PHASES } from '#data/phase-clock.ts';
import type { BenchResult } from './bench-result.ts';
import type { Usage } from './measure.ts';

/** A figure of two results: less is better in all of them. */
export interface Compared {
  name: string;
  unit: string;
  before: number;
  after: number;
  verdict: 'more' | 'less' | 'same';
}

/** What two runs of the same differ by on a machine that does other things too. */
const NOISE = 0.15;
/** Differences below this are none, by unit: a second of CPU is easily something else. */
const LEAST: Record<string, number> = { 'CPU s': 1, MB: 20, KB: 1 };

/** Every figure that both results have. */
export function compareResults(before: BenchResult, after: BenchResult): Compared[] {
  const [one, other] = [listFigures(before), listFigures(after)];
  return [...one].flatMap(([name, { value, unit }]): Compared[] => {
    const now = other.get(name)?.value;
    return now === undefined ? [] : [{ name, unit, before: value, after: now, verdict: judge(value, now, unit) }];
  });
}

function judge(before: number, after: number, unit: string): Compared['verdict'] {
  const difference = Math.abs(after - before);
  if (difference < (LEAST[unit] ?? 0) || difference <= before * NOISE) return 'same';
  return after > before ? 'more' : 'less';
}

function listFigures({ site, weight, builds, check }: BenchResult): Map<string, { value: number; unit: string }> {
  const figures = new Map<string, { value: number; unit: string }>();
  const add = (name: string, value: number | undefined, unit: string) => {
    if (value !== undefined) figures.set(name, { value, unit });
  };
  const addUsage = (name: string, { cpuSeconds, peakMegabytes, phases }: Usage) => {
    add(name, cpuSeconds, 'CPU s');
    for (const phase of PHASES) add(`${name}: ${phase}`, phases?.[phase]?.cpuSeconds, 'CPU s');
    add(`${name}, peak`, peakMegabytes, 'MB');
  };
  addUsage('cold', builds.cold);
  addUsage('again', builds.again);
  addUsage('one report changed', builds.changed);
  addUsage('check', check);
  add('site', site.megabytes, 'MB');
  for (const { kind, heaviest } of weight.kinds) add(`heaviest page, ${kind}`, heaviest.bytes / 1024, 'KB');
  return figures;
}

/** What is more or less than it was, beyond noise. */
export function wordComparison(before: BenchResult, after: BenchResult, compared: readonly Compared[]): string {
  const moved = compared.filter(({ verdict }) => verdict !== 'same');
  const head = `${after.commit} beside ${before.commit} (${before.at.slice(0, 16).replace('T', ' ')} UTC)`;
  if (moved.length === 0) return `${head}: nothing is more or less by over ${NOISE * 100} %`;
  const lines = moved.map(({ name, unit, before: was, after: is, verdict }) => {
    const share = was === 0 ? '' : `, × ${(is / was).toFixed(2)}`;
    return `  ${verdict === 'more' ? 'MORE' : 'less'}  ${name.padEnd(34)} ${was.toFixed(1)} → ${is.toFixed(1)} ${unit}${share}`;
  });
  return [`${head}:`, ...lines].join('\n');
}
