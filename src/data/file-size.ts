import type { ClassifiedPath } from './content-path.ts';

export type SizeKind = 'text' | 'data' | 'attachment';

/** Most bytes of a file, by what it is. Texts cost the parser more than their length. */
export const MOST_BYTES: Record<SizeKind, number> = {
  text: 64 * 1024,
  data: 256 * 1024,
  attachment: 20 * 1024 * 1024,
};

/** Which bound holds for a file. */
export function getSizeKind(file: string, classified: ClassifiedPath): SizeKind {
  if (classified.is === 'attachment') return 'attachment';
  return file.endsWith('.mdx') ? 'text' : 'data';
}
