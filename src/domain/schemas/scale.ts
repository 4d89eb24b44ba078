import { z } from 'zod';
import { line, percentage } from './text.ts';

/** What counts between two steps of a scale: the last one fully reached, or a share of the way. No default. */
const between = z.enum(['step', 'linear']);

const level = z.strictObject({
  /** The level's number, 1 for the lowest. */
  level: z.int().min(1).max(10),
  /** Percent of completion that the level stands for. */
  percent: percentage,
  /** Points earned when the level is reached. */
  points: z.number().min(0),
  /** What must have been done, in the form's words. */
  criterion: line,
});

/** Levels with a percent, points and a criterion each. */
export const milestonesSchema = z.strictObject({
  kind: z.literal('milestones'),
  between,
  /** Which number the results are typed in: the percent (default) or the number of the level. */
  reads: z.enum(['percent', 'level']).optional(),
  levels: z.array(level).min(1).max(10),
});

/** Five numeric criteria c1…c5, strictly rising (higher is better) or falling (lower is better). */
export const bandsSchema = z.strictObject({
  kind: z.literal('bands'),
  between,
  /** c1…c5 in the indicator's unit. */
  edges: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]),
  /** The level given short of c1: 1 in the classic scale, 0 in some. */
  floor: z.union([z.literal(0), z.literal(1)]),
});

/** The share of the gap from baseline to target that was closed. */
export const proportionalSchema = z.strictObject({
  kind: z.literal('proportional'),
  /** Where the work began, in the indicator's unit; 0 when absent. */
  baseline: z.number().optional(),
});

export const scaleSchema = z.discriminatedUnion('kind', [milestonesSchema, bandsSchema, proportionalSchema]);

export type Milestones = z.infer<typeof milestonesSchema>;
export type Bands = z.infer<typeof bandsSchema>;
export type Proportional = z.infer<typeof proportionalSchema>;
export type Scale = z.infer<typeof scaleSchema>;
export type Reading = z.infer<typeof between>;
