import { crc32, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinCrc } from '#exports/crc.ts';
import { joinPacked, packRows } from '#exports/packed-rows.ts';

const bytes = fc.uint8Array({ maxLength: 300 }).map((made) => Buffer.from(made));

function joinAll(runs: readonly Buffer<ArrayBuffer>[]): Buffer<ArrayBuffer> {
  return Buffer.concat([...joinPacked(runs.map((run) => ({ read: () => packRows(run), length: run.byteLength })))]);
}

describe('CRC-32 of two runs of bytes', () => {
  test('is that of both together', () => {
    fc.assert(
      fc.property(bytes, bytes, (first, second) => {
        expect(joinCrc(crc32(first), crc32(second), second.byteLength)).toBe(crc32(Buffer.concat([first, second])));
      }),
    );
  });
});

describe('a file of runs that were packed apart', () => {
  test('unpacks to all of them, none of them or empty ones too', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 5 }), (runs) => {
        expect(gunzipSync(joinAll(runs)).equals(Buffer.concat(runs))).toBe(true);
      }),
    );
  });

  test('is one member, as browsers want it, however long the runs are', async () => {
    const runs = [1, 2, 3].map((value) => Buffer.alloc(300_000, `${value},ก\r\n`));
    const stream = new Blob([joinAll(runs)]).stream().pipeThrough(new DecompressionStream('gzip'));
    expect(Buffer.from(await new Response(stream).arrayBuffer()).equals(Buffer.concat(runs))).toBe(true);
  });

  test('does not unpack where a run is another than was packed', () => {
    const run = { read: () => packRows(Buffer.from('12.5')), length: 5 };
    expect(() => gunzipSync(Buffer.concat([...joinPacked([run])]))).toThrow('incorrect');
  });
});
