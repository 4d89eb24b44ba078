/** Which part of a content folder is asked for, and which folders are read for it. */
export interface Scope {
  /** Whether all is read. */
  isWhole: boolean;
  /** Whether issues at a file are asked for. */
  isAsked: (file: string) => boolean;
  /** Whether a folder is read, or leads to one that is. */
  isWanted: (folder: string) => boolean;
  /** Whether all that lies in a folder is read. */
  holds: (folder: string) => boolean;
  /** The same with more folders read. */
  add: (folders: readonly string[]) => Scope;
}

const REPORTS = 'reports';

/**
 * The files and folders at some paths from the content folder; everything without any. What lies outside `reports/` is little,
 * and everything is held against it: it always belongs to it. In `reports/` files are read by the folder of their indicator.
 */
export function createScope(paths: readonly string[]): Scope {
  const isAsked = (file: string) =>
    paths.length === 0 || paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
  const all = paths.length === 0 || paths.includes('');
  return buildScope(isAsked, new Set(all ? [REPORTS] : paths.map((path) => path.split('/').slice(0, 4).join('/'))));
}

function buildScope(isAsked: Scope['isAsked'], folders: ReadonlySet<string>): Scope {
  const onTheWay = new Set([...folders].flatMap(listAncestors));
  const isWhole = folders.has(REPORTS);
  const holds = (folder: string) =>
    isWhole ||
    !isIn(folder, REPORTS) ||
    folders.has(folder) ||
    listAncestors(folder).some((outer) => folders.has(outer));
  return {
    isWhole,
    isAsked,
    isWanted: (folder) => folder === REPORTS || onTheWay.has(folder) || holds(folder),
    holds,
    add: (more) => buildScope(isAsked, new Set([...folders, ...more])),
  };
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** The folders that a path lies in: of a/b/c these are a and a/b. */
function listAncestors(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}
