import { buildDataset } from '#domain/dataset.ts';
import type { AgencyEntry, CalendarEntry, Entry, PlanEntry, Sections, SiteEntry } from '#domain/entry.ts';
import { getQuarterSpan, type QUARTERS } from '#domain/fiscal-year.ts';
import { packPlaces } from '#domain/places.ts';
import { type Agency, agencySchema } from '#domain/schemas/agency.ts';
import { planSchema } from '#domain/schemas/plan.ts';
import { type Site, siteSchema } from '#domain/schemas/site.ts';
import { type ScoredItem, type ScoredSite, scoreSite } from '#domain/scored-site.ts';
import { buildSection } from '#domain/section-text.ts';
import { getContext, type ViewContext } from '#views/context.ts';
import { buildCalendar, buildIndicatorYear, type IndicatorYearParts } from './build-indicator.ts';

/** An indicator with the sections of its text, as HTML. */
export type ItemParts = IndicatorYearParts & { sections?: Partial<Record<keyof Sections, string>> };

export interface SiteParts {
  /** By year/agency/indicator. */
  items?: Record<string, ItemParts>;
  /** By slug; those that items name and that are absent here are made up. */
  agencies?: Record<string, Partial<Agency>>;
  settings?: Partial<Site>;
  /** YYYY-MM-DD; by default long after every year in use has closed. */
  today?: string;
}

/** Views are read in both languages, the Thai one without a prefix in addresses. */
export const thai: ViewContext = getContext('th', 'th', '/');
export const english: ViewContext = getContext('en', 'th', '/');

/** The invented city of Than Thong with the indicators given, scored for a day. */
export function buildSite({ items = {}, agencies = {}, settings, today = '2030-01-01' }: SiteParts = {}): ScoredSite {
  const paths = Object.keys(items).map((path) => path.split('/') as [string, string, string]);
  const years = new Set(paths.map(([year]) => Number(year)));
  const slugs = new Set([...paths.map(([, agency]) => agency), ...Object.keys(agencies)]);
  const entries: Entry[] = [
    buildSiteEntry(settings),
    buildPlanEntry(),
    ...[...years].map(buildCalendarEntry),
    ...[...slugs].map((slug, index) => buildAgencyEntry(slug, index, agencies[slug])),
    ...Object.entries(items).flatMap(([path, parts]) => buildEntries(path, parts)),
  ];
  return scoreSite(buildDataset(entries, []), today);
}

/** One indicator of the year 2567 on a site of its own. */
export function buildItem(parts: ItemParts = {}, today?: string): { site: ScoredSite; item: ScoredItem; path: string } {
  const path = '2567/finance/roads';
  const site = buildSite({ items: { [path]: parts }, ...(today === undefined ? {} : { today }) });
  const item = site.items.get(path);
  if (item === undefined) throw new Error(`no item at ${path}`);
  return { site, item, path };
}

function buildEntries(path: string, { sections = {}, ...parts }: ItemParts): Entry[] {
  const [year, agency = '', slug = ''] = path.split('/');
  const made = buildIndicatorYear(parts);
  const text = Object.entries(sections).map(([key, html]) => [key, buildSection(html, html.replace(/<[^>]*>/g, ''))]);
  const indicator = { ...made.indicator, sections: Object.fromEntries(text) };
  const written = [indicator, ...Object.values(made.reports), ...(made.summary === undefined ? [] : [made.summary])];
  return written.map((entry) => {
    const file = `reports/${path}/${entry.file.split('/').at(-1)}`;
    return { ...entry, year: Number(year), agency, slug, file };
  });
}

function buildSiteEntry(changes: Partial<Site> = {}): SiteEntry {
  const data = siteSchema.parse({
    name: 'ชี้วัดธารทอง',
    nameEn: 'Than Thong Indicators',
    organisation: 'เทศบาลนครธารทอง',
    organisationEn: 'Than Thong City Municipality',
    summary: 'คำมั่นและผลงานของเทศบาลนครธารทอง',
    summaryEn: 'Promises and results of Than Thong',
    languages: ['th', 'en'],
    timeZone: 'Asia/Bangkok',
    agencyGroups: [
      { id: 'offices', name: 'สำนัก', nameEn: 'Offices' },
      { id: 'districts', name: 'สำนักงานเขต', nameEn: 'Districts' },
    ],
    ratioUnits: ['ร้อยละ', 'ระดับ', 'ค่าเฉลี่ย'],
    ...changes,
  });
  return { ...locate('site.yaml'), kind: 'site', data };
}

function buildAgencyEntry(slug: string, index: number, changes: Partial<Agency> = {}): AgencyEntry {
  const code = String(10_000_000 + index);
  const data = agencySchema.parse({ code, group: 'offices', names: [{ name: `สำนัก ${slug}` }], ...changes });
  return { ...locate(`agencies/${slug}.yaml`), kind: 'agency', slug, data };
}

/** Due two weeks after each quarter, closed a month later. */
function buildCalendarEntry(year: number): CalendarEntry {
  const after = (quarter: (typeof QUARTERS)[number], days: number) =>
    new Date(Date.parse(getQuarterSpan(year, quarter).until) + days * 86_400_000).toISOString().slice(0, 10);
  const [first, second, third, fourth] = [1, 2, 3, 4] as const;
  const dates = (quarter: (typeof QUARTERS)[number]) => ({ due: after(quarter, 15), closed: after(quarter, 46) });
  const data = buildCalendar({ quarters: [dates(first), dates(second), dates(third), dates(fourth)] });
  return { ...locate(`calendar/${year}.yaml`), kind: 'calendar', year, data };
}

function buildPlanEntry(): PlanEntry {
  const goals = [{ code: '1.1.1', name: 'ถนนในเขตเมืองใช้งานได้ดี' }, { code: '1.1.2' }];
  const subAreas = [{ code: '1.1', name: 'ถนนปลอดภัย', truncated: true, goals }];
  const data = planSchema.parse({
    name: 'แผนพัฒนานครธารทอง',
    years: { from: 2566, until: 2570 },
    areas: [
      { code: '1', name: 'เมืองเดินทางสะดวก', subAreas },
      { code: '11', name: 'ด้านอื่น' },
    ],
  });
  return { ...locate('plan/city-plan.yaml'), kind: 'plan', slug: 'city-plan', data };
}

function locate(file: string) {
  return { file, places: packPlaces({ '': [1, 1] }) };
}
