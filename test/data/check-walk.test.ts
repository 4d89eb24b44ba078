import { expect, test } from 'vitest';
import { checkContent } from '#data/check-content.ts';
import { listPaths } from '#data/file-digests.ts';
import { readContent } from '#data/read-content.ts';
import type { Issue } from '#domain/issue.ts';
import { createRandom } from '../../scripts/bench/random.ts';
import { copySite, makeFolder } from '../support/content-folder.ts';
import { damageContent } from '../support/damage-content.ts';

/** Edits that pile up in one site, and sites. */
const [EDITS, SITES] = [8, 8];

function tell(issues: readonly Issue[]): unknown {
  return JSON.parse(JSON.stringify(issues));
}

test('through any edits the checker tells of everything, and of any part, what a reading of everything tells', () => {
  const random = createRandom(3);
  const [cache, found] = [makeFolder(), new Set<string>()];
  for (let site = 0; site < SITES; site++) {
    const folder = copySite();
    for (let edit = 0; edit < EDITS; edit++) {
      damageContent(folder, random);
      const { issues } = readContent(folder);
      for (const { code } of issues) found.add(code);
      expect(tell(checkContent(folder, { cache }).issues)).toEqual(tell(issues));
      const files = [...listPaths(folder), ...issues.map(({ file }) => file)];
      for (const depth of [5, 4, 3, 2]) {
        const path = (files[random.below(files.length)] ?? '').split('/').slice(0, depth).join('/');
        const part = issues.filter(({ file }) => file === path || file.startsWith(`${path}/`));
        expect({ path, issues: tell(checkContent(folder, { paths: [path], cache }).issues) }).toEqual({
          path,
          issues: tell(part),
        });
      }
    }
  }
  // The walk comes by the rules that need more than their own folder.
  for (const code of ['CW501', 'CW505', 'CW506', 'CW507', 'CW508', 'CW106']) expect(found).toContain(code);
});
