import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Waits until no other living process holds `lock`, a file, and holds it until this process ends. `tell` is told once
 * which process is waited for.
 */
export async function takeTurn(lock: string, tell: (process: number) => void): Promise<void> {
  mkdirSync(dirname(lock), { recursive: true });
  let isTold = false;
  while (!isTaken(lock)) {
    const holder = readHolder(lock);
    if (holder === undefined || !isAlive(holder)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (!isTold) tell(holder);
    isTold = true;
    await setTimeout(200);
  }
  process.on('exit', () => rmSync(lock, { force: true }));
}

function isTaken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined where it was let go meanwhile. */
function readHolder(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(holder: number): boolean {
  // Just taken, and not yet written.
  if (holder === 0) return true;
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // Alive, of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
