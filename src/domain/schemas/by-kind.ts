import type { z } from 'zod';
import type { EntryKind } from '../issue.ts';
import { agencySchema } from './agency.ts';
import { calendarSchema } from './calendar.ts';
import { indicatorSchema } from './indicator.ts';
import { planSchema } from './plan.ts';
import { reportSchema, yearSummarySchema } from './report.ts';
import { siteSchema } from './site.ts';

/** The schema of each kind of entry: what its front matter (or YAML file) may hold. */
export const schemaByKind: Record<EntryKind, z.ZodType> = {
  site: siteSchema,
  calendar: calendarSchema,
  plan: planSchema,
  agency: agencySchema,
  indicator: indicatorSchema,
  report: reportSchema,
  year: yearSummarySchema,
};
