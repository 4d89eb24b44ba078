import { z } from 'zod';
import { correctionSchema } from './correction.ts';
import { evidenceSchema } from './evidence.ts';
import { day, line, percentage, prose } from './text.ts';

/** What an independent reviewer said of the report itself (2.1 / 2.2), never of the achievement. 0/0 = not reviewed yet. */
export const reviewSchema = z.strictObject({
  completeness: percentage,
  timeliness: percentage,
  note: prose.optional(),
});

const reported = {
  /** The actual value in the indicator's unit; absent = no figure, 0 = zero. */
  result: z.number().optional(),
  /** The day the figure describes. */
  asOf: day.optional(),
  /** The day the report was handed in. */
  submitted: day.optional(),
  /** The level the agency claims to have reached. */
  level: z.int().min(0).max(10).optional(),
  review: reviewSchema.optional(),
  evidence: z.array(evidenceSchema).optional(),
  corrections: z.array(correctionSchema).optional(),
  /** The source's own text of the figure where it differs from the figure. */
  declared: line.optional(),
};

/** Front matter of `q1.mdx` … `q4.mdx`: one quarter's report. The body is its narrative. */
export const reportSchema = z.strictObject({
  ...reported,
  /** Why nothing was to be reported in this quarter. */
  notApplicable: prose.optional(),
});

/** Front matter of `year.mdx`: the year's own result where one is stated, and its evidence. */
export const yearSummarySchema = z.strictObject(reported);

export type Review = z.infer<typeof reviewSchema>;
export type Report = z.infer<typeof reportSchema>;
export type YearSummary = z.infer<typeof yearSummarySchema>;
