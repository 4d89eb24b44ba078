import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A repository around content/ in a folder, which can be taken away and put back. */
export function createHistory(folder: string) {
  const repository = join(folder, '.git');
  const away = join(folder, 'git-away');
  // Of this repository and no other, also while it is away: around the folder there may be one.
  const git = (...args: string[]) => spawnSync('git', ['--git-dir', repository, '--work-tree', folder, ...args]);
  spawnSync('git', ['init', '-q', folder]);
  return {
    commit: (): void => {
      git('add', '-A', 'content');
      git('-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '-q', '-m', 'change (#7)');
    },
    /** Tells what it did. */
    toggle: (): string => {
      const isAway = existsSync(away);
      if (isAway) rmSync(repository);
      renameSync(isAway ? away : repository, isAway ? repository : away);
      // Without it git would look for one in the folders around.
      if (!isAway) writeFileSync(repository, 'gitdir: nowhere\n');
      return isAway ? 'history back' : 'history gone';
    },
  };
}
