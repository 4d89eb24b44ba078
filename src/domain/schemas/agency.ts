import { z } from 'zod';
import { fiscalYear, handle, line, prose, slug } from './text.ts';

/** `content/agencies/<agency>.yaml`: an agency through the years. The file name is its address. */
export const agencySchema = z.strictObject({
  /** The permanent code, a string: leading zeros count. */
  code: z.string().regex(/^\d{8}$/, { error: 'CW313' }),
  /** Which group of `site.yaml` it stands in. */
  group: slug,
  /** Names, the present one last; the name may change under a code. */
  names: z
    .array(
      z.strictObject({
        name: line,
        /** First and last fiscal year of the name; open where absent. */
        from: fiscalYear.optional(),
        until: fiscalYear.optional(),
      }),
    )
    .min(1),
  nameEn: line.optional(),
  abbreviations: z.array(line).optional(),
  /** Other spellings under which people look for it. */
  aliases: z.array(line).optional(),
  note: prose.optional(),
  /** Who is asked to review changes of its reports; `npm run owners` writes it into CODEOWNERS. */
  owners: z.array(handle).min(1).optional(),
});

export type Agency = z.infer<typeof agencySchema>;
