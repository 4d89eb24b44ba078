import { getAgencyYears, type ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { compareThai, getAgencyName, getShortYear } from './names.ts';
import type { Crumb } from './page-view.ts';

/** Every agency with the years in which it has indicators. */
export interface AgenciesView {
  counts: string;
  description: string;
  groups: { title: string; agencies: AgencyLine[] }[];
}

interface AgencyLine {
  /** Where the line can be linked to. */
  id: string;
  name: string;
  code: string;
  formerNames: string[];
  years: Crumb[];
}

export function getAgenciesView(site: ScoredSite, context: ViewContext): AgenciesView {
  const { t, format, language } = context;
  const all = [...site.dataset.agencies.keys()];
  const groups = site.settings.agencyGroups.map((group) => {
    const slugs = all.filter((slug) => site.dataset.agencies.get(slug)?.data.group === group.id);
    const agencies = slugs.map((slug) => getLine(site, slug, context)).sort((a, b) => compareThai(a.name, b.name));
    return { title: language === 'th' ? group.name : group.nameEn, agencies };
  });
  return {
    counts: t('agencies.counts', { count: format.count(all.length) }),
    description: t('agencies.description', {
      count: format.count(all.length),
      organisation: language === 'th' ? site.settings.organisation : site.settings.organisationEn,
    }),
    groups: groups.filter(({ agencies }) => agencies.length > 0),
  };
}

function getLine(site: ScoredSite, slug: string, context: ViewContext): AgencyLine {
  const agency = site.dataset.agencies.get(slug)?.data;
  const name = getAgencyName(site, slug, undefined, context);
  return {
    id: slug,
    name,
    code: agency?.code ?? '',
    formerNames: (agency?.names ?? []).slice(0, -1).map((former) => former.name),
    years: getAgencyYears(site, slug).map((year) => ({
      label: getShortYear(year, context),
      href: context.links.agency(year, slug),
    })),
  };
}
