import { z } from 'zod';

// A custom rule gives the issue code it stands for as its error text.

/** One line of text for people: not empty, no line break. */
export const line = z
  .string()
  .regex(/\S/, { error: 'CW307' })
  .regex(/^[^\r\n]*$/, { error: 'CW308' });

/** Text for people that may run over several lines. */
export const prose = z.string().regex(/\S/, { error: 'CW307' });

/** An identifier that stands in paths and addresses: a-z, 0-9 and single hyphens between them. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'CW309' });

/** A day of the common era, written YYYY-MM-DD, that exists. A year of the Buddhist era in its place is refused. */
export const day = z.iso.date().refine((date) => Number(date.slice(0, 4)) < 2400, { error: 'CW315' });

/** A quarter of a fiscal year, 1 (Oct–Dec) to 4 (Jul–Sep). */
export const quarterNumber = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** A percentage as typed by people: 0 to 100. */
export const percentage = z.number().min(0).max(100);

/** A fiscal year of the Buddhist era. */
export const fiscalYear = z.int().min(2400).max(2999);

/** Figures that the source does not state: written out, so that forgetting one is not the same as not knowing it. */
export const unknown = z.literal('unknown');

/** An address on the public web; old systems are cited where they stood, so plain http is accepted. */
export const webAddress = z.string().regex(/^https?:\/\/[^\s<>"'\\]+$/, { error: 'CW310' });

/** The name of a file beside the entry: ASCII, lower case, with one of the published endings. */
export const fileName = z.string().regex(/^[a-z0-9]+([._-][a-z0-9]+)*\.(pdf|png|jpg|webp)$/, { error: 'CW311' });

/** Who looks after files on GitHub or GitLab: @account, or a team as @organisation/team or @group/subgroup. */
export const handle = z.string().regex(/^@\w[\w.-]*(\/\w[\w.-]*)*$/, { error: 'CW318' });

export type QuarterNumber = z.infer<typeof quarterNumber>;
