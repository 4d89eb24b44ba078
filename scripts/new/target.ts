import type { Dataset } from '#domain/dataset.ts';
import { BUDDHIST_ERA_OFFSET, QUARTERS } from '#domain/fiscal-year.ts';
import { findNearest } from '#domain/nearest.ts';
import { type QuarterNumber, slug as slugSchema } from '#domain/schemas/text.ts';
import { toArabicDigits } from '#domain/thai-text.ts';
import { Refusal } from './refusal.ts';
import type { Words } from './words.ts';

/** What is to be made, by its place. Parts that a kind does not have are 0 or empty. */
export interface Target {
  year: number;
  agency: string;
  slug: string;
  quarter: QuarterNumber | undefined;
}

/** A fiscal year as it was typed. Throws a Refusal that says what to type. */
export function parseYear(text: string, say: Words): number {
  if (/^2[4-9]\d\d$/.test(text)) return Number(text);
  const plain = toArabicDigits(text);
  const common = /^(19|20)\d\d$/.test(plain) ? String(Number(plain) + BUDDHIST_ERA_OFFSET) : '';
  const type = /^2[4-9]\d\d$/.test(plain) ? plain : common;
  throw new Refusal(say(type === '' ? 'refuse.year' : 'refuse.year-type', { seen: text, type }), 2);
}

/** A quarter as people write it: 1, q1, Q1, ไตรมาส 1, ไตรมาสที่ 1. */
export function findQuarter(text: string): QuarterNumber | undefined {
  const digit = /^(?:q|ไตรมาส\s*(?:ที่)?)?\s*([1-4])$/iu.exec(text.trim())?.[1];
  return QUARTERS.find((quarter) => String(quarter) === digit);
}

/** year/agency/indicator, perhaps with the folders above it. */
export function parsePath(text: string, say: Words): Pick<Target, 'year' | 'agency' | 'slug'> {
  const [year = '', agency = '', slug = '', ...rest] = text
    .replace(/^.*reports\//, '')
    .replace(/\/+$/, '')
    .split('/');
  if (agency === '' || slug === '' || rest.length > 0) throw new Refusal(say('refuse.path', { seen: text }), 2);
  for (const name of [agency, slug]) checkSlug(name, say);
  return { year: parseYear(year, say), agency, slug };
}

export function checkSlug(name: string, say: Words): void {
  if (!slugSchema.safeParse(name).success) throw new Refusal(say('refuse.slug', { seen: name }), 2);
}

/** Whether year and agency of a target are there; says which command makes what is not. */
export function requirePlace(dataset: Dataset, { year, agency }: Target, say: Words): void {
  if (!dataset.calendars.has(year)) throw new Refusal(say('refuse.no-year', { year }), 2);
  if (dataset.agencies.has(agency)) return;
  const nearest = findNearest(agency, [...dataset.agencies.keys()]);
  throw new Refusal(
    say(nearest === undefined ? 'refuse.no-agency' : 'refuse.no-agency-near', { agency, nearest: nearest ?? '' }),
    2,
  );
}
