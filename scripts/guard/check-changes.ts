import { classifyPath } from '#data/content-path.ts';
import { getSizeKind, MOST_BYTES } from '#data/file-size.ts';
import type { Issue } from '#domain/issue.ts';
import type { Change, Changes } from './read-changes.ts';

/** What the engine's own pull-request jobs are to do: tools of the base for content, the branch's own for code. */
export type ChangeKind = 'content' | 'code';

/** Why something is refused, where it is not the content checker's own reason. */
export type Rule =
  | 'link'
  | 'submodule'
  | 'executable'
  | 'encoding'
  | 'control'
  | 'reserved'
  | 'form'
  | 'collision'
  | 'files'
  | 'bytes'
  | 'mixed';

export interface Finding {
  /** Path from the top of the repository; empty where the pull request as a whole is meant. */
  file: string;
  severity: 'error' | 'warning';
  reason: { rule: Rule; params: Record<string, string | number> } | { issue: Issue };
}

/** Files and bytes that a person can still review, and a free machine still check. GitHub itself lists 3,000 files at most. */
export const MOST_FILES = 2500;
export const MOST_TOTAL = 256 * 1024 * 1024;

const CONTENT = 'content/';

/** What nobody sees in a name: controls, joiners, signs of direction. */
export const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** Names of devices, whatever follows a dot: Windows checks nothing out of a repository that has one. */
const RESERVED = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i;

/** Content where every file, taken away or new, lies below `content/`. */
export function classifyChanges(changed: readonly Pick<Change, 'path'>[]): ChangeKind {
  return changed.every(({ path }) => path.startsWith(CONTENT)) ? 'content' : 'code';
}

/** Everything a pull request brings that no report needs, by file. What it takes away is never refused. */
export function checkChanges({ changed, all }: Changes): Finding[] {
  const kept = changed.filter(({ isDeleted }) => !isDeleted);
  const own = kept.flatMap((change) => checkOne(change) ?? []);
  return [...checkAmount(changed), ...own, ...checkCollisions(kept, all)];
}

function checkAmount(changed: readonly Change[]): Finding[] {
  const findings: Finding[] = [];
  const bytes = changed.reduce((sum, change) => sum + change.bytes, 0);
  if (changed.length > MOST_FILES) {
    findings.push(refuse('', 'files', { seen: changed.length, most: MOST_FILES }));
  }
  if (bytes > MOST_TOTAL)
    findings.push(refuse('', 'bytes', { seen: toMegabytes(bytes), most: toMegabytes(MOST_TOTAL) }));
  const inContent = changed.filter(({ path }) => path.startsWith(CONTENT)).length;
  if (inContent > 0 && inContent < changed.length) {
    const params = { content: inContent, code: changed.length - inContent };
    // A field that is renamed must change in both at once: a reason to look twice, not to refuse.
    findings.push({ ...refuse('', 'mixed', params), severity: 'warning' });
  }
  return findings;
}

/** The first reason against a file: the later ones would follow from it. */
function checkOne({ path, isUtf8, mode, bytes }: Change): Finding | undefined {
  if (mode === '120000') return refuse(path, 'link');
  if (mode === '160000') return refuse(path, 'submodule');
  if (!isUtf8) return refuse(path, 'encoding');
  if (UNSEEN.test(path)) return refuse(path, 'control');
  const reserved = path.split('/').find((name) => RESERVED.test(name));
  if (reserved !== undefined) return refuse(path, 'reserved', { name: reserved });
  if (!path.startsWith(CONTENT)) return path === path.normalize('NFC') ? undefined : refuse(path, 'form');
  const file = path.slice(CONTENT.length);
  const at = { file, line: 1, column: 1 };
  const classified = classifyPath(file);
  if (classified.is === 'refused') return quote(path, { code: classified.code, ...at, params: classified.params });
  if (mode !== '100644') return refuse(path, 'executable');
  const kind = getSizeKind(file, classified);
  const most = MOST_BYTES[kind];
  if (bytes <= most) return undefined;
  const params = { seen: Math.ceil(bytes / 1024), most: most / 1024, reason: kind };
  return quote(path, { code: 'CW103', ...at, params });
}

/** New files and folders whose names differ from others only by case or by how letters are composed. */
function checkCollisions(kept: readonly Change[], all: readonly string[]): Finding[] {
  const added = kept.filter(({ isAdded }) => isAdded);
  if (added.length === 0) return [];
  const names = new Map<string, Set<string>>();
  for (const path of new Set(all.flatMap(listPrefixes))) {
    const folded = fold(path);
    const found = names.get(folded);
    if (found === undefined) names.set(folded, new Set([path]));
    else found.add(path);
  }
  return added.flatMap(({ path }) => {
    for (const part of listPrefixes(path)) {
      const other = [...(names.get(fold(part)) ?? [])].find((name) => name !== part);
      if (other !== undefined) return [refuse(path, 'collision', { other })];
    }
    return [];
  });
}

/** a, a/b, a/b/c of a/b/c. */
function listPrefixes(path: string): string[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

function refuse(file: string, rule: Rule, params: Record<string, string | number> = {}): Finding {
  return { file, severity: 'error', reason: { rule, params } };
}

function quote(file: string, issue: Issue): Finding {
  return { file, severity: 'error', reason: { issue } };
}
