import type { FileType } from '#domain/entry.ts';

/** First bytes of each published type in hexadecimal; dots match any byte. */
const SIGNATURES: [FileType, RegExp][] = [
  ['pdf', /^255044462d/],
  ['png', /^89504e470d0a1a0a/],
  ['jpg', /^ffd8ff/],
  ['webp', /^52494646.{8}57454250/],
];

/** How many bytes of a file are needed to tell its type. */
export const SIGNATURE_BYTES = 16;

/** What a file really is, whatever its name says. */
export function findFileType(head: Uint8Array): FileType {
  const text = Buffer.from(head).toString('hex');
  return SIGNATURES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
