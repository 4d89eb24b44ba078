import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseCall } from '../../../scripts/new/options.ts';
import { Refusal } from '../../../scripts/new/refusal.ts';
import { runNew as runCall } from '../../../scripts/new/run.ts';
import { describeRefusal } from '../../../scripts/new/write-outcome.ts';
import { getCleanEnv } from '../../setup/env.ts';
import { ROOT } from '../../support/run-check.ts';

/** Runs the real command without a terminal, on a day of its own. */
export function runNew(args: string[], today = '2025-01-10') {
  const script = resolve(ROOT, 'scripts/new.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    env: getCleanEnv({ CHIWAT_TODAY: today }),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The same without a process of its own: the exit code and what is said where nothing can be written. */
export async function refuseNew(args: string[]): Promise<{ status: number; text: string }> {
  try {
    const call = parseCall(args);
    if (!('help' in call)) await runCall(call, { ask: undefined, getToday: () => '2025-01-10' });
    return { status: 0, text: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, text: describeRefusal(error, { language: 'th', content: 'content' }) };
  }
}

/** Every file of a folder with its bytes and the moment it was last written. */
export function readState(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path} ${statSync(path).mtimeMs} ${readFileSync(path, 'base64')}`)
    .sort();
}

export const NEW_INDICATOR = [
  ...[
    'indicator',
    '2567/finance/street-lamps',
    '--name',
    'จำนวนหลอดไฟที่เปลี่ยน',
    '--kind',
    'routine',
    '--outcome',
    'output',
  ],
  ...['--weight', '10', '--unit', 'หลอด', '--direction', 'higher', '--accumulation', 'cumulative', '--target', '500'],
  ...['--scale', 'milestones', '--between', 'step', '--criteria', 'จัดซื้อแล้วเสร็จ', '--criteria', 'เปลี่ยนแล้วเสร็จ'],
  ...['--plan', 'city-plan/1.1.1', '--definition', 'นับเฉพาะหลอดที่ติดแล้ว'],
];
