import type {
  AgencyEntry,
  Attachment,
  CalendarEntry,
  Entry,
  IndicatorEntry,
  PlanEntry,
  ReportEntry,
  SiteEntry,
  YearEntry,
} from './entry.ts';
import type { QuarterNumber } from './schemas/text.ts';

/** One promise in one fiscal year with everything reported on it. */
export interface IndicatorYear {
  /** year/agency/indicator: its identity and its address. */
  path: string;
  year: number;
  agency: string;
  slug: string;
  /** agency/indicator of the series it belongs to. */
  series: string;
  indicator: IndicatorEntry;
  reports: Partial<Record<QuarterNumber, ReportEntry>>;
  summary?: YearEntry;
  attachments: Attachment[];
}

/** All of `content/`, linked. Maps are in path order. */
export interface Dataset {
  site: SiteEntry | undefined;
  calendars: Map<number, CalendarEntry>;
  plans: Map<string, PlanEntry>;
  agencies: Map<string, AgencyEntry>;
  indicatorYears: Map<string, IndicatorYear>;
  /** Reports and summaries in a folder without a readable indicator.mdx. */
  orphans: (ReportEntry | YearEntry)[];
  attachments: Attachment[];
}

/** Links entries by their paths. Says nothing about whether references hold: that is `checkDataset`. */
export function buildDataset(entries: readonly Entry[], attachments: readonly Attachment[]): Dataset {
  const dataset: Dataset = {
    site: undefined,
    calendars: new Map(),
    plans: new Map(),
    agencies: new Map(),
    indicatorYears: new Map(),
    orphans: [],
    attachments: [...attachments],
  };
  const written: (ReportEntry | YearEntry)[] = [];
  for (const entry of [...entries].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    if (entry.kind === 'site') dataset.site = entry;
    else if (entry.kind === 'calendar') dataset.calendars.set(entry.year, entry);
    else if (entry.kind === 'plan') dataset.plans.set(entry.slug, entry);
    else if (entry.kind === 'agency') dataset.agencies.set(entry.slug, entry);
    else if (entry.kind === 'indicator') addIndicator(dataset, entry);
    else written.push(entry);
  }
  for (const entry of written) addReport(dataset, entry);
  for (const attachment of dataset.attachments) {
    const folder = attachment.file.split('/').slice(1, -1).join('/');
    dataset.indicatorYears.get(folder)?.attachments.push(attachment);
  }
  return dataset;
}

/** The path of the indicator a report belongs to. */
export function getIndicatorPath(entry: { year: number; agency: string; slug: string }): string {
  return `${entry.year}/${entry.agency}/${entry.slug}`;
}

function addIndicator(dataset: Dataset, entry: IndicatorEntry): void {
  const path = getIndicatorPath(entry);
  dataset.indicatorYears.set(path, {
    path,
    year: entry.year,
    agency: entry.agency,
    slug: entry.slug,
    series: entry.data.series ?? `${entry.agency}/${entry.slug}`,
    indicator: entry,
    reports: {},
    attachments: [],
  });
}

function addReport(dataset: Dataset, entry: ReportEntry | YearEntry): void {
  const owner = dataset.indicatorYears.get(getIndicatorPath(entry));
  if (owner === undefined) dataset.orphans.push(entry);
  else if (entry.kind === 'year') owner.summary = entry;
  else owner.reports[entry.quarter] = entry;
}
