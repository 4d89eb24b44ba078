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
  /** Who publishes the site. */
  imprint: string;
  home: string;
  /** What is minor stands in the footer too, and only there on a phone. */
  nav: (Crumb & { isMinor?: true })[];
  /** All changes of the site, for those who follow it. */
  feed: Crumb;
  footer: { asOf: string; source?: Crumb; links: Crumb[] };
  /** The same page in the other languages. */
  languages: { language: Language; label: string; href: string; isCurrent: boolean }[];
  made: string;
  skip: string;
  navLabel: string;
  /** The box in the header; without JavaScript it leads to the lists of the search page. */
  search: { action: string; label: string; placeholder: string };
}

/** `path` is the page's address without language prefix, '' for home. */
export function getFrame(site: ScoredSite, path: string, context: ViewContext, base: string): FrameView {
  const { t, format, links, language } = context;
  const { settings } = site;
  const [main = 'th'] = settings.languages;
  const repository =
    settings.repository === undefined ? {} : { source: { label: t('footer.source'), href: settings.repository } };
  return {
    language,
    siteName: language === 'th' ? settings.name : settings.nameEn,
    imprint: getImprint(site, language),
    home: links.home,
    nav: [
      { label: t('nav.newest'), href: `${links.home}#years` },
      { label: t('nav.agencies'), href: links.agencies },
      { label: t('nav.plan'), href: links.plan() },
      { label: t('nav.changes'), href: links.changes() },
      { label: t('nav.method'), href: links.method, isMinor: true },
      { label: t('nav.about'), href: links.about, isMinor: true },
    ],
    feed: { label: t('changes.feed-all'), href: links.feed() },
    footer: {
      asOf: t('footer.as-of', { day: format.day(site.today) }),
      ...repository,
      links: [
        { label: t('nav.method'), href: links.method },
        { label: t('nav.about'), href: links.about },
        { label: t('nav.reporting'), href: links.reporting() },
        { label: t('nav.changes'), href: links.changes() },
        { label: t('nav.data'), href: links.openData },
        { label: t('staff.footer'), href: links.staff() },
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
    search: { action: links.search, label: t('search.label'), placeholder: t('search.placeholder') },
  };
}

/** What the figures cannot tell, and where that is explained. */
export interface ScopeView {
  text: string;
  more: string;
  href: string;
}

export function getScope(site: ScoredSite, { language, t, links }: ViewContext): ScopeView | undefined {
  const text = language === 'th' ? site.settings.scope : site.settings.scopeEn;
  return text === undefined ? undefined : { text, more: t('scope.more'), href: links.about };
}

function getImprint({ settings }: ScoredSite, language: Language): string {
  return language === 'th'
    ? (settings.imprint ?? settings.organisation)
    : (settings.imprintEn ?? settings.organisationEn);
}
