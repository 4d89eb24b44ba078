import words from './city-words.json' with { type: 'json' };
import { createRandom, type Random } from './random.ts';

export type Topic = (typeof words.topics)[number];

/** What a series measures, and how: one of each kind that the schema knows of. */
export type Measure =
  | 'share'
  | 'steps'
  | 'count'
  | 'fewer'
  | 'levels'
  | 'each'
  | 'mean'
  | 'none'
  | 'days'
  | 'mixed'
  | 'unsplit';

/** Shares and counts are the most frequent. */
const MEASURES: readonly Measure[] = [
  'share',
  'steps',
  'count',
  'fewer',
  'share',
  'levels',
  'each',
  'mean',
  'count',
  'none',
  'days',
  'mixed',
  'unsplit',
];

/** A promise that goes on through the years, in one agency. */
export interface CitySeries {
  at: number;
  agency: string;
  topic: Topic;
  measure: Measure;
  /** Of the year it has its present slug from; it stood under another one before. */
  renamedIn?: number;
  slug: string;
}

/** The series of an agency that is so many-th of all; `first` is the first year that has content. */
export function getSeries(at: number, agencies: readonly string[], newest: number, years: number): CitySeries {
  const turn = Math.floor(at / agencies.length);
  const topic = words.topics[(at * 3 + turn * 7) % words.topics.length] ?? words.topics[0];
  const measure = MEASURES[(at + turn) % MEASURES.length];
  const agency = agencies[at % agencies.length];
  if (topic === undefined || measure === undefined || agency === undefined) throw new Error('there are no words');
  const isRenamed = years > 2 && at % 9 === 4;
  return {
    at,
    agency,
    topic,
    measure,
    slug: `${topic.slug}-${at}`,
    ...(isRenamed ? { renamedIn: newest - Math.floor(years / 2) + 1 } : {}),
  };
}

/** The folder's name in a year. */
export function getSlug({ slug, renamedIn }: CitySeries, year: number): string {
  return renamedIn !== undefined && year < renamedIn ? `${slug}-project` : slug;
}

/** Random numbers of one series in one year: the same whatever else is generated. */
export function createSeriesRandom(seed: number, at: number, year: number): Random {
  const random = createRandom(
    Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b) ^ Math.imul(year, 0xc2b2ae35),
  );
  random.next();
  return random;
}
