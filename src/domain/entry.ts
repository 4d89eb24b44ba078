import type { Places } from './places.ts';
import type { Agency } from './schemas/agency.ts';
import type { Calendar } from './schemas/calendar.ts';
import type { Indicator } from './schemas/indicator.ts';
import type { Plan } from './schemas/plan.ts';
import type { Report, YearSummary } from './schemas/report.ts';
import type { Site } from './schemas/site.ts';
import type { QuarterNumber } from './schemas/text.ts';

/** Known sections of an entry's text; `body` is what stands before any heading of the second rank. */
export type SectionKey = 'body' | 'definition' | 'method' | 'supporting' | 'obstacles';

/** A section as safe HTML; `findText` gives it as plain text, for checks and search. */
export interface Section {
  html: string;
  /** Its words, where they are not just those between the tags: a picture has some that belong to the page alone. */
  words?: string;
}

export type Sections = Partial<Record<SectionKey, Section>>;

/** Line and column (1-based) of a field's value, or of its key where the value is absent. */
export type Place = [line: number, column: number];

interface Located {
  /** Path from the content folder. */
  file: string;
  places: Places;
}

interface InIndicator {
  year: number;
  agency: string;
  slug: string;
}

interface Written {
  sections: Sections;
  /** Files beside the entry that its text refers to, with the place of the reference. */
  mentions: { name: string; place: Place }[];
}

export type SiteEntry = Located & { kind: 'site'; data: Site };
export type CalendarEntry = Located & { kind: 'calendar'; year: number; data: Calendar };
export type PlanEntry = Located & { kind: 'plan'; slug: string; data: Plan };
export type AgencyEntry = Located & { kind: 'agency'; slug: string; data: Agency };
export type IndicatorEntry = Located & Written & InIndicator & { kind: 'indicator'; data: Indicator };
export type ReportEntry = Located & Written & InIndicator & { kind: 'report'; quarter: QuarterNumber; data: Report };
export type YearEntry = Located & Written & InIndicator & { kind: 'year'; data: YearSummary };

/** One file of `content/`, read and valid in itself. */
export type Entry = SiteEntry | CalendarEntry | PlanEntry | AgencyEntry | IndicatorEntry | ReportEntry | YearEntry;

/** What a file beside an entry really is, by its first bytes. */
export type FileType = 'pdf' | 'png' | 'jpg' | 'webp' | 'other';

/** A file kept beside the entries of an indicator. */
export interface Attachment {
  /** Path from the content folder. */
  file: string;
  type: FileType;
  bytes: number;
}
