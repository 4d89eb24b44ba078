import { z } from 'zod';
import { fiscalYear, line, prose } from './text.ts';

/** The code of a node: digits with dots, one more part on each step down ("7", "7.4", "7.4.1"). */
const code = z.string().regex(/^\d{1,2}(\.\d{1,2}){0,2}$/, { error: 'CW312' });

const node = {
  code,
  /** Absent where no source gives the wording. */
  name: line.optional(),
  nameEn: line.optional(),
  /** True where every known copy breaks off; the text is kept as it is. */
  truncated: z.boolean().optional(),
  /** How well the wording is known: from a published plan, or customary wording without a document. */
  basis: z.enum(['stated', 'customary']).optional(),
};

const goal = z.strictObject(node);
const subArea = z.strictObject({ ...node, goals: z.array(goal).optional() });
const area = z.strictObject({ ...node, subAreas: z.array(subArea).optional() });

/** `content/plan/<plan>.yaml`: a strategy tree of area, sub-area and goal. A code means something only together with its plan. */
export const planSchema = z.strictObject({
  name: line,
  nameEn: line.optional(),
  /** First and last fiscal year of the plan. */
  years: z.strictObject({ from: fiscalYear, until: fiscalYear }),
  note: prose.optional(),
  areas: z.array(area),
});

export type Plan = z.infer<typeof planSchema>;
export type PlanNode = z.infer<typeof goal>;
