import { checkReferences } from '#domain/checks/check-references.ts';
import { buildDataset, type Dataset } from '#domain/dataset.ts';
import type { Entry } from '#domain/entry.ts';
import type { WrittenEntry } from '#domain/impact/compare-entries.ts';
import { compareIssues, type Issue } from '#domain/issue.ts';
import { ContextFinder } from './check-context.ts';
import { type CheckedFolder, FolderChecker, type ReadableFile } from './check-folder.ts';
import { createScope, type Scope } from './check-scope.ts';
import { classifyPath } from './content-path.ts';
import { dropConsequences } from './drop-consequences.ts';
import { EntryCache } from './entry-cache.ts';
import { type FoundFile, listFiles } from './list-files.ts';
import { findRefusal, getBytesDigest, parseBytes, readBytes } from './read-file.ts';

/** What the checker knows of a content folder, or of a part of it: the issues that `readContent` finds, and no entries. */
export interface CheckedContent {
  /** By file and place; of a part those at its files only, the same as when all is read. */
  issues: Issue[];
  /** The site, calendars, plans and agencies that are in order, and what is wrong with the others by themselves. */
  settings: { entries: Entry[]; issues: Issue[] };
  /** Entries with corrections, without their text. */
  dated: WrittenEntry[];
  /** Paths of the files that are in order in themselves. */
  held: ReadonlySet<string>;
  /** Whether a folder was read. */
  isRead: (folder: string) => boolean;
  /** How many files were looked at. */
  files: number;
}

export interface CheckOptions {
  /** Folder for what was found, between runs; none without it. */
  cache?: string | undefined;
  /** Files or folders, from the content folder, whose issues are asked for; everything without any. */
  paths?: readonly string[] | undefined;
  /** Told now and then how far the reading is. */
  onProgress?: (done: number, all: number) => void;
}

/** Files of a content folder, told apart. */
interface Sorted {
  found: FoundFile[];
  refusals: Issue[];
  /** Folders that are refused as a whole, at the first file in them. */
  parts: Set<string>;
  settings: ReadableFile[];
  folders: Map<string, ReadableFile[]>;
}

interface CheckedSettings {
  entries: Entry[];
  own: Issue[];
  /** With entries of which only the fields are in order. */
  dataset: Dataset;
}

/** Checks `content/` folder by folder, so that memory does not grow with its texts. Never throws for bad content. */
export function checkContent(root: string, options: CheckOptions = {}): CheckedContent {
  const { paths = [], cache } = options;
  let scope = createScope(paths);
  let files = sortFiles(listFiles(root, scope.isWanted));
  options.onProgress?.(0, files.found.length);
  const settings = checkSettings(root, files.settings, cache);
  const checker = new FolderChecker(root, settings.dataset.site?.data.ratioUnits ?? [], cache);
  const known = new Map<string, CheckedFolder>();
  const context = new ContextFinder(root);
  for (;;) {
    checkFolders(checker, files, known, options);
    const { holds } = scope;
    const parts = [...files.parts].filter((part) => !holds(part) && !files.found.some(({ file }) => file === part));
    const more = [...parts, ...context.findMore({ scope, settings: settings.dataset, known })];
    if (more.length === 0) break;
    scope = scope.add(more);
    files = sortFiles(listFiles(root, scope.isWanted));
  }
  checker.save(scope.isWhole);
  return joinFindings(files, settings, [...known.values()], scope);
}

/** Those folders that are not known yet. */
function checkFolders(
  checker: FolderChecker,
  { folders, found }: Sorted,
  known: Map<string, CheckedFolder>,
  { onProgress }: CheckOptions,
): void {
  let done = 0;
  for (const [folder, files] of folders) {
    if (done % 500 < files.length) onProgress?.(done, found.length);
    if (!known.has(folder)) known.set(folder, checker.check(folder, files));
    done += files.length;
  }
  onProgress?.(found.length, found.length);
}

function sortFiles(found: FoundFile[]): Sorted {
  const sorted: Sorted = { found, refusals: [], parts: new Set(), settings: [], folders: new Map() };
  const refused = new Set<string>();
  for (const item of found) {
    const classified = classifyPath(item.file);
    const refusal = findRefusal(item, classified);
    if (refusal !== undefined) {
      // The first part that is wrong is told once for all that lies below it.
      const part = classified.is === 'refused' ? `${classified.code} ${classified.part}` : item.file;
      if (!refused.has(part)) sorted.refusals.push(refusal);
      if (classified.is === 'refused') sorted.parts.add(classified.part);
      refused.add(part);
      continue;
    }
    const file = classified.is === 'entry' ? { item, path: classified.path } : { item };
    if (!item.file.startsWith('reports/')) sorted.settings.push(file);
    else addTo(sorted.folders, item.file.slice(0, item.file.lastIndexOf('/')), file);
  }
  return sorted;
}

function addTo(folders: Map<string, ReadableFile[]>, folder: string, file: ReadableFile): void {
  const known = folders.get(folder);
  if (known === undefined) folders.set(folder, [file]);
  else known.push(file);
}

function checkSettings(root: string, files: readonly ReadableFile[], folder: string | undefined): CheckedSettings {
  const cache = new EntryCache(folder);
  const parsed = files.map(({ path, item: { file } }) => {
    const bytes = readBytes(root, file);
    if ('code' in bytes) return { issues: [bytes] };
    return cache.get(file, getBytesDigest(file, bytes), () =>
      path === undefined ? { issues: [] } : parseBytes(path, bytes),
    );
  });
  cache.save();
  const entries = parsed.flatMap(({ entry }) => entry ?? []);
  const drafts = parsed.flatMap(({ draft }) => draft ?? []);
  return {
    entries,
    own: parsed.flatMap(({ issues }) => issues),
    dataset: buildDataset([...entries, ...drafts], []),
  };
}

function joinFindings(
  { found, refusals }: Sorted,
  settings: CheckedSettings,
  folders: readonly CheckedFolder[],
  { isAsked, holds }: Scope,
): CheckedContent {
  const own = [...refusals, ...settings.own, ...folders.flatMap((folder) => folder.own)];
  if (!found.some(({ file }) => file === 'site.yaml'))
    own.push({ code: 'CW109', file: 'site.yaml', line: 1, column: 1 });
  const outlines = folders.flatMap(({ outline }) => outline ?? []).sort((a, b) => (a.file < b.file ? -1 : 1));
  const together = [...checkReferences(settings.dataset, outlines), ...folders.flatMap(({ inside }) => inside)];
  const issues = [...own, ...dropConsequences(together, own, found)];
  return {
    issues: issues.filter(({ file }) => isAsked(file)).sort(compareIssues),
    settings: { entries: settings.entries, issues: own.filter(({ file }) => !file.startsWith('reports/')) },
    dated: folders.flatMap(({ dated }) => dated).filter(({ file }) => isAsked(file)),
    held: new Set([...settings.entries.map(({ file }) => file), ...folders.flatMap(({ held }) => held)]),
    isRead: holds,
    files: found.length,
  };
}
