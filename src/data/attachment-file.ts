import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getContentFolder } from './reading.ts';

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
};

/** A file of `content/` as a response; only files that the reader has listed come here. */
export function readAttachmentFile(file: string): Response {
  const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return new Response(new Uint8Array(readFileSync(join(getContentFolder(), file))), {
    headers: { 'content-type': type },
  });
}
