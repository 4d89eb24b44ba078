import { getNameOfYear } from '#domain/agency-name.ts';
import type { Impact } from '#domain/impact/impact.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import type { Language } from '#strings/translate.ts';
import { quote, quotePath } from './escape-markdown.ts';

/** How indicators and agencies are called in the report. */
export interface ItemNames {
  /** Name and path of an indicator; in one table the name stands once. */
  start: () => (path: string) => string;
  /** The path alone. */
  path: (path: string) => string;
  agency: (slug: string, year: number) => string;
}

/** Names from both sides; a path leads to the page that is published already, at the address the base states. */
export function createItemNames(
  impact: Impact,
  { base, head }: { base: ScoredSite; head: ScoredSite },
  language: Language,
): ItemNames {
  const changed = new Map(impact.items.map(({ path, name }) => [path, name]));
  const findName = (path: string) =>
    changed.get(path) ?? (head.items.get(path) ?? base.items.get(path))?.indicator.data.name;
  const path = (at: string) => (base.items.has(at) ? link(at, base.settings.address) : quotePath(at));
  return {
    path,
    start: () => {
      const named = new Set<string>();
      return (at) => {
        const name = named.has(at) ? undefined : findName(at);
        named.add(at);
        return name === undefined ? path(at) : `${quote(name)}<br>${path(at)}`;
      };
    },
    agency: (slug, year) => {
      const agency = (head.dataset.agencies.get(slug) ?? base.dataset.agencies.get(slug))?.data;
      if (agency === undefined) return quotePath(slug);
      const english = language === 'en' ? agency.nameEn : undefined;
      return quote(english ?? getNameOfYear(agency, year));
    },
  };
}

function link(path: string, address: string | undefined): string {
  if (address === undefined) return quotePath(path);
  const target = new URL(`${path}/`, address.endsWith('/') ? address : `${address}/`).href;
  return `[${quotePath(path)}](${target.replace(/[()<>|\\`*_]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
}
