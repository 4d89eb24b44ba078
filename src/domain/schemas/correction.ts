import { z } from 'zod';
import { day, line, prose } from './text.ts';

const shown = z.union([z.number(), z.string(), z.literal('absent')]);

/** A change to a published figure after its quarter closed. */
export const correctionSchema = z.strictObject({
  date: day,
  /** The field that changed, by its key in this file. */
  field: line,
  from: shown,
  to: shown,
  reason: prose,
  /** The position that approved it; never a person's name. */
  approvedBy: line,
});

export type Correction = z.infer<typeof correctionSchema>;
