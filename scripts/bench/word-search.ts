import type { BrowserName } from './browsers.ts';
import type { ContentSize } from './generate-content.ts';
import type { Usage } from './measure.ts';
import type { IndexMeasures, IndexUsage } from './measure-index.ts';
import type { BrowserMeasures, Spread } from './query-site.ts';
import type { Verdict } from './search-measures.ts';

export interface SearchMeasures {
  size: ContentSize;
  /** The whole site with its search. */
  build: Usage;
  browsers: BrowserMeasures[];
  /** Browsers that are not installed. */
  absent: BrowserName[];
  index?: IndexMeasures;
}

/** All figures as a table that a person can read. */
export function wordSearch({ size, build, browsers, absent, index }: SearchMeasures): string {
  return [
    `${size.indicators} pages over ${size.years} years, seed ${size.seed}; the site was built in ${build.wallSeconds.toFixed(0)} s`,
    ...browsers.flatMap(wordBrowser),
    ...absent.map((name) => `\n${name}: not installed`),
    ...wordUnlike(browsers),
    ...(index === undefined ? [] : wordIndex(index)),
  ].join('\n');
}

const LABEL = 26;
const row = (label: string, text: string) => `  ${label.padEnd(LABEL)} ${text}`;
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;

function wordBrowser({ quality, misspelt, ...measures }: BrowserMeasures): string[] {
  const { typed, first, firstPlain, second, secondPlain, early, unlike, warm, complaints, different } = measures;
  return [
    `\n${measures.browser} ${measures.version}, ${quality.queries} queries that pages answer`,
    row('recall, P@10', `${quality.recall.toFixed(4)}, ${quality.precision.toFixed(4)}`),
    row('without a result', `${(quality.zero * 100).toFixed(1)} %`),
    row(
      'number of pages',
      `right for ${(quality.exact * 100).toFixed(1)} %, × ${quality.ratio.toFixed(3)} in the mean`,
    ),
    row('first query', `${wordBytes(first, firstPlain)}, most: ${measures.heaviest}`),
    row('second query', wordBytes(second, secondPlain)),
    row('warm', `${warm.median.toFixed(1)} ms median, ${warm.p95.toFixed(1)} p95, ${warm.greatest.toFixed(1)} at most`),
    row('loaded before the focus', early.length === 0 ? 'nothing' : `for ${early.length} of ${typed} queries`),
    row('typed unlike by address', unlike.length === 0 ? 'none' : unlike.join(' · ')),
    row(
      'misspelt, helped',
      `${misspelt.helped} of ${misspelt.queries}${misspelt.helpless.length === 0 ? '' : `; not: ${misspelt.helpless.join(' · ')}`}`,
    ),
    ...complaints.map((text) => row('the page complained', text)),
    ...different.map(wordDifference),
  ];
}

function wordBytes({ median, p95, greatest }: Spread, plain: Spread): string {
  const all = `${kilobytes(median)} median, ${kilobytes(p95)} p95, ${kilobytes(greatest)} at most`;
  return `${all} (without gzip ${kilobytes(plain.median)}, ${kilobytes(plain.greatest)})`;
}

function wordDifference({ q, right, total, recall, precision, missing, wrong }: Verdict): string {
  return [
    `  ≠ ${q}: ${total ?? 'no number'} for ${right}`,
    ...(recall < 1 ? [`recall ${recall.toFixed(3)}`] : []),
    ...(precision !== undefined && precision < 1 ? [`P@10 ${precision.toFixed(2)}`] : []),
    ...(missing.length > 0 ? [`missing ${missing.join(' ')}`] : []),
    ...(wrong.length > 0 ? [`wrong ${wrong.join(' ')}`] : []),
  ].join('; ');
}

/** Queries to which two browsers gave other results, or the same in another order. */
function wordUnlike([one, ...others]: readonly BrowserMeasures[]): string[] {
  return others.map((other) => {
    const queries = Object.keys(one?.shown ?? {});
    const unlike = queries.filter((q) => one?.shown[q]?.join() !== other.shown[q]?.join());
    const which = unlike.length === 0 ? '' : `: ${unlike.join(' · ')}`;
    return `\n${one?.browser} and ${other.browser} show the same for ${queries.length - unlike.length} of ${queries.length}${which}`;
  });
}

function wordIndex({ cold, files, megabytes, changed, changedPlaces }: IndexMeasures): string[] {
  return [
    `\nmaking the search of ${cold.pages} pages`,
    row('all anew', wordMaking(cold)),
    row('its folder', `${files} files, ${megabytes.toFixed(1)} MB`),
    row('after a change in one', wordMaking(changed)),
    row('where files changed', changedPlaces.join(', ')),
  ];
}

function wordMaking({ built, ownSeconds, engineSeconds, millisecondsAPage, ...usage }: IndexUsage): string {
  const peak = usage.peakMegabytes === undefined ? '' : `, ${usage.peakMegabytes.toFixed(0)} MB peak of both`;
  const total = `${(ownSeconds + engineSeconds).toFixed(1)} CPU s (own ${ownSeconds.toFixed(1)}, engine ${engineSeconds.toFixed(1)})`;
  return `${built} indexes, ${total}, ${millisecondsAPage.toFixed(1)} ms a page, ${usage.wallSeconds.toFixed(1)} s wall${peak}`;
}
