import type { Change, EntryChange, EntryPlace, FieldChange, Mark, StandingChange } from '../impact/impact.ts';

/** A commit of the published branch. Neither names nor messages: those may hold a person. */
export interface Commit {
  id: string;
  /** When it was committed, in UTC to the second: 2024-07-20T05:00:00Z. */
  time: string;
  /** The same as a day (YYYY-MM-DD) in the site's time zone. */
  day: string;
  /** Number of the pull or merge request, where the message names one. */
  request?: number;
}

/** What one commit did to one indicator's year. */
export interface Revision {
  /** Absent for what stands on disk and is not committed. */
  commit?: Commit;
  /** Set where a shallow clone ends: published in this commit or before it, nobody here knows. */
  isCutOff?: true;
  /** year/agency/indicator after the commit; of a removed one before it. */
  path: string;
  /** Where it stood before it moved. */
  from?: string;
  name: string;
  change: Change | 'moved' | 'restored';
  /** Files that came with it, of one that was added as a whole. */
  places: EntryPlace[];
  /** What changed in its files; empty for one that was added or removed as a whole. */
  entries: EntryChange[];
  /** Scores and statuses before and after, under the rules and on the day of the commit. */
  standings: StandingChange[];
  /** Files of it, by name, whose text this version of the rules cannot read: nothing is known of what they said. */
  unreadable: string[];
  /** Places whose text before cannot be read whole: before is what was last known of a field, absent where nothing was. */
  uncertain?: EntryPlace[];
  /** Of one that was removed or moved into another year. */
  marks: Mark[];
}

/** A change of a year's rules: due and closing dates, thresholds, rule set. */
export interface CalendarRevision {
  commit?: Commit;
  isCutOff?: true;
  year: number;
  change: Change;
  fields: FieldChange[];
  /** Set where this version of the rules cannot read the calendar: which fields changed is not known. */
  isUnreadable?: true;
}

/** Why there is no history to tell. */
export type LedgerGap = 'no-git' | 'no-repository' | 'not-trusted' | 'no-commit';

/** Every change of every published figure, oldest first. */
export type Ledger =
  | { state: 'unknown'; reason: LedgerGap }
  | {
      /** shallow: the clone holds only the newest commits. */
      state: 'whole' | 'shallow';
      head: Commit;
      /** Whether content on disk is other than in the newest commit. */
      isEdited: boolean;
      /** By path of an indicator's year that stands now. */
      items: ReadonlyMap<string, readonly Revision[]>;
      /** Of those that no longer stand, by the last path they had. */
      gone: ReadonlyMap<string, readonly Revision[]>;
      calendars: readonly CalendarRevision[];
    };

/** For sites that are made without looking at git. */
export const NO_LEDGER: Ledger = { state: 'unknown', reason: 'no-repository' };
