import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateContent } from './bench/generate-content.ts';
import { writeHugoSite } from './bench/hugo-site.ts';
import { countPages, measureCommand, measureNode, type Usage } from './bench/measure.ts';
import { measureDrawing, wordDrawing } from './bench/measure-drawing.ts';
import { weighPages, wordWeight } from './bench/weigh-pages.ts';

const { values } = parseArgs({
  options: {
    indicators: { type: 'string', default: '1000' },
    years: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    charts: { type: 'string', default: '20000' },
    keep: { type: 'boolean', default: false },
  },
});
const size = { indicators: Number(values.indicators), years: Number(values.years), seed: Number(values.seed) };
const charts = Number(values.charts);
if (![...Object.values(size), charts].every((value) => Number.isInteger(value) && value > 0)) {
  console.error(
    'Usage: npm run bench -- [--indicators N] [--years Y] [--seed S] [--charts C] [--json] [--keep]; N, Y, S and C whole numbers above 0',
  );
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-'));
const content = join(folder, 'content');
const tell = (line: string) => console.error(line);
tell(`Writing ${size.indicators} indicators over ${size.years} years …`);
const entries = generateContent(content, size);
const env = {
  CHIWAT_CONTENT: content,
  CHIWAT_CACHE: join(folder, 'cache'),
  CHIWAT_OUT: join(folder, 'dist'),
  CHIWAT_TODAY: '2024-11-01',
  // Counted on their own below: they cost more than all else together and are kept between builds.
  CHIWAT_PICTURES: 'off',
};
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
const drawn = await measureDrawing(content, charts, env.CHIWAT_TODAY);
writeHugoSite(content, join(folder, 'hugo'));
const hugo = measureCommand('hugo', [
  '--quiet',
  '--source',
  join(folder, 'hugo'),
  '--destination',
  join(folder, 'hugo-out'),
]);

if (values.json) console.log(JSON.stringify({ size, entries, site, weight, cold, warm, check, hugo, drawn }, null, 2));
else {
  console.log(
    `${size.indicators} indicators, ${entries} entries, ${site.pages} pages, ${site.megabytes.toFixed(1)} MB`,
  );
  const row = (name: string, usage: Usage | undefined) =>
    usage === undefined
      ? `${name.padEnd(24)} not installed`
      : `${name.padEnd(24)} ${usage.cpuSeconds.toFixed(2).padStart(7)} CPU s ${usage.wallSeconds.toFixed(2).padStart(7)} s wall ${usage.peakMegabytes === undefined ? '' : `${usage.peakMegabytes.toFixed(0).padStart(6)} MB peak`}`;
  console.log(
    [
      row('build, cold', cold),
      row('build, again', warm),
      row('check, without cache', check),
      row('hugo, same text', hugo),
    ].join('\n'),
  );
  console.log(wordDrawing(drawn));
  console.log(wordWeight(weight));
}
if (values.keep) tell(`Kept in ${folder}`);
else rmSync(folder, { recursive: true });
