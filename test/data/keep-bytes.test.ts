import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keepPiece, readBytes, readInto } from '#data/keep-bytes.ts';

const fill = (size: number, value = 7) => new Uint8Array(size).fill(value);
/** Copies each part before it asks for the next. */
const join = (parts: Iterable<Uint8Array>) => Buffer.concat(Array.from(parts, (part) => Buffer.from(part)));

describe('a piece that is kept', () => {
  test.each([0, 12, 2_500_000])('is read again as it was given, %s bytes of it, with its size and hash', (size) => {
    const piece = keepPiece('a', () => [fill(size), fill(3, 8)]);
    const whole = Buffer.concat([fill(size), fill(3, 8)]);
    expect(Buffer.compare(readFileSync(piece.path), whole)).toBe(0);
    expect([piece.bytes, piece.sha256]).toEqual([size + 3, createHash('sha256').update(whole).digest('hex')]);
    expect(Buffer.compare(join(readBytes(piece.path, 0, piece.bytes)), whole)).toBe(0);
  });

  test('of one name does not become that of another, nor of the same name later', () => {
    const pieces = ['a', 'b', 'a'].map((name, index) => keepPiece(name, () => [fill(4, index)]));
    expect(pieces.map(({ path }) => readFileSync(path)[0])).toEqual([0, 1, 2]);
  });
});

describe('bytes of a file', () => {
  const piece = keepPiece('a', () => [Buffer.from('0123456789')]);

  test('are those between two offsets', () => {
    expect(join(readBytes(piece.path, 2, 5)).toString()).toBe('234');
    expect([...readBytes(piece.path, 5, 5)]).toEqual([]);
    const into = Buffer.alloc(3);
    readInto(piece.path, 7, into);
    expect(into.toString()).toBe('789');
  });

  test('are gone when the next are asked for, so that nobody gathers a large file in memory', () => {
    const [first, second] = [...readBytes(keepPiece('b', () => [fill(1_500_000)]).path, 0, 1_500_000)];
    expect([first?.byteLength, second?.byteLength]).toEqual([0, 0]);
  });

  test('are not made up where the file ends before', () => {
    expect(() => join(readBytes(piece.path, 8, 12))).toThrow('ends after 10 bytes, before 12');
  });
});
