import { z } from 'zod';
import { calendarSchema } from '#domain/schemas/calendar.ts';
import { indicatorSchema } from '#domain/schemas/indicator.ts';
import { reportSchema, yearSummarySchema } from '#domain/schemas/report.ts';
import { day, fiscalYear, line, slug } from '#domain/schemas/text.ts';
import { RECEIPT_VERSION } from '#exports/receipt.ts';

/** Text of a section; empty where it holds only a picture. */
const text = z.string().optional();

/** A quarter: its report is an input, the rest is worked out again. */
const quarter = z.looseObject({ report: reportSchema.extend({ narrative: text }).optional() });

/** year/agency/indicator. */
const itemPath = z.string().regex(/^\d{4}\/[a-z0-9-]+\/[a-z0-9-]+$/);

/** What a receipt is worked out again from. Results are not looked at here: they are compared. */
export const receiptSchema = z.looseObject({
  version: z.literal(RECEIPT_VERSION),
  path: itemPath,
  year: fiscalYear,
  asOf: day,
  rules: z.strictObject({ ruleSet: z.number(), ratioUnits: z.array(line), calendar: calendarSchema }),
  agency: z.strictObject({ id: slug, code: line.optional(), name: line.optional() }),
  indicator: indicatorSchema.extend({ text, definition: text, method: text }),
  quarters: z.tuple([quarter, quarter, quarter, quarter]),
  commits: z.array(z.looseObject({ file: z.string(), isCutOff: z.literal(true).optional() })).optional(),
  summary: yearSummarySchema.extend({ narrative: text, supporting: text, obstacles: text }).optional(),
});

export type ReceiptInputs = z.infer<typeof receiptSchema>;
