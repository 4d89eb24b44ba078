import type { Dataset } from '#domain/dataset.ts';
import { findNearest } from '#domain/nearest.ts';
import { toArabicDigits } from '#domain/thai-text.ts';
import { UsageError } from '../call.ts';
import type { Words } from './words.ts';

/** The fiscal year that was typed; it must have a calendar. Throws UsageError. */
export function getYear(typed: string, dataset: Dataset, words: Words): number {
  const meant = findMeantYear(typed);
  if (!/^2[4-9]\d\d$/.test(typed)) {
    throw new UsageError(
      meant === undefined ? words('usage.year', { seen: typed }) : words('usage.year-meant', { seen: typed, meant }),
    );
  }
  const year = Number(typed);
  if (!dataset.calendars.has(year)) throw new UsageError(words('usage.calendar', { year }));
  return year;
}

/** The agency that was typed; it must be in the content. Throws UsageError. */
export function getAgency(typed: string, dataset: Dataset, words: Words): string {
  if (dataset.agencies.has(typed)) return typed;
  const named = [...dataset.agencies].find(([, { data }]) =>
    [...data.names.map(({ name }) => name), ...(data.abbreviations ?? []), ...(data.aliases ?? []), data.code].includes(
      typed.trim(),
    ),
  )?.[0];
  const nearest = named ?? findNearest(typed, [...dataset.agencies.keys()]);
  throw new UsageError(
    nearest === undefined
      ? words('usage.agency', { seen: typed })
      : words('usage.agency-nearest', { seen: typed, nearest }),
  );
}

/** 64, ๒๕๖๔ and 2021 mean 2564. */
function findMeantYear(typed: string): number | undefined {
  const plain = toArabicDigits(typed.trim());
  if (/^\d\d$/.test(plain)) return 2500 + Number(plain);
  if (/^(?:19|20)\d\d$/.test(plain)) return Number(plain) + 543;
  return /^2[4-9]\d\d$/.test(plain) ? Number(plain) : undefined;
}
