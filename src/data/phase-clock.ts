/** What a build does, in about the order it does it; `bundle` is all of Astro's own that nothing else names. */
export const PHASES = [
  'bundle',
  'read',
  'parse',
  'check',
  'score',
  'ledger',
  'render',
  'charts',
  'files',
  'cards',
  'search',
  'data',
  'integrity',
] as const;

export type Phase = (typeof PHASES)[number];

/** What a phase used, without the phases inside it. */
export interface PhaseUse {
  /** All of this process, and the programs it started; what other threads than the main one used is in the next phase that looks for programs. */
  cpuSeconds: number;
  /** Of these, the programs it started. */
  childSeconds: number;
  wallSeconds: number;
  /** How often it began. */
  times: number;
  /** By how much it raised the greatest memory that the process ever held. */
  raisedMegabytes: number;
}

/** What a process has used since it began. */
export interface Reading {
  cpuSeconds: number;
  wallSeconds: number;
  peakMegabytes: number;
}

export interface Meters {
  read: () => Reading;
  /** CPU of the programs that were started; 0 where the system does not tell. */
  readChildren: () => number;
}

/** A phase that keeps what begins inside it: to draw the charts of a picture is to make the picture. */
const KEEPS_ALL: ReadonlySet<Phase> = new Set(['cards']);

/** Phases that start programs or threads. Looking for these takes milliseconds, too much for what is done a thousand times. */
const STARTS_PROGRAMS: ReadonlySet<Phase> = new Set(['ledger', 'search', 'data', 'integrity']);

/** Divides what a process uses among phases: at every moment the one that began last, of those at work, has it all. */
export class PhaseClock {
  #meters: Meters;
  #uses = new Map<Phase, PhaseUse>();
  #atWork: { phase: Phase }[] = [{ phase: 'bundle' }];
  #last: Reading = { cpuSeconds: 0, wallSeconds: 0, peakMegabytes: 0 };
  #lastChildren = 0;

  constructor(meters: Meters) {
    this.#meters = meters;
    this.#use('bundle').times = 1;
  }

  /** Begins a phase; the answer ends it. */
  start(started: Phase): () => void {
    const now = this.#atWork.at(-1)?.phase ?? 'bundle';
    const phase = KEEPS_ALL.has(now) ? now : started;
    const hasPrograms = STARTS_PROGRAMS.has(phase);
    this.#charge(hasPrograms);
    const span = { phase };
    this.#atWork.push(span);
    this.#use(phase).times += 1;
    return () => {
      this.#charge(hasPrograms);
      const at = this.#atWork.lastIndexOf(span);
      if (at > 0) this.#atWork.splice(at, 1);
    };
  }

  /** Every phase that was, in their own order. Together they are all that the process used until now. */
  tell(): Partial<Record<Phase, PhaseUse>> {
    this.#charge(true);
    const known = PHASES.flatMap((phase) => {
      const use = this.#uses.get(phase);
      return use === undefined ? [] : [[phase, { ...use }] as const];
    });
    return Object.fromEntries(known);
  }

  #charge(withChildren: boolean): void {
    const { read, readChildren } = this.#meters;
    const children = withChildren ? Math.max(this.#lastChildren, readChildren()) : this.#lastChildren;
    const [now, before] = [read(), this.#last];
    const use = this.#use(this.#atWork.at(-1)?.phase ?? 'bundle');
    const childSeconds = children - this.#lastChildren;
    use.cpuSeconds += now.cpuSeconds - before.cpuSeconds + childSeconds;
    use.childSeconds += childSeconds;
    use.wallSeconds += now.wallSeconds - before.wallSeconds;
    use.raisedMegabytes += now.peakMegabytes - before.peakMegabytes;
    this.#last = now;
    this.#lastChildren = children;
  }

  #use(phase: Phase): PhaseUse {
    const known = this.#uses.get(phase);
    if (known !== undefined) return known;
    const use = { cpuSeconds: 0, childSeconds: 0, wallSeconds: 0, times: 0, raisedMegabytes: 0 };
    this.#uses.set(phase, use);
    return use;
  }
}
