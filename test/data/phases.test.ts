import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findChildSeconds } from '#data/child-seconds.ts';
import { spend, spendAsync } from '#data/phases.ts';

const folder = mkdtempSync(join(tmpdir(), 'chiwat-phases-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Takes a fifth of a second of CPU, however much else the machine does. */
const BURN = `
  const start = process.cpuUsage();
  let sum = 0;
  do for (let index = 0; index < 1e6; index++) sum += Math.sqrt(index);
  while (process.cpuUsage(start).user < 2e5);`;

function run(script: string, env: Record<string, string> = {}) {
  const { CHIWAT_PHASES: _, ...others } = process.env;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...others, ...env } }).status;
}

describe('what a phase takes', () => {
  test('is written at the end of a process whose environment names a file', () => {
    const file = join(folder, 'phases.json');
    const status = run(`import { spend } from '#data/phases.ts'; spend('score', () => { ${BURN} });`, {
      CHIWAT_PHASES: file,
    });
    expect(status).toBe(0);
    const { score, bundle } = JSON.parse(readFileSync(file, 'utf8'));
    expect(score.cpuSeconds).toBeGreaterThan(0.15);
    expect(bundle.cpuSeconds).toBeGreaterThan(0);
    expect(bundle.raisedMegabytes + score.raisedMegabytes).toBeGreaterThan(10);
  });

  test('is the same phase’s in both module graphs of a process, and a thread’s is the phase’s that looks for it', () => {
    const file = join(folder, 'graphs.json');
    const script = `
      import { Worker } from 'node:worker_threads';
      import { spendAsync } from '#data/phases.ts';
      const other = await import(import.meta.resolve('#data/phases.ts') + '?other');
      await spendAsync('search', async () => {
        other.spend('charts', () => { ${BURN} });
        const thread = new Worker(${JSON.stringify(BURN)}, { eval: true });
        await new Promise((resolve) => thread.once('exit', resolve));
      });`;
    expect(run(script, { CHIWAT_PHASES: file })).toBe(0);
    const { search, charts } = JSON.parse(readFileSync(file, 'utf8'));
    expect(charts.cpuSeconds).toBeGreaterThan(0.15);
    expect(search.cpuSeconds).toBeGreaterThan(0.1);
  });

  test('is nobody’s business without: the work is done all the same', async () => {
    const status = run(`import { spend } from '#data/phases.ts'; spend('score', () => 1);`);
    expect(status).toBe(0);
    expect(spend('parse', () => 7)).toBe(7);
    expect(() => spend('parse', () => JSON.parse('{'))).toThrow();
    await expect(spendAsync('cards', async () => 'made')).resolves.toBe('made');
    expect(readdirSync(folder).filter((name) => !/^(phases|graphs)\.json$/.test(name))).toEqual([]);
  });
});

test('the CPU of a program is known while it works and after it was stopped', async () => {
  const before = findChildSeconds() ?? 0;
  const child = spawn(process.execPath, ['-e', `${BURN} console.log('burnt'); setInterval(() => {}, 1000);`]);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  expect((findChildSeconds() ?? 0) - before).toBeGreaterThan(0.15);
  child.kill();
  await new Promise((resolve) => child.once('exit', resolve));
  expect((findChildSeconds() ?? 0) - before).toBeGreaterThan(0.15);
});
