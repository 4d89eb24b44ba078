import { constants, crc32, deflateRawSync } from 'node:zlib';
import { joinCrc } from './crc.ts';
import type { Bytes } from './data-store.ts';

/** Of RFC 1952: deflate, no name and no time, so that the same rows give the same bytes. */
const HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
/** An empty last block. */
const LAST = [3, 0];
const CRC_BYTES = 4;
/** Packs three times as fast as the usual 6, to about a third more. */
const LEVEL = 3;

/** A run of a packed file: as it stands in it, and what it was before. */
export interface PackedRun {
  /** What `packRows` gave. */
  read: () => Bytes;
  /** Bytes before packing. */
  length: number;
}

/** Bytes packed so that they can stand anywhere in a packed file, their CRC-32 behind them. */
export function packRows(bytes: Bytes): Bytes {
  const packed = deflateRawSync(bytes, { level: LEVEL, finishFlush: constants.Z_FULL_FLUSH });
  const crc = Buffer.alloc(CRC_BYTES);
  crc.writeUInt32LE(crc32(bytes));
  return Buffer.concat([packed, crc]);
}

/** One gzip file of runs that were packed apart: as any other, for it is one member. */
export function* joinPacked(runs: Iterable<PackedRun>): Iterable<Bytes> {
  yield Buffer.from(HEADER);
  let crc = 0;
  let length = 0;
  for (const run of runs) {
    const packed = run.read();
    const end = packed.byteLength - CRC_BYTES;
    yield packed.subarray(0, end);
    crc = joinCrc(crc, new DataView(packed.buffer, packed.byteOffset + end).getUint32(0, true), run.length);
    length += run.length;
  }
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc, 0);
  end.writeUInt32LE(length % 2 ** 32, 4);
  yield Buffer.concat([Buffer.from(LAST), end]);
}
