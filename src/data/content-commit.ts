import { findLine, type RunGit } from './run-git.ts';

/**
 * The newest commit of the repository that git stands in the content folder of, and whether that folder is other now:
 * a file changed, gone, or not committed. Undefined where there is no git, no repository or no commit.
 */
export function findContentCommit(git: RunGit): { id: string; isEdited: boolean } | undefined {
  const id = findLine(git, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (id === undefined) return undefined;
  const { status, stdout, stderr } = git(['status', '--porcelain', '-z', '--untracked-files=all', '--', '.']);
  if (status !== 0) throw new Error(`git cannot tell whether content was edited since ${id}: ${stderr}`);
  return { id, isEdited: stdout.length > 0 };
}
