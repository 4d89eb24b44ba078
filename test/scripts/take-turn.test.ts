import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/content-folder.ts';

/** Takes its turn, says so, and ends when its input does. */
const TAKER = `const { takeTurn } = await import('./scripts/take-turn.ts');
await takeTurn(process.argv[1], (holder) => console.log('waits for ' + holder));
console.log('has it');
for await (const _ of process.stdin);`;

function start(lock: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', TAKER, lock], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return { child, hear: async () => String((await once(child.stdout, 'data'))[0]).trim() };
}

describe('of two builds in one folder', () => {
  test('the second waits until the first has ended, and leaves nothing behind', async () => {
    const lock = join(makeFolder(), 'cache', 'building');
    const first = start(lock);
    expect(await first.hear()).toBe('has it');
    expect(readFileSync(lock, 'utf8')).toBe(String(first.child.pid));
    const second = start(lock);
    expect(await second.hear()).toBe(`waits for ${first.child.pid}`);
    first.child.stdin.end();
    expect(await second.hear()).toBe('has it');
    second.child.stdin.end();
    await once(second.child, 'exit');
    expect(existsSync(lock)).toBe(false);
  });

  test('one that died holds nobody up', async () => {
    const lock = join(makeFolder(), 'building');
    writeFileSync(lock, String(spawnSync(process.execPath, ['-e', '']).pid));
    const next = start(lock);
    expect(await next.hear()).toBe('has it');
    next.child.stdin.end();
    await once(next.child, 'exit');
  });
});
