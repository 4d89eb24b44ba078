import { z } from 'zod';
import { fileName, line, webAddress } from './text.ts';

/** A piece of evidence: a title with the file beside the entry, an address, or neither where the source attached nothing. */
export const evidenceSchema = z.strictObject({
  title: line,
  file: fileName.optional(),
  url: webAddress.optional(),
});

export type Evidence = z.infer<typeof evidenceSchema>;
