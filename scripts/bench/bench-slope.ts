import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PHASES } from '#data/phase-clock.ts';
import { type BenchOptions, BUILD, getBuildSettings } from './build-settings.ts';
import { generateCity } from './generate-city.ts';
import { measureNode, type Usage } from './measure.ts';

/** A cold build of one size. */
export interface SizedUsage {
  indicators: number;
  usage: Usage;
}

/** Of one phase, or of all: CPU milliseconds an indicator at each size, and what each more costs between two sizes. */
export interface Growth {
  name: string;
  each: number[];
  slopes: number[];
  /** The last slope by the first; undefined where there are not two, or the first is nothing. */
  ratio?: number;
}

/** Below this a phase is noise, in CPU milliseconds an indicator. */
const LEAST = 0.2;

/** Builds the same content in several sizes, cold, and tells whether the cost grows by more than the size. */
export async function benchSlope(
  sizes: readonly number[],
  years: number,
  seed: number,
  { json, keep }: BenchOptions,
): Promise<void> {
  const measured: SizedUsage[] = [];
  for (const indicators of [...sizes].sort((a, b) => a - b)) {
    const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-'));
    const content = join(folder, 'content');
    console.error(`Building ${indicators} indicators cold …`);
    generateCity(content, { indicators, years, seed });
    measured.push({ indicators, usage: await measureNode(BUILD, getBuildSettings(content, folder)) });
    if (keep) console.error(`Kept in ${folder}`);
    else rmSync(folder, { recursive: true });
  }
  const growth = tellGrowth(measured);
  console.log(json ? JSON.stringify({ measured, growth }, null, 2) : wordGrowth(measured, growth));
}

/** By phase, all together first. `measured` has the smallest first. */
export function tellGrowth(measured: readonly SizedUsage[]): Growth[] {
  const tell = (name: string, getSeconds: (usage: Usage) => number): Growth => {
    const points = measured.map(({ indicators, usage }) => ({ indicators, milliseconds: getSeconds(usage) * 1000 }));
    const slopes = points.slice(1).map((point, index) => {
      const before = points[index] ?? point;
      return (point.milliseconds - before.milliseconds) / (point.indicators - before.indicators);
    });
    const [first, last] = [slopes[0] ?? 0, slopes.at(-1) ?? 0];
    const each = points.map(({ milliseconds, indicators }) => milliseconds / indicators);
    return { name, each, slopes, ...(slopes.length > 1 && first > LEAST ? { ratio: last / first } : {}) };
  };
  const phases = PHASES.filter((phase) => measured.some(({ usage }) => usage.phases?.[phase] !== undefined));
  return [
    tell('all', ({ cpuSeconds }) => cpuSeconds),
    ...phases.map((phase) => tell(phase, (usage) => usage.phases?.[phase]?.cpuSeconds ?? 0)),
  ];
}

export function wordGrowth(measured: readonly SizedUsage[], growth: readonly Growth[]): string {
  const cells = (values: readonly number[]) => values.map((value) => value.toFixed(2).padStart(9)).join('');
  const sizes = measured.map(({ indicators }) => indicators);
  const steps = sizes.slice(1).map((size, index) => `${short(sizes[index] ?? 0)}–${short(size)}`);
  const columns = [...sizes.map(String), ...steps].map((text) => text.padStart(9)).join('');
  return [
    ...measured.map(
      ({ indicators, usage }) =>
        `${String(indicators).padStart(7)} indicators ${usage.cpuSeconds.toFixed(1).padStart(8)} CPU s ${usage.wallSeconds.toFixed(1).padStart(8)} s wall ${(usage.peakMegabytes ?? 0).toFixed(0).padStart(6)} MB peak`,
    ),
    `CPU ms an indicator, and what each more costs between two sizes; last by first`,
    `${''.padEnd(12)}${columns}    ratio`,
    ...growth.map(
      ({ name, each, slopes, ratio }) =>
        `${name.padEnd(12)}${cells(each)}${cells(slopes)}${(ratio === undefined ? '–' : ratio.toFixed(2)).padStart(9)}`,
    ),
  ].join('\n');
}

function short(count: number): string {
  return count % 1000 === 0 ? `${count / 1000}k` : String(count);
}
