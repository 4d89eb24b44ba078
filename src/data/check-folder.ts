import { createHash } from 'node:crypto';
import { checkFolders } from '#domain/checks/check-dataset.ts';
import { buildDataset } from '#domain/dataset.ts';
import type { Attachment, Entry } from '#domain/entry.ts';
import type { WrittenEntry } from '#domain/impact/compare-entries.ts';
import type { Issue } from '#domain/issue.ts';
import { buildOutline, type Outline } from '#domain/outline.ts';
import type { ContentPath } from './content-path.ts';
import type { FoundFile } from './list-files.ts';
import { parseBytes, readAttachment, readBytes } from './read-file.ts';
import { getShardName, PARSING, ShardCache } from './shard-cache.ts';

/** A file that may be read, and what its path says. */
export interface ReadableFile {
  item: FoundFile;
  /** Absent for a file kept beside entries. */
  path?: ContentPath;
}

/** What the checker has to know of an indicator's folder once it is read: without texts, so that all of them fit in memory. */
export interface CheckedFolder {
  /** Of each file by itself. */
  own: Issue[];
  /** Of the files of the folder together. */
  inside: Issue[];
  /** Paths of the files that are in order in themselves. */
  held: string[];
  outline?: Outline;
  /** Entries with corrections, without their text: on some days they come too early. */
  dated: WrittenEntry[];
}

/** Reads folders of indicators by their bytes; what was found in the same bytes before is taken from the cache. */
export class FolderChecker {
  readonly #root: string;
  readonly #ratioUnits: readonly string[];
  readonly #cache: ShardCache<CheckedFolder>;

  constructor(root: string, ratioUnits: readonly string[], cache: string | undefined) {
    this.#root = root;
    this.#ratioUnits = ratioUnits;
    this.#cache = new ShardCache(cache, PARSING);
  }

  /** Never throws for bad content. */
  check(folder: string, files: readonly ReadableFile[]): CheckedFolder {
    const unreadable: Issue[] = [];
    const entries: { path: ContentPath; bytes: Buffer }[] = [];
    const attachments: Attachment[] = [];
    const hash = createHash('sha256').update(JSON.stringify([folder, this.#ratioUnits]));
    for (const { item, path } of files) {
      const read = path === undefined ? readAttachment(this.#root, item) : readBytes(this.#root, item.file);
      if ('code' in read) unreadable.push(read);
      else if (Buffer.isBuffer(read)) {
        hash.update(`\0${item.file}\0${read.length}\0`).update(read);
        if (path !== undefined) entries.push({ path, bytes: read });
      } else {
        hash.update(`\0${read.file}\0${read.type}\0${read.bytes}\0`);
        attachments.push(read);
      }
    }
    const checked = this.#cache.get(getShardName(`${folder}/`), folder, hash.digest('base64url'), () =>
      letGo(checkFolder(entries, attachments, this.#ratioUnits)),
    );
    return unreadable.length === 0 ? checked : { ...checked, own: [...checked.own, ...unreadable] };
  }

  /** Keeps what was found for the next run; after a whole reading, only that. */
  save(isWhole: boolean): void {
    this.#cache.save(isWhole);
  }
}

function checkFolder(
  files: readonly { path: ContentPath; bytes: Buffer }[],
  attachments: readonly Attachment[],
  ratioUnits: readonly string[],
): CheckedFolder {
  const parsed = files.map(({ path, bytes }) => parseBytes(path, bytes));
  const entries = parsed.flatMap(({ entry }) => entry ?? []);
  const drafts = parsed.flatMap(({ draft }) => draft ?? []);
  const dataset = buildDataset([...entries, ...drafts], attachments);
  const [item] = dataset.indicatorYears.values();
  return {
    own: parsed.flatMap(({ issues }) => issues),
    inside: checkFolders(dataset, ratioUnits),
    held: entries.map(({ file }) => file),
    ...(item === undefined ? {} : { outline: buildOutline(item) }),
    dated: entries.filter(hasCorrections).map((entry) => ({ ...entry, sections: {}, mentions: [] })),
  };
}

/** The same without any hold on the texts that its words were cut out of: each would keep a whole file in memory. */
function letGo(checked: CheckedFolder): CheckedFolder {
  // Safe: it holds only what JSON can hold, as it must for the cache.
  return JSON.parse(JSON.stringify(checked)) as CheckedFolder;
}

function hasCorrections(entry: Entry): entry is WrittenEntry {
  return 'sections' in entry && (entry.data.corrections ?? []).length > 0;
}
