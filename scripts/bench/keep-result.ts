import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchResult, nameSize } from './bench-result.ts';

/** Results stay on the machine that made them: those of another cannot be compared. */
export const RESULTS = join('node_modules', '.cache', 'chiwat', 'bench');

/** Writes a result as `<commit>-<size>.json`, over one of the same commit and size. */
export function keepResult(result: BenchResult, folder = RESULTS): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.commit}-${nameSize(result.size)}.json`), JSON.stringify(result, null, 2));
}

/** The newest result of the same size on the same kind of machine that was made before this one. */
export function findEarlier(result: BenchResult, folder = RESULTS): BenchResult | undefined {
  return listResults(folder)
    .filter(
      ({ size, machine, at }) =>
        nameSize(size) === nameSize(result.size) && machine === result.machine && at < result.at,
    )
    .at(-1);
}

/** The result that a person names: by its file, or by how its commit begins, the newest of them. Throws where there is none. */
export function getResult(name: string, folder = RESULTS): BenchResult {
  if (name.endsWith('.json')) return readResult(name);
  const found = listResults(folder)
    .filter(({ commit }) => commit.startsWith(name))
    .at(-1);
  if (found === undefined) throw new Error(`No result of ${name} in ${folder}.`);
  return found;
}

/** The oldest first. */
function listResults(folder: string): BenchResult[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    // None was kept yet.
    return [];
  }
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => readResult(join(folder, name)))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

function readResult(file: string): BenchResult {
  // Safe: `keepResult` alone writes these files.
  return JSON.parse(readFileSync(file, 'utf8')) as BenchResult;
}
