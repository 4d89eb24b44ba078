import { z } from 'zod';
import { day, line, percentage, prose } from './text.ts';

const quarterDates = z.strictObject({
  /** Last day on which the report counts as on time. */
  due: day,
  /** Last day on which a figure may change without a correction entry. */
  closed: day,
});

/** `content/calendar/<year>.yaml`: the rules of one fiscal year. The file name is the year. */
export const calendarSchema = z.strictObject({
  /** The four quarters in order. */
  quarters: z.tuple([quarterDates, quarterDates, quarterDates, quarterDates]),
  /** Share of the quarter's plan, in percent, from which a status is given. */
  thresholds: z.strictObject({
    /** On track from this share of the quarter's plan. */
    onTrack: percentage,
    /** Behind from this share; missed below it. */
    behind: percentage,
  }),
  /** Version of the scoring rules in force, shown with every score. */
  ruleSet: z.literal(1),
  /** Whether the dates come from a document or are this repository's own assumption. */
  basis: z.enum(['stated', 'assumed']),
  /** Where the dates come from, in words. */
  note: prose.optional(),
  /** Names of the evaluation groups of this year, for lists. */
  dimensions: z.array(line).optional(),
});

export type Calendar = z.infer<typeof calendarSchema>;
