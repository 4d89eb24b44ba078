import { INTEGRITY_FILE } from '#exports/integrity.ts';
import type { Difference } from './difference.ts';
import type { Integrity } from './read-integrity.ts';
import { forEachOf, getDigest, isFailure, type SiteFiles } from './site-files.ts';

/** The digests of another build. A folder is asked for the bytes that it holds, whatever its integrity.json says of them. */
export async function listDigests(site: SiteFiles, integrity: Integrity): Promise<ReadonlyMap<string, string>> {
  const names = site.list()?.filter((file) => file !== INTEGRITY_FILE);
  if (names === undefined) return integrity.files;
  const digests = new Map<string, string>();
  await forEachOf(names, 1, async (file) => {
    const bytes = await site.read(file);
    if (!isFailure(bytes)) digests.set(file, getDigest(bytes));
  });
  return digests;
}

/** Files that two builds do not have the same. */
export function compareBuilds(
  published: ReadonlyMap<string, string>,
  rebuilt: ReadonlyMap<string, string>,
): Difference[] {
  const names = [...new Set([...published.keys(), ...rebuilt.keys()])].sort();
  return names.flatMap((file): Difference[] => {
    const [one, other] = [published.get(file), rebuilt.get(file)];
    if (one === other) return [];
    if (other === undefined) return [{ file, kind: 'only-here' }];
    if (one === undefined) return [{ file, kind: 'only-there' }];
    return [{ file, kind: 'other-build', published: one, recomputed: other }];
  });
}
