import { z } from 'zod';
import { handle, line, prose, slug } from './text.ts';

/** Under what the collection may be used. */
const licenceSchema = z.strictObject({
  /** The licence's identifier in the SPDX list, where it has one: CC-BY-4.0. */
  id: line.optional(),
  name: line,
  nameEn: line.optional(),
  /** Where the licence can be read. */
  url: z.url({ protocol: /^https$/ }),
  /** What it covers and what it does not. */
  note: prose.optional(),
  noteEn: prose.optional(),
});

/** `content/site.yaml`: whose promises these are, and how the site presents itself. */
export const siteSchema = z.strictObject({
  /** Name of the site, in Thai. */
  name: line,
  /** Name of the site, in English. */
  nameEn: line,
  /** The body whose agencies report, in Thai. */
  organisation: line,
  /** The same body, in English. */
  organisationEn: line,
  /** One or two sentences on what a visitor finds here. */
  summary: prose,
  summaryEn: prose,
  /** One sentence on what the figures cannot tell, shown where they are summed up. */
  scope: prose.optional(),
  scopeEn: prose.optional(),
  /** Who publishes the site, in one line of the footer; the organisation when absent. */
  imprint: line.optional(),
  imprintEn: line.optional(),
  /** What is and is not in this collection, where it comes from; shown on the about page. One paragraph an item. */
  about: z.array(prose).optional(),
  aboutEn: z.array(prose).optional(),
  /** Languages of the furniture, the first without a prefix in addresses. */
  languages: z.array(z.enum(['th', 'en'])).min(1),
  /** IANA time zone in which due dates end. */
  timeZone: line,
  /** Public address of the site; without it no canonical links are written. */
  address: z.url({ protocol: /^https$/ }).optional(),
  /** Address of the repository, for links to the source of each entry. */
  repository: z.url({ protocol: /^https$/ }).optional(),
  /** How agencies are grouped, in the order of presentation. */
  agencyGroups: z.array(z.strictObject({ id: slug, name: line, nameEn: line })).min(1),
  /**
   * How units begin that cannot be added up over quarters (percentages, averages, levels).
   * A per-quarter indicator in such a unit has no computed year result.
   */
  ratioUnits: z.array(line),
  /** Words of this place that a line break must not cut, beside the general ones: names of the city, its agencies. */
  keepTogether: z.array(line).optional(),
  /** Licence of the data; without it the site says that none is stated. */
  licence: licenceSchema.optional(),
  /** Who is asked to review changes of everything else: plans, calendars, the engine. */
  owners: z.array(handle).min(1).optional(),
});

export type Site = z.infer<typeof siteSchema>;
