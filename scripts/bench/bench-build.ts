import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchResult, type BenchSize, describeRun } from './bench-result.ts';
import { type BenchOptions, BUILD, getBuildSettings, TODAY } from './build-settings.ts';
import { digestFiles, listDifferences } from './compare-folders.ts';
import { compareResults, wordComparison } from './compare-results.ts';
import { editReport } from './edit-report.ts';
import { generateCity } from './generate-city.ts';
import { commitContent, commitEdit } from './generate-history.ts';
import { findEarlier, keepResult } from './keep-result.ts';
import { countPages, measureNode } from './measure.ts';
import { measureDrawing } from './measure-drawing.ts';
import { measurePeers } from './peers/measure-peers.ts';
import { weighPages } from './weigh-pages.ts';
import { wordResult } from './word-result.ts';

export interface BuildOptions extends BenchOptions {
  /** Charts that are drawn to tell what one takes. */
  charts: number;
  /** Whether what was edited is built cold as well, and both held against each other. */
  verify: boolean;
  /** Folder of Eleventy. */
  eleventy?: string | undefined;
}

/** Indicators of the content that is drawn from: what a chart or a picture takes does not depend on how many there are. */
const SAMPLE = 500;

/** Measures building, checking and drawing, prints it, keeps it, and tells what is slower than it was. */
export async function benchBuild(size: BenchSize, options: BuildOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-'));
  try {
    const result = await measureAll(size, folder, options);
    const earlier = findEarlier(result);
    keepResult(result);
    console.log(options.json ? JSON.stringify(result, null, 2) : wordResult(result));
    if (!options.json && earlier !== undefined)
      console.log(`\n${wordComparison(earlier, result, compareResults(earlier, result))}`);
  } finally {
    if (options.keep) tell(`Kept in ${folder}`);
    else rmSync(folder, { recursive: true });
  }
}

async function measureAll(
  size: BenchSize,
  folder: string,
  { charts, verify, eleventy }: BuildOptions,
): Promise<BenchResult> {
  const repository = join(folder, 'repository');
  const content = join(repository, 'content');
  tell(`Writing ${size.indicators} indicators over ${size.years} years …`);
  const entries = generateCity(content, size);
  const { commits } = size;
  if (commits !== undefined) commitContent(repository, commits, size.seed);
  const env = getBuildSettings(content, folder);
  tell('Building cold …');
  const cold = await measureNode(BUILD, env);
  const [site, weight] = [countPages(env.CHIWAT_OUT), weighPages(env.CHIWAT_OUT)];
  tell('Building again, nothing changed …');
  const again = await measureNode(BUILD, env);
  // Before anything is changed: the others build the same text.
  tell('Building with others …');
  const peers = await measurePeers(content, folder, { eleventy, indicators: size.indicators });
  tell('Checking …');
  const check = await measureNode(['scripts/check.ts', '--content', content, '--format', 'json', '--no-cache'], {});
  tell('Building after one report changed …');
  const path = commits === undefined ? editReport(content) : commitEdit(repository);
  const changed = await measureNode(BUILD, env);
  const differences = verify ? await buildAnew(content, folder, env.CHIWAT_OUT) : undefined;
  tell(`Drawing ${charts} charts …`);
  const sample = join(folder, 'sample');
  mkdirSync(sample);
  generateCity(sample, { ...size, indicators: Math.min(SAMPLE, size.indicators) });
  const drawn = await measureDrawing(sample, charts, TODAY);
  return {
    ...describeRun(size, entries),
    site,
    weight,
    builds: { cold, again, changed },
    changed: { path, ...(differences === undefined ? {} : { differences }) },
    check,
    drawn,
    peers,
  };
}

/** Files that are not what a build of the same content makes where nothing was kept. */
async function buildAnew(content: string, folder: string, built: string): Promise<string[]> {
  tell('Building the same with nothing kept …');
  const anew = join(folder, 'anew');
  const env = { ...getBuildSettings(content, anew), CHIWAT_CACHE: join(anew, 'cache') };
  mkdirSync(anew);
  await measureNode(BUILD, env);
  return listDifferences(digestFiles(built), digestFiles(env.CHIWAT_OUT));
}

function tell(line: string): void {
  console.error(line);
}
