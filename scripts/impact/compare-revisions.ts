import { join } from 'node:path';
import type { LeftOut } from '#data/git-content.ts';
import type { Range } from '#data/git-range.ts';
import type { ReadOptions } from '#data/read-content.ts';
import { findDayOf, openRange, readHead, readRevision } from '#data/read-revision.ts';
import { compareSites } from '#domain/impact/compare-sites.ts';
import type { Impact } from '#domain/impact/impact.ts';
import { prepareSides } from '#domain/impact/prepare-sides.ts';
import { type Issue, isError } from '#domain/issue.ts';
import { type ScoredSite, scoreSite } from '#domain/scored-site.ts';
import { explainRange } from '../range.ts';
import { ImpactError } from './impact-error.ts';
import type { ImpactOptions } from './options.ts';

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

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'chiwat');

/** Reads both sides and compares them. The repository is the one that the content folder lies in. Throws ImpactError. */
export function compareRevisions(options: ImpactOptions, onProgress: ReadOptions['onProgress']): Comparison {
  const { say, content, language } = options;
  const range = openRange(content, options);
  if ('problem' in range) throw new ImpactError(explainRange(range, content, 'impact', language));
  const reading: ReadOptions = {
    ...(options.isCached ? { cache: CACHE } : {}),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
  const base = readRevision(range.git, range.base.commit, range.prefix, reading);
  const head = readHead(range, content, reading);
  const sides = prepareSides(base, head);
  if (sides === undefined) throw new ImpactError(say('error.no-settings'));
  const today = findDayOf(range.git, range.head.commit, sides.head.site?.data.timeZone ?? 'UTC', options.today);
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
