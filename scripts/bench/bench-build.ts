import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ContentSize, generateContent } from './generate-content.ts';
import { writeHugoSite } from './hugo-site.ts';
import { countPages, measureCommand, measureNode, type Usage } from './measure.ts';
import { measureDrawing, wordDrawing } from './measure-drawing.ts';
import { weighPages, wordWeight } from './weigh-pages.ts';

export interface BenchOptions {
  json: boolean;
  keep: boolean;
}

/** Day on which the newest generated year is all reported. */
export const TODAY = '2024-11-01';

/** Measures building, checking and drawing, and prints it. */
export async function benchBuild(size: ContentSize, charts: number, { json, keep }: BenchOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-'));
  const content = join(folder, 'content');
  const tell = (line: string) => console.error(line);
  tell(`Writing ${size.indicators} indicators over ${size.years} years …`);
  const entries = generateContent(content, size);
  const env = getBuildSettings(content, folder);
  const build = ['scripts/astro.mjs', 'build', '--silent'];
  tell('Building cold …');
  const cold = measureNode(build, env);
  const site = countPages(env.CHIWAT_OUT);
  const weight = weighPages(env.CHIWAT_OUT);
  tell('Building again …');
  const warm = measureNode(build, env);
  tell('Checking …');
  const check = measureNode(['scripts/check.ts', '--content', content, '--format', 'json', '--no-cache'], {});
  tell(`Drawing ${charts} charts …`);
  const drawn = await measureDrawing(content, charts, TODAY);
  const hugo = measureHugo(content, folder);

  if (json) console.log(JSON.stringify({ size, entries, site, weight, cold, warm, check, hugo, drawn }, null, 2));
  else {
    console.log(
      `${size.indicators} indicators, ${entries} entries, ${site.pages} pages, ${site.megabytes.toFixed(1)} MB`,
    );
    console.log(
      [
        wordUsage('build, cold', cold),
        wordUsage('build, again', warm),
        wordUsage('check, without cache', check),
        wordUsage('hugo, same text', hugo),
      ].join('\n'),
    );
    console.log(wordDrawing(drawn));
    console.log(wordWeight(weight));
  }
  if (keep) tell(`Kept in ${folder}`);
  else rmSync(folder, { recursive: true });
}

/** Where a build of generated content reads and writes. */
export function getBuildSettings(content: string, folder: string) {
  return {
    CHIWAT_CONTENT: content,
    CHIWAT_CACHE: join(folder, 'cache'),
    CHIWAT_OUT: join(folder, 'dist'),
    CHIWAT_TODAY: TODAY,
    // Counted on their own: they cost more than all else together and are kept between builds.
    CHIWAT_PICTURES: 'off',
  };
}

function measureHugo(content: string, folder: string): Usage | undefined {
  const [source, out] = [join(folder, 'hugo'), join(folder, 'hugo-out')];
  writeHugoSite(content, source);
  return measureCommand('hugo', ['--quiet', '--source', source, '--destination', out]);
}

function wordUsage(name: string, usage: Usage | undefined): string {
  if (usage === undefined) return `${name.padEnd(24)} not installed`;
  const peak = usage.peakMegabytes === undefined ? '' : `${usage.peakMegabytes.toFixed(0).padStart(6)} MB peak`;
  return `${name.padEnd(24)} ${usage.cpuSeconds.toFixed(2).padStart(7)} CPU s ${usage.wallSeconds.toFixed(2).padStart(7)} s wall ${peak}`;
}
