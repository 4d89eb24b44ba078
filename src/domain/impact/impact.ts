import type { SectionKey } from '../entry.ts';
import type { EntryKind, Issue, IssueCode } from '../issue.ts';
import type { Correction } from '../schemas/correction.ts';
import type { Evidence } from '../schemas/evidence.ts';
import type { QuarterNumber } from '../schemas/text.ts';
import type { NotScoredReason } from '../scoring/score.ts';
import type { Status } from '../scoring/status.ts';

/** What a field holds; a list of plain values is one value. Absent is undefined and never 0. */
export type FieldValue = number | string | boolean | readonly (number | string | boolean)[];

/** What a reviewer should look at in a change. */
export type Mark =
  | 'after-year-began'
  /** In a quarter that is closed, and no new correction says so. */
  | 'closed-without-correction'
  | 'closed-with-correction'
  /** There is a correction, but its from or to is another value. */
  | 'closed-correction-differs';

/** A field by its dotted key, before and after; absent where it does not stand. */
export interface FieldChange {
  key: string;
  before?: FieldValue;
  after?: FieldValue;
  marks: Mark[];
}

export type Change = 'added' | 'removed' | 'changed';

/** Text of a section: how many characters; the text itself only where it is short. */
export interface Narrative {
  characters: number;
  text?: string;
}

export interface NarrativeChange {
  section: SectionKey;
  before?: Narrative;
  after?: Narrative;
}

/** Which file of an indicator's year. */
export type EntryPlace = 'indicator' | QuarterNumber | 'year';

export interface EntryChange {
  place: EntryPlace;
  change: Change;
  fields: FieldChange[];
  narratives: NarrativeChange[];
  evidence: { added: Evidence[]; removed: Evidence[] };
  corrections: { added: Correction[]; removed: Correction[] };
}

/** A standing in numbers, without how it came about. */
export interface StandingFigures {
  status: Status;
  /** The figure that was scored, else the one reported. */
  result?: number;
  isLate: boolean;
  score:
    | { state: 'scored'; percent: number; points?: number; weight?: number; level?: number }
    | { state: 'not-scored'; reason: NotScoredReason };
}

export interface StandingChange {
  of: QuarterNumber | 'year';
  before?: StandingFigures;
  after?: StandingFigures;
}

/** An indicator's year that is another one than before. */
export interface ItemChange {
  /** year/agency/indicator, as it is now; of a removed one as it was. */
  path: string;
  name: string;
  change: Change | 'moved';
  /** Where it stood before it moved. */
  from?: string;
  /** What changed in its files; empty for one that was added or removed as a whole. */
  entries: EntryChange[];
  standings: StandingChange[];
  /** Files beside the entries, by name; changed where their bytes are others. */
  files: { added: string[]; removed: string[]; changed: string[] };
  /** Of one that was removed, or moved into another year: figures of closed quarters went with it. */
  marks: Mark[];
}

/** A report that came after its due date, or that is overdue now and was not before. */
export interface Delay {
  path: string;
  quarter: QuarterNumber;
  /** undated: new after the due date, without a day on which it was handed in. */
  state: 'late' | 'undated' | 'overdue';
  due: string;
  submitted?: string;
  /** Days after the due date; of what is overdue, until today. */
  days?: number;
}

export interface TotalFigures {
  points: number;
  weight: number;
  percent?: number;
  /** How many indicators are in it, and how many are left out. */
  counted: number;
  leftOut: number;
}

export interface TotalChange {
  year: number;
  /** Absent for the total of all agencies. */
  agency?: string;
  before?: TotalFigures;
  after?: TotalFigures;
}

/** An entry that is no indicator's: site, calendar, plan, agency. */
export interface SettingChange {
  kind: Extract<EntryKind, 'site' | 'calendar' | 'plan' | 'agency'>;
  file: string;
  change: Change;
  fields: FieldChange[];
}

/** What new rules (calendar, units that do not add up) alone do to what was published. */
export interface RuleEffect {
  year: number;
  indicators: number;
  /** Quarters and years that stand or score otherwise. */
  standings: number;
  transitions: { before: Status; after: Status; count: number }[];
  /** Paths of the first few. */
  first: string[];
}

/** Warnings of one code in one file. */
export interface WarningCount {
  code: IssueCode;
  file: string;
  count: number;
  /** The first of them. */
  issue: Issue;
}

/** A page of the site; addresses are made from it. */
export type PageRef =
  | { page: 'indicator'; path: string }
  | { page: 'series'; series: string }
  | { page: 'agency'; year: number; agency: string }
  | { page: 'year'; year: number }
  | { page: 'area'; plan: string; area: string };

/** All that a change does to the published record, everything by path. */
export interface Impact {
  /** Statuses of both sides hold for this day. */
  today: string;
  items: ItemChange[];
  delays: Delay[];
  totals: TotalChange[];
  settings: SettingChange[];
  ruleEffects: RuleEffect[];
  warnings: { added: WarningCount[]; gone: WarningCount[] };
  pages: {
    /** Of what was edited. */
    edited: PageRef[];
    /** Whose figures change with it. */
    beyond: PageRef[];
    /** Addresses that lead nowhere afterwards. */
    gone: PageRef[];
    /** A change of the site's settings stands on every page. */
    isEvery: boolean;
  };
}
