import type { ScoredSite } from '#domain/scored-site.ts';
import type { Language } from '#strings/translate.ts';
import type { ViewContext } from './context.ts';
import { getContext } from './context.ts';

export interface Crumb {
  label: string;
  href: string;
}

/** What stands around every page. */
export interface FrameView {
  language: Language;
  siteName: string;
  organisation: string;
  home: string;
  nav: Crumb[];
  footer: { asOf: string; source?: Crumb; links: Crumb[] };
  /** The same page in the other languages. */
  languages: { language: Language; label: string; href: string; isCurrent: boolean }[];
  made: string;
  skip: string;
  navLabel: string;
}

/** `path` is the page's address without language prefix, '' for home. */
export function getFrame(site: ScoredSite, path: string, context: ViewContext, base: string): FrameView {
  const { t, format, links, language } = context;
  const { settings } = site;
  const [main = 'th'] = settings.languages;
  const newest = site.years[0];
  const years = newest === undefined ? [] : [{ label: t('nav.newest', { year: newest }), href: links.year(newest) }];
  const repository =
    settings.repository === undefined ? {} : { source: { label: t('footer.source'), href: settings.repository } };
  return {
    language,
    siteName: language === 'th' ? settings.name : settings.nameEn,
    organisation: language === 'th' ? settings.organisation : settings.organisationEn,
    home: links.home,
    nav: [
      ...years,
      { label: t('nav.agencies'), href: links.agencies },
      { label: t('nav.method'), href: links.method },
      { label: t('nav.about'), href: links.about },
    ],
    footer: {
      asOf: t('footer.as-of', { day: format.day(site.today) }),
      ...repository,
      links: [
        { label: t('nav.method'), href: links.method },
        { label: t('nav.about'), href: links.about },
      ],
    },
    languages: settings.languages.map((other) => ({
      language: other,
      label: t(`language.${other}`),
      href: `${getContext(other, main, base).links.home}${path}`,
      isCurrent: other === language,
    })),
    made: t('footer.made'),
    skip: t('nav.skip'),
    navLabel: t('nav.label'),
  };
}
