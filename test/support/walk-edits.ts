import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRandom } from '../../scripts/bench/random.ts';
import { type Edit, ITEM_EDITS } from './content-edits.ts';
import { SETTINGS_EDITS, SITE_EDITS } from './settings-edits.ts';

const EDITS: Record<string, Edit> = { ...ITEM_EDITS, ...SETTINGS_EDITS };

/** Of so many edits one takes back the one before, and one is of the site as a whole. */
const BACK = 8;
const OF_ALL = 40;

/** Names of all edits that a walk may make. */
export const EDIT_NAMES: readonly string[] = ['taken back', ...Object.keys(EDITS), ...Object.keys(SITE_EDITS)];

/** Makes edits one after the other, each by chance; `undo` takes the last one back. */
export function createWalk(content: string, backup: string, seed: number) {
  const random = createRandom(seed);
  return {
    /** Makes an edit and gives its name; taking back what stood there before now and then, as people do. */
    edit: (step: number): string => {
      if (existsSync(backup) && random.below(BACK) === 0) {
        const before = `${backup}.before`;
        renameSync(content, before);
        renameSync(backup, content);
        renameSync(before, backup);
        return 'taken back';
      }
      rmSync(backup, { recursive: true, force: true });
      cpSync(content, backup, { recursive: true });
      const from = random.below(OF_ALL) === 0 ? SITE_EDITS : EDITS;
      const names = Object.keys(from);
      for (;;) {
        const name = names[random.below(names.length)] ?? '';
        if (from[name]?.(content, random, step) === true) return name;
      }
    },
    undo: () => {
      rmSync(content, { recursive: true });
      cpSync(backup, content, { recursive: true });
    },
  };
}
