import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from './build-settings.ts';
import { commitEdit, generateHistory, type HistorySize } from './generate-history.ts';
import type { LedgerUsage } from './measure-ledger.ts';

/** Measures what reading the history adds to a build, and prints it. */
export function benchHistory(size: HistorySize, { json, keep }: BenchOptions): void {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-bench-'));
  const [repository, cache] = [join(folder, 'repository'), join(folder, 'cache')];
  const tell = (line: string) => console.error(line);
  tell(`Writing ${size.files} files in ${size.commits} commits …`);
  mkdirSync(repository);
  generateHistory(repository, size);
  // Entries are read by every build: what they cost is not counted, but what is kept of them is there.
  measureLedger(repository, cache, 'off');
  tell('Reading the history cold …');
  const cold = measureLedger(repository, cache, 'on');
  tell('Reading it again …');
  const warm = measureLedger(repository, cache, 'on');
  tell('Reading it after one more commit …');
  commitEdit(repository);
  const next = measureLedger(repository, cache, 'on');
  if (json) console.log(JSON.stringify({ size, cold, warm, next }, null, 2));
  else
    console.log([word('history, cold', cold), word('history, again', warm), word('one more commit', next)].join('\n'));
  if (keep) tell(`Kept in ${folder}`);
  else rmSync(folder, { recursive: true });
}

function measureLedger(repository: string, cache: string, history: 'on' | 'off'): LedgerUsage {
  const script = new URL('./measure-ledger.ts', import.meta.url).pathname;
  const run = spawnSync(process.execPath, [script, join(repository, 'content'), cache, history], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`measuring ended with ${run.status}\n${run.stderr.slice(-4000)}`);
  return JSON.parse(run.stdout);
}

function word(name: string, { ownSeconds, gitSeconds, wallSeconds, peakMegabytes, revisions }: LedgerUsage): string {
  const git = gitSeconds === undefined ? '' : ` (${gitSeconds.toFixed(2)} of it git)`;
  const cpu = (ownSeconds + (gitSeconds ?? 0)).toFixed(2).padStart(7);
  return `${name.padEnd(18)} ${cpu} CPU s${git} ${wallSeconds.toFixed(2).padStart(7)} s wall ${peakMegabytes.toFixed(0).padStart(6)} MB peak, ${revisions} changes`;
}
