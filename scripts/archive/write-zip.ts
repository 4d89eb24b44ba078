import { createWriteStream, openAsBlob } from 'node:fs';
import { Writable } from 'node:stream';
import { BlobReader, TextReader, ZipWriter } from '@zip.js/zip.js';

/** A member of an archive: a text, or a file on disk. */
export type ZipMember = { path: string } & ({ text: string } | { file: string });

/** 1 January 1980, 00:00, the first time that a zip can state, as it states it: bits of year, month and day above those of the time. */
const FIRST_TIME = ((1 << 5) | 1) << 16;

/** What is compressed already. */
const COMPRESSED = /\.(png|jpg|webp|pdf|woff2|bin|pf_\w+|pagefind)$/;

/**
 * Writes a zip file that depends on its members alone: their order is kept, all are given one time, and the compressor is
 * the library's own, since that of the system differs between machines. One file at a time is in memory.
 */
export async function writeZip(out: string, members: readonly ZipMember[]): Promise<void> {
  const zip = new ZipWriter(Writable.toWeb(createWriteStream(out)), {
    useCompressionStream: false,
    useWebWorkers: false,
    rawLastModDate: FIRST_TIME,
    extendedTimestamp: false,
    dataDescriptor: false,
  });
  for (const member of members) {
    const reader = 'text' in member ? new TextReader(member.text) : new BlobReader(await openAsBlob(member.file));
    await zip.add(member.path, reader, { level: COMPRESSED.test(member.path) ? 0 : 6 });
  }
  await zip.close();
}
