import { basename, dirname } from 'node:path/posix';
import type { RunGit } from './run-git.ts';

/** A file that a commit wrote. */
export interface WrittenFile {
  /** Path from the content folder, wherever that lay then. */
  file: string;
  /** The object that holds its bytes; absent where it is gone, or is a link or another repository now. */
  digest?: string;
}

/** A commit of the published branch with what it wrote in the content folder, all that a merge brought included. */
export interface HistoryCommit {
  id: string;
  /** When it was committed, in seconds since 1970. */
  seconds: number;
  /** Number of the pull or merge request that its message names. */
  request?: number;
  files: WrittenFile[];
}

/** A path that a commit touched, from the top of the repository. */
interface PathRecord {
  path: string;
  digest?: string;
  isAdded: boolean;
}

interface RawCommit extends Omit<HistoryCommit, 'files'> {
  records: PathRecord[];
}

/**
 * Commits that wrote in the content folder, oldest first, along first parents: what is published by a merge is in
 * the merge. Where the folder was moved inside the repository it is followed, by its site.yaml. `git` stands at the
 * top of the repository; only what came after `since` is told, where that is given. Throws where git fails.
 */
export function readHistory(git: RunGit, head: string, prefix: string, since?: string): HistoryCommit[] {
  const commits = readLog(git, head, prefix, since);
  for (let index = commits.length - 1; index >= 0; index--) {
    const commit = commits[index];
    const move = commit === undefined ? undefined : findMove(git, commit, prefix);
    if (commit === undefined || move === undefined) continue;
    const older = readHistory(git, `${commit.id}^1`, move.former, since);
    const moved = { ...commit, records: move.records };
    const newer = [moved, ...commits.slice(index + 1)].map((one) => locate(one, prefix));
    return [...older, ...leaveFormer(newer, move, prefix)];
  }
  return commits.map((commit) => locate(commit, prefix));
}

/** One commit without what it wrote. */
export function readCommit(git: RunGit, id: string): Omit<HistoryCommit, 'files'> {
  const { status, stdout, stderr } = git(['log', '-1', '-z', ...QUIET, id]);
  const [commit] = status === 0 ? parseLog(stdout.toString('utf8')) : [];
  if (commit === undefined) throw new Error(`git cannot show ${id}: ${stderr}`);
  const { records: _, ...rest } = commit;
  return rest;
}

/** Every commit of the published branch, newest first. */
export function listChain(git: RunGit, head: string): string[] {
  const { status, stdout, stderr } = git(['--no-replace-objects', 'rev-list', '--first-parent', head, '--']);
  if (status !== 0) throw new Error(`git cannot list the commits before ${head}: ${stderr}`);
  return stdout.toString('latin1').split('\n').filter(Boolean);
}

/** Whether a commit that is the last known here has one before it: there the clone ends. */
export function isCutOff(git: RunGit, id: string): boolean {
  // The object itself tells of its parents, whether they are here or not.
  const [header = ''] = git(['--no-replace-objects', 'cat-file', 'commit', id]).stdout.toString('latin1').split('\n\n');
  return /^parent /m.test(header);
}

/** The number of the pull or merge request in a message, as GitHub, GitLab, Forgejo and Bitbucket write it. */
export function findRequest(subject: string, body: string): number | undefined {
  const found =
    /^Merge pull request #(\d{1,9})\b/.exec(subject) ??
    /^Merge pull request .*\(#(\d{1,9})\) from /.exec(subject) ??
    /^Merged in .*\(pull request #(\d{1,9})\)$/.exec(subject) ??
    /^See merge request [^\s!]*!(\d{1,9})$/m.exec(body) ??
    /\(#(\d{1,9})\)$/.exec(subject);
  return found === null ? undefined : Number(found[1]);
}

/** What a user's settings would change of the answer is said outright. */
const QUIET = ['--no-color', '--no-show-signature', '--encoding=UTF-8', '--format=%H %ct%n%s%n%b'];
const RAW = ['--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff', '--ignore-submodules=none'];

function readLog(git: RunGit, head: string, prefix: string, since: string | undefined): RawCommit[] {
  const range = since === undefined ? [head] : [head, `^${since}`];
  const settings = ['--no-replace-objects', '--literal-pathspecs', '-c', 'log.follow=false', '-c', 'log.showRoot=true'];
  const walk = ['--first-parent', '--diff-merges=first-parent', ...RAW, ...QUIET, ...range];
  const { status, stdout, stderr } = git([...settings, 'log', ...walk, '--', prefix === '' ? '.' : prefix]);
  if (status !== 0) throw new Error(`git cannot tell the history of ${prefix}: ${stderr}`);
  return parseLog(stdout.toString('utf8')).reverse();
}

/** Parts that end with a NUL: what is told of a commit, then by turns what is told of a file and its path. */
function parseLog(text: string): RawCommit[] {
  const commits: RawCommit[] = [];
  const parts = text.split('\0');
  for (let index = 0; index < parts.length; index++) {
    // The first record of a commit begins a line.
    const part = (parts[index] ?? '').replace(/^\n/, '');
    if (part === '') continue;
    if (part.startsWith(':')) {
      index += 1;
      commits.at(-1)?.records.push(parseRecord(part, parts[index] ?? ''));
      continue;
    }
    const [line = '', subject = '', ...body] = part.split('\n');
    const [id = '', seconds = ''] = line.split(' ');
    const request = findRequest(subject, body.join('\n'));
    commits.push({ id, seconds: Number(seconds), ...(request === undefined ? {} : { request }), records: [] });
  }
  return commits;
}

/** ":100644 100644 from to M": modes and objects before and after, and what was done. */
function parseRecord(about: string, path: string): PathRecord {
  const [, mode = '', , digest = '', done = ''] = about.split(' ');
  const isFile = mode.startsWith('100');
  return { path, ...(isFile ? { digest } : {}), isAdded: done === 'A' };
}

/** The commit's files by their paths from the content folder. */
function locate({ records, ...commit }: RawCommit, prefix: string): HistoryCommit {
  const start = prefix === '' ? 0 : prefix.length + 1;
  const files = records.map(({ path, digest }) => ({
    file: path.slice(start),
    ...(digest === undefined ? {} : { digest }),
  }));
  return { ...commit, files };
}

interface ContentMove {
  /** Where the content folder lay before. */
  former: string;
  /** What the commit wrote below the new place. */
  records: PathRecord[];
  /** Files of the former place that are not in the new one, by their paths from there. */
  left: string[];
}

/** Where the content folder came from, if this commit moved it: its site.yaml came to be here, and another went. */
function findMove(git: RunGit, commit: RawCommit, prefix: string): ContentMove | undefined {
  const site = prefix === '' ? 'site.yaml' : `${prefix}/site.yaml`;
  const added = commit.records.find(({ path, isAdded }) => path === site && isAdded);
  if (added === undefined) return undefined;
  const { status, stdout } = git(['--no-replace-objects', 'diff-tree', '-r', ...RAW, `${commit.id}^1`, commit.id]);
  // The first commit of all has no parent.
  if (status !== 0) return undefined;
  const [all] = parseLog(`${commit.id} 0\0${stdout.toString('utf8')}`);
  const gone = (all?.records ?? []).filter(({ digest }) => digest === undefined);
  const sites = gone.filter(({ path }) => basename(path) === 'site.yaml');
  const [only, other] = sites;
  if (only === undefined || other !== undefined) return undefined;
  const former = dirname(only.path) === '.' ? '' : dirname(only.path);
  const start = former === '' ? 0 : former.length + 1;
  const left = gone.filter(({ path }) => path.startsWith(former === '' ? '' : `${former}/`));
  return { former, records: commit.records, left: left.map(({ path }) => path.slice(start)) };
}

/** Files that did not come along are gone with the move. */
function leaveFormer([moved, ...newer]: HistoryCommit[], { left }: ContentMove, prefix: string): HistoryCommit[] {
  if (moved === undefined) return newer;
  const written = new Set(moved.files.map(({ file }) => file));
  const within = left.filter((file) => !written.has(file) && (prefix === '' || !file.startsWith(`${prefix}/`)));
  return [{ ...moved, files: [...moved.files, ...within.map((file) => ({ file }))] }, ...newer];
}
