import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const LOOK = 1000;

/**
 * Looks now and then how much a program and all that it started hold. The answer ends it, and tells the most that was seen,
 * in megabytes: undefined where the system does not tell.
 */
export function watchMemory(root: number, every = LOOK): () => number | undefined {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, getTreeKilobytes(root));
  }, every);
  return () => {
    clearInterval(timer);
    return peak === 0 ? undefined : peak / 1024;
  };
}

function getTreeKilobytes(root: number): number {
  if (!existsSync('/proc/self/status')) return 0;
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(name));
  const own = new Set([root]);
  for (let known = 0; known < own.size; ) {
    known = own.size;
    for (const { id, parent } of processes) if (own.has(parent)) own.add(id);
  }
  return processes.filter(({ id }) => own.has(id)).reduce((sum, { kilobytes }) => sum + kilobytes, 0);
}

function readProcess(name: string): { id: number; parent: number; kilobytes: number }[] {
  try {
    const status = readFileSync(`/proc/${name}/status`, 'utf8');
    const [, parent = '0'] = /^PPid:\s*(\d+)/m.exec(status) ?? [];
    const [, kilobytes = '0'] = /^VmRSS:\s*(\d+)/m.exec(status) ?? [];
    return [{ id: Number(name), parent: Number(parent), kilobytes: Number(kilobytes) }];
  } catch {
    // It ended between the two looks.
    return [];
  }
}
