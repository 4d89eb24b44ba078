import { join } from 'node:path';
import { type LeftOut, withContent } from '#data/git-content.ts';
import { listDigests } from '#data/git-digests.ts';
import { findRange, type Range, type RangeProblem } from '#data/git-range.ts';
import { type Content, type ReadOptions, readContent } from '#data/read-content.ts';
import { createGit, findLine, type RunGit } from '#data/run-git.ts';
import { getToday } from '#data/today.ts';
import { compareSites } from '#domain/impact/compare-sites.ts';
import type { Impact } from '#domain/impact/impact.ts';
import { prepareSides, type ReadSide } from '#domain/impact/prepare-sides.ts';
import { type Issue, isError } from '#domain/issue.ts';
import { type ScoredSite, scoreSite } from '#domain/scored-site.ts';
import { ImpactError } from './impact-error.ts';
import type { ImpactOptions } from './options.ts';
import type { Say } from './words.ts';

/** Two states of the content held against each other, and how far that was possible. */
export interface Comparison {
  range: Range;
  impact: Impact;
  /** Both sides as they were compared, for names and addresses. */
  sites: { base: ScoredSite; head: ScoredSite };
  base: { isEmpty: boolean; errors: number; leftOut: LeftOut[] };
  head: { errors: Issue[]; leftOut: LeftOut[] };
  /** Indicators that cannot be read on one side. */
  setAside: string[];
}

/** A side as read, with what could not be taken from git. */
interface ReadRevision extends ReadSide {
  isEmpty: boolean;
  leftOut: LeftOut[];
  digests: ReadonlyMap<string, string>;
}

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'chiwat');

/** Reads both sides and compares them. The repository is the one that the content folder lies in. Throws ImpactError. */
export function compareRevisions(options: ImpactOptions, onProgress: ReadOptions['onProgress']): Comparison {
  const { say, content } = options;
  const range = findRange(createGit(content), options);
  if ('problem' in range) throw new ImpactError(explainProblem(range, content, say));
  const git = createGit(range.root);
  const reading: ReadOptions = {
    ...(options.isCached ? { cache: CACHE } : {}),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
  const base = readRevision(git, range.base.commit, range.prefix, reading);
  const isWorkingTree = range.head.revision === undefined;
  const head = isWorkingTree
    ? { ...readContent(content, reading), isEmpty: false, leftOut: [], digests: listDigests(git, range.prefix) }
    : readRevision(git, range.head.commit, range.prefix, reading);
  const sides = prepareSides(base, head);
  if (sides === undefined) throw new ImpactError(say('error.no-settings'));
  const today = findToday(git, range.head.commit, sides.head.site?.data.timeZone ?? 'UTC', options.today);
  const sites = { base: scoreSite(sides.base, today), head: scoreSite(sides.head, today) };
  return {
    range,
    impact: compareSites({ ...base, site: sites.base }, { ...head, site: sites.head }),
    sites,
    base: { isEmpty: base.isEmpty, errors: base.issues.filter(isError).length, leftOut: base.leftOut },
    head: { errors: head.issues.filter(isError), leftOut: head.leftOut },
    setAside: sides.setAside,
  };
}

function readRevision(git: RunGit, commit: string, prefix: string, reading: ReadOptions): ReadRevision {
  return withContent(git, commit, prefix, (extracted) => {
    const nothing = { entries: [], attachments: [], issues: [], leftOut: [], digests: new Map() };
    if (extracted === undefined) return { ...nothing, isEmpty: true };
    const { entries, attachments, issues }: Content = readContent(extracted.folder, reading);
    const digests = new Map(extracted.files.map(({ file, digest }) => [file, digest]));
    return { entries, attachments, issues, isEmpty: false, leftOut: extracted.leftOut, digests };
  });
}

function findToday(git: RunGit, commit: string, timeZone: string, setting: string | undefined): string {
  const commitTime = () => {
    const seconds = findLine(git, ['log', '-1', '--format=%ct', commit]);
    return seconds === undefined ? undefined : Number(seconds);
  };
  return getToday(timeZone, { setting, commitTime, now: () => new Date() }).day;
}

function explainProblem(problem: RangeProblem, content: string, say: Say): string {
  switch (problem.problem) {
    case 'unknown-revision':
    case 'unknown-in-shallow':
      return say(`error.${problem.problem}`, { revision: problem.revision });
    case 'shallow':
    case 'unrelated':
      return say(`error.${problem.problem}`, { revision: problem.revision, head: problem.head });
    default:
      return say(`error.${problem.problem}`, { content });
  }
}
