import { getOrAdd } from '../get-or-add.ts';
import { type Issue, isError } from '../issue.ts';
import type { WarningCount } from './impact.ts';

/** Warnings that are more, or fewer, than before: by code and file, since lines move. `moves` gives the new folder of an old one. */
export function compareWarnings(
  before: readonly Issue[],
  after: readonly Issue[],
  moves: ReadonlyMap<string, string>,
): { added: WarningCount[]; gone: WarningCount[] } {
  const moved = before.map((issue) => ({ ...issue, file: moveFile(issue.file, moves) }));
  return { added: listExcess(after, moved), gone: listExcess(moved, after) };
}

function moveFile(file: string, moves: ReadonlyMap<string, string>): string {
  const at = file.lastIndexOf('/');
  const folder = moves.get(file.slice(0, at));
  return folder === undefined ? file : `${folder}${file.slice(at)}`;
}

/** Of each code and file what one list holds beyond the other. */
function listExcess(issues: readonly Issue[], known: readonly Issue[]): WarningCount[] {
  const other = group(known);
  return [...group(issues)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, all]) => {
      const [issue] = all;
      const count = all.length - (other.get(key)?.length ?? 0);
      return issue === undefined || count <= 0 ? [] : [{ code: issue.code, file: issue.file, count, issue }];
    });
}

function group(issues: readonly Issue[]): Map<string, Issue[]> {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    if (!isError(issue)) getOrAdd(groups, `${issue.file} ${issue.code}`, () => []).push(issue);
  }
  return groups;
}
