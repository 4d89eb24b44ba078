import { hasPictures } from '#data/picture-cache.ts';
import { getSite } from '#data/site.ts';
import { getAddress } from '#domain/public-address.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import type { Language } from '#strings/translate.ts';
import { getContext, type ViewContext } from '#views/context.ts';
import { type Crumb, type FrameView, getFrame } from '#views/page-view.ts';

/** What every page begins with. */
export interface Page {
  site: ScoredSite;
  context: ViewContext;
  frame: FrameView;
  canonical: string | undefined;
}

/** `lang` is the address's language prefix, absent for the main language; `path` the address behind it. */
export function getPage(lang: string | undefined, path: string): Page {
  const site = getSite();
  const [main = 'th'] = site.settings.languages;
  const language = site.settings.languages.find((known) => known === lang) ?? main;
  const base = import.meta.env.BASE_URL;
  const context = getContext(language, main, base, hasPictures());
  const canonical = getAddress(site.settings, `${context.links.home}${path}`);
  return { site, context, frame: getFrame(site, path, context, base), canonical };
}

/** What structured data is made with; `title` is the page's heading, `crumbs` the way to it from the front page. */
export function getDataPage(
  { context, canonical }: Pick<Page, 'context' | 'canonical'>,
  title: string,
  crumbs: Crumb[] = [],
) {
  return { ...context, canonical, title, crumbs };
}

/** The language prefixes of a site's addresses; undefined stands for the main language. */
export function getPrefixes(site: ScoredSite): (Language | undefined)[] {
  return site.settings.languages.map((language, index) => (index === 0 ? undefined : language));
}
