import { z } from 'zod';
import { correctionSchema } from './correction.ts';
import { scaleSchema } from './scale.ts';
import { line, prose, quarterNumber, slug, unknown, webAddress } from './text.ts';

/** The path of a series: agency/indicator. */
const seriesPath = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'CW314' });

/** Fields that may be marked as read by the editors rather than stated by the source. */
const inferable = z.enum(['direction', 'accumulation', 'scale', 'between', 'unit', 'target', 'weight', 'plan']);

/** Where the entry was taken from and what in it is our own reading. */
const sourceSchema = z.strictObject({
  document: line.optional(),
  url: webAddress.optional(),
  /** Whether the source prints the fiscal year or it was deduced. */
  year: z.enum(['stated', 'inferred']).optional(),
  /** What the year was deduced from. */
  yearBasis: line.optional(),
  /** `described` when the real name was not available and the name is a description. */
  name: z.enum(['stated', 'described']).optional(),
  /** Fields that the source does not state. */
  inferred: z.array(inferable).optional(),
  /** Set when the source holds no quarterly reports, so that it is not known whether they were handed in. */
  quarters: z.literal('not-in-source').optional(),
  /** What a reader should know about the source. */
  note: prose.optional(),
});

/** The source's own text, kept verbatim, spelling mistakes and all. */
const declaredSchema = z.strictObject({
  name: line.optional(),
  kind: line.optional(),
  target: line.optional(),
  result: line.optional(),
  unit: line.optional(),
  weight: line.optional(),
  /** The score the source claims, when it claims one. */
  score: line.optional(),
  plan: line.optional(),
});

/** Front matter of `reports/<year>/<agency>/<indicator>/indicator.mdx`: the promise. */
export const indicatorSchema = z.strictObject({
  name: line,
  nameEn: line.optional(),
  /** The agency's own number, a string, never zero-padded. */
  code: line.optional(),
  kind: z.enum(['strategic', 'routine', 'unknown']),
  /** Whether it measures what was produced or what it changed. */
  outcome: z.enum(['output', 'outcome', 'unknown']),
  /** True where the target was negotiated with the centre. */
  negotiated: z.boolean().optional(),
  /** Evaluation group, in the words of that year. */
  dimension: line.optional(),
  plan: z.strictObject({ id: slug, goal: line }).optional(),
  /** Points the indicator can earn. */
  weight: z.union([z.number().positive(), unknown]),
  unit: line,
  direction: z.enum(['higher', 'lower']),
  /** How quarterly figures make the year's. */
  accumulation: z.enum(['cumulative', 'per-quarter', 'latest', 'year-end', 'unknown']),
  /** The year's target, in the unit. */
  target: z.union([z.number(), unknown]),
  /** Where the work should be at the end of each quarter, in the unit; per-quarter: what each quarter alone should bring. */
  quarterTargets: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  scale: scaleSchema,
  /** Set when target and result cannot be compared as they stand: figures are shown, no score is made. */
  notScored: z.strictObject({ reason: z.enum(['unit-mismatch', 'disputed']), note: prose }).optional(),
  declared: declaredSchema.optional(),
  source: sourceSchema.optional(),
  /** The series it belongs to; agency/indicator of its own path when absent. */
  series: seriesPath.optional(),
  continues: seriesPath.optional(),
  splits: z.array(seriesPath).optional(),
  merges: z.array(seriesPath).optional(),
  /** Set when the same name measures something else from this year on. */
  redefined: prose.optional(),
  /** Unit and position that answer for it; never a person. */
  responsible: z.strictObject({ unit: line, position: line.optional() }).optional(),
  withdrawn: z.strictObject({ quarter: quarterNumber, reason: prose }).optional(),
  /** How figures are verified, where they come from, what limits them. */
  dataQuality: z
    .strictObject({ verified: prose.optional(), source: prose.optional(), limits: prose.optional() })
    .optional(),
  corrections: z.array(correctionSchema).optional(),
});

export type Indicator = z.infer<typeof indicatorSchema>;
