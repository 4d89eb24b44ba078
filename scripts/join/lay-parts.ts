import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getFileDigest } from '#data/file-digests.ts';
import type { TracedSite } from '#data/traced-site.ts';
import type { BuildRecord, KeptOutput, WrittenFile } from '../../src/build/build-record.ts';
import type { PartFiles } from '../../src/build/part.ts';

/** Why parts cannot be laid together. */
export type Obstacle =
  | { is: 'key'; folder: string }
  | { is: 'file'; folder: string; path: string }
  | { is: 'content'; folder: string; id: string; read: string }
  | { is: 'twice'; folder: string; other: string; id: string };

/** What of these parts speaks against their being one site: another program, other content, files that are not as they were written. */
export function findObstacle(parts: readonly PartFiles[], key: string, site: TracedSite): Obstacle | undefined {
  const known = new Map<string, { folder: string; files: string }>();
  const isSame = createComparison(site);
  for (const { folder, record } of parts) {
    if (record.key !== key) return { is: 'key', folder };
    for (const [id, output] of record.outputs) {
      const read = isSame(output.reads);
      if (read !== undefined) return { is: 'content', folder, id, read };
      const wrong = output.files.find((file) => !isAsWritten(folder, file));
      if (wrong !== undefined) return { is: 'file', folder, path: wrong.path };
      const files = JSON.stringify([output.memo, output.files.map(({ path, digest }) => [path, digest])]);
      const other = known.get(id);
      if (other !== undefined && other.files !== files) return { is: 'twice', folder, other: other.folder, id };
      known.set(id, { folder, files });
    }
  }
  return undefined;
}

/** Lays the files of parts into an empty folder; what a build can then go on from. */
export function layParts(parts: readonly PartFiles[], key: string, target: string): BuildRecord {
  rmSync(target, { recursive: true, force: true });
  const outputs = new Map<string, KeptOutput>();
  const folders = new Set<string>();
  for (const { folder, record } of parts) {
    for (const [id, output] of record.outputs) {
      if (outputs.has(id)) continue;
      const files = output.files.map((file) => {
        const to = join(target, file.path);
        if (!folders.has(dirname(to))) mkdirSync(dirname(to), { recursive: true });
        folders.add(dirname(to));
        copyFileSync(join(folder, file.path), to);
        return { ...file, modified: statSync(to).mtimeMs };
      });
      outputs.set(id, { ...output, files });
    }
  }
  return { key, outputs };
}

/** Tells the first part of the site that is other than it was; the same list of parts is compared once. */
function createComparison(site: TracedSite): (reads: KeptOutput['reads']) => string | undefined {
  const known = new WeakMap<KeptOutput['reads'], { changed: string | undefined }>();
  return (reads) => {
    const told = known.get(reads) ?? {
      changed: [...reads].find(([name, digest]) => site.getDigest(name) !== digest)?.[0],
    };
    known.set(reads, told);
    return told.changed;
  };
}

function isAsWritten(folder: string, { path, bytes, digest }: WrittenFile): boolean {
  const file = join(folder, path);
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.size === bytes && getFileDigest(file) === digest;
}
