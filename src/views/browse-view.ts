import { getAgencyYears, getYearItems, type ScoredSite } from '#domain/scored-site.ts';
import { getLetterGroups, getPlanGroups } from './browse-groups.ts';
import type { ViewContext } from './context.ts';
import { CONSONANTS, LATIN, LATIN_LABEL, type LetterId, OTHER } from './first-letter.ts';
import { compareThai, getAgencyName, getAreaName, getPlanName, getYearLabel } from './names.ts';

/** The lists by which an indicator is found without a search: by year, agency, plan and letter. */
export interface BrowseView {
  years: CountedLink[];
  groups: { title: string; agencies: CountedLink[] }[];
  /** How many agencies have no indicators, and where they are listed. */
  withoutIndicators: { text: string; href: string } | undefined;
  plans: { name: string; language: 'th' | 'en'; href: string; areas: CountedLink[] }[];
  withoutPlan: CountedLink | undefined;
  letters: LetterLink[];
}

/** A way to indicators, with how many there are; `language` where the label is content. */
export interface CountedLink {
  /** What the label is: the code of a plan's area. */
  lead?: string;
  label: string;
  language?: 'th' | 'en';
  href: string;
  count: string;
}

/** Without `href` where no name begins with the letter. */
export type LetterLink = Pick<CountedLink, 'label' | 'language' | 'count'> & { href?: string };

export function getBrowseView(site: ScoredSite, context: ViewContext): BrowseView {
  const { t, format, links } = context;
  const without = [...site.dataset.agencies.keys()].filter((slug) => getAgencyCount(site, slug) === 0).length;
  const withoutPlan = getPlanGroups(site).get(undefined) ?? [];
  return {
    years: site.years.map((year) => ({
      label: getYearLabel(year, context),
      href: links.year(year),
      count: format.count(getYearItems(site, year).length),
    })),
    groups: getAgencyGroups(site, context),
    withoutIndicators:
      without === 0
        ? undefined
        : { text: t('browse.agencies-without', { count: format.count(without) }), href: links.agencies },
    plans: getPlans(site, context),
    withoutPlan:
      withoutPlan.length === 0
        ? undefined
        : { label: t('browse.plan-none'), href: links.planArea(), count: format.count(withoutPlan.length) },
    letters: getLetters(site, context),
  };
}

/** Agencies that have indicators; each leads to the newest year in which it has. */
function getAgencyGroups(site: ScoredSite, context: ViewContext): BrowseView['groups'] {
  const groups = site.settings.agencyGroups.map((group) => {
    const agencies = [...site.dataset.agencies].flatMap(([slug, { data }]) => {
      const [newest] = getAgencyYears(site, slug);
      if (data.group !== group.id || newest === undefined) return [];
      const label = getAgencyName(site, slug, undefined, context);
      const count = context.format.count(getAgencyCount(site, slug));
      return [{ label, href: context.links.agency(newest, slug), count }];
    });
    const title = context.language === 'th' ? group.name : group.nameEn;
    return { title, agencies: agencies.sort((a, b) => compareThai(a.label, b.label)) };
  });
  return groups.filter(({ agencies }) => agencies.length > 0);
}

/** Indicators of all years, each year by itself. */
function getAgencyCount(site: ScoredSite, slug: string): number {
  return site.years.reduce((sum, year) => sum + (site.byYear.get(year)?.get(slug)?.length ?? 0), 0);
}

function getPlans(site: ScoredSite, context: ViewContext): BrowseView['plans'] {
  const groups = getPlanGroups(site);
  const plans = [...site.dataset.plans].map(([slug, { data }]) => {
    const areas = data.areas.flatMap((area) => {
      const items = groups.get(`${slug}/${area.code}`);
      if (items === undefined) return [];
      const { lead, text, language } = getAreaName(area, context);
      const href = context.links.planArea(slug, area.code);
      return [{ lead, label: text, language, href, count: context.format.count(items.length) }];
    });
    const name = getPlanName(data, context);
    return { name: name.text, language: name.language, href: context.links.plan(slug), areas };
  });
  return plans.filter(({ areas }) => areas.length > 0);
}

/** Every consonant; Latin and other letters only where a name begins with one. */
function getLetters(site: ScoredSite, context: ViewContext): LetterLink[] {
  const { t, format, links } = context;
  const groups = getLetterGroups(site);
  const link = (id: LetterId) => {
    const count = groups.get(id)?.length ?? 0;
    return { count: format.count(count), ...(count === 0 ? {} : { href: links.letter(id) }) };
  };
  const consonants = CONSONANTS.map(({ id, letter }) => ({ label: letter, language: 'th' as const, ...link(id) }));
  const others = [
    { label: LATIN_LABEL, ...link(LATIN) },
    { label: t('browse.other'), ...link(OTHER) },
  ];
  return [...consonants, ...others.filter(({ href }) => href !== undefined)];
}
