import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { chiwatLoader } from '#data/astro-loader.ts';
import type {
  AgencyEntry,
  Attachment,
  CalendarEntry,
  IndicatorEntry,
  PlanEntry,
  ReportEntry,
  SiteEntry,
  YearEntry,
} from '#domain/entry.ts';

// The reader has already held every entry against its schema, with places for people; here only the types are told.
export const collections = {
  site: defineCollection({ loader: chiwatLoader('site'), schema: z.custom<SiteEntry>() }),
  calendar: defineCollection({ loader: chiwatLoader('calendar'), schema: z.custom<CalendarEntry>() }),
  plan: defineCollection({ loader: chiwatLoader('plan'), schema: z.custom<PlanEntry>() }),
  agency: defineCollection({ loader: chiwatLoader('agency'), schema: z.custom<AgencyEntry>() }),
  indicator: defineCollection({ loader: chiwatLoader('indicator'), schema: z.custom<IndicatorEntry>() }),
  report: defineCollection({ loader: chiwatLoader('report'), schema: z.custom<ReportEntry>() }),
  year: defineCollection({ loader: chiwatLoader('year'), schema: z.custom<YearEntry>() }),
  attachment: defineCollection({ loader: chiwatLoader('attachment'), schema: z.custom<Attachment>() }),
};
