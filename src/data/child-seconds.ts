import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process as Linux tells it; its CPU with that of the children it has waited for, in seconds. */
interface Running {
  id: number;
  parent: number;
  ownSeconds: number;
  waitedSeconds: number;
}

const TICKS_A_SECOND = 100;

/**
 * CPU seconds of all that this process has started and that they started in turn, ended or at work; undefined where
 * the system does not tell. Node itself knows only of its own threads.
 */
export function findChildSeconds(id = process.pid): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(name) : []));
  const byParent = Map.groupBy(all, ({ parent }) => parent);
  const own = all.find((process) => process.id === id);
  const sum = (parent: number): number =>
    (byParent.get(parent) ?? []).reduce(
      (total, child) => total + child.ownSeconds + child.waitedSeconds + sum(child.id),
      0,
    );
  return (own?.waitedSeconds ?? 0) + sum(id);
}

/** The second field is the program's name in brackets, and may hold anything. */
function readProcess(name: string): Running[] {
  try {
    const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const seconds = (at: number) => Number(fields[at]) / TICKS_A_SECOND;
    const [ownSeconds, waitedSeconds] = [seconds(11) + seconds(12), seconds(13) + seconds(14)];
    return [{ id: Number(name), parent: Number(fields[1]), ownSeconds, waitedSeconds }];
  } catch {
    // It ended between the two looks.
    return [];
  }
}
