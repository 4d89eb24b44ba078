import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { findChildSeconds } from './child-seconds.ts';
import { type Meters, type Phase, PhaseClock } from './phase-clock.ts';

/** Shared by the module graphs of one process, as the reading is. */
declare global {
  var chiwatPhases: PhaseClock | undefined;
}

/** CPU of the other threads, and the greatest memory, when they were last looked at. */
let others = { cpuSeconds: 0, peakMegabytes: 0 };

const PROCESS: Meters = {
  // The system adds up all threads of a busy process in a quarter of a millisecond: too much for what is done a hundred
  // thousand times. What other threads used is seen where programs are looked for.
  read: () => {
    const cpuSeconds = getThreadSeconds() + others.cpuSeconds;
    return { cpuSeconds, wallSeconds: performance.now() / 1000, peakMegabytes: others.peakMegabytes };
  },
  readChildren: () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const cpuSeconds = Math.max(others.cpuSeconds, (userCPUTime + systemCPUTime) / 1e6 - getThreadSeconds());
    others = { cpuSeconds, peakMegabytes: maxRSS / 1024 };
    return findChildSeconds() ?? 0;
  },
};

function getThreadSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

// What a thread of this process uses belongs to the phase in which it was set to work.
const { CHIWAT_PHASES: file } = process.env;
if (file !== undefined && isMainThread && globalThis.chiwatPhases === undefined) {
  const clock = new PhaseClock(PROCESS);
  globalThis.chiwatPhases = clock;
  process.on('exit', () => writeFileSync(file, JSON.stringify(clock.tell())));
}

/** Does a piece of work, and counts what it takes as this phase's when the bench asks (CHIWAT_PHASES names a file). */
export function spend<T>(phase: Phase, work: () => T): T {
  const end = startPhase(phase);
  try {
    return work();
  } finally {
    end();
  }
}

/** Of work that is waited for. What else goes on meanwhile is counted as the same phase's. */
export async function spendAsync<T>(phase: Phase, work: () => Promise<T>): Promise<T> {
  const end = startPhase(phase);
  try {
    return await work();
  } finally {
    end();
  }
}

/** Begins a phase; the answer ends it. */
export function startPhase(phase: Phase): () => void {
  return globalThis.chiwatPhases?.start(phase) ?? endNothing;
}

function endNothing(): void {
  // Nobody counts.
}
