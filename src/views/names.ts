import { getNameOfYear } from '#domain/agency-name.ts';
import { BUDDHIST_ERA_OFFSET } from '#domain/fiscal-year.ts';
import type { Plan, PlanNode } from '#domain/schemas/plan.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';

/** The agency's name as it was in a year; English where the language is and a name is known. */
export function getAgencyName(
  site: ScoredSite,
  slug: string,
  year: number | undefined,
  { language }: Pick<ViewContext, 'language'>,
): string {
  const agency = site.dataset.agencies.get(slug)?.data;
  if (agency === undefined) return slug;
  if (language === 'en' && agency.nameEn !== undefined) return agency.nameEn;
  return getNameOfYear(agency, year);
}

/** Names are content and stay in Thai unless an English one was given. */
export function getItemName(
  item: ScoredItem,
  { language }: Pick<ViewContext, 'language'>,
): { text: string; language: 'th' | 'en' } {
  const { name, nameEn } = item.indicator.data;
  if (language === 'en' && nameEn !== undefined) return { text: nameEn, language: 'en' };
  return { text: name, language: 'th' };
}

/** A plan's name; English where the language is and one was given. */
export function getPlanName(
  { name, nameEn }: Plan,
  { language }: ViewContext,
): { text: string; language: 'th' | 'en' } {
  return language === 'en' && nameEn !== undefined ? { text: nameEn, language } : { text: name, language: 'th' };
}

/** The code and the wording of a plan's area; where no source gives the wording, that is said. */
export function getAreaName({ code, name, nameEn }: PlanNode, { language, t }: ViewContext) {
  const lead = `${t('plan.area')} ${code}`;
  if (language === 'en' && nameEn !== undefined) return { lead, text: nameEn, language };
  return name === undefined
    ? { lead, text: t('plan.no-text'), language }
    : { lead, text: name, language: 'th' as const };
}

const collator = new Intl.Collator('th');

/** Thai dictionary order: leading vowels sort after their consonant. */
export function compareThai(a: string, b: string): number {
  return collator.compare(a, b);
}

/** The fiscal year in words; in English with the two years of the common era it spans. */
export function getYearLabel(year: number, { t }: ViewContext): string {
  const ce = year - BUDDHIST_ERA_OFFSET;
  return t('year.label', { year, span: `${ce - 1}/${String(ce).slice(2)}` });
}

/** The bare year for lists; in English with the years of the common era beside it. */
export function getShortYear(year: number, { language }: ViewContext): string {
  const ce = year - BUDDHIST_ERA_OFFSET;
  return language === 'th' ? String(year) : `${year} (${ce - 1}/${String(ce).slice(2)})`;
}
