import { expect, test } from 'vitest';
import { findFileType } from '#data/file-type.ts';

test.each([
  ['%PDF-1.7', 'pdf'],
  ['\x89PNG\r\n\x1a\n\0\0', 'png'],
  ['\xff\xd8\xff\xe0', 'jpg'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
  ['RIFF\x10\0\0\0WAVEfmt ', 'other'],
  ['GIF89a', 'other'],
  ['<svg xmlns', 'other'],
  ['<html><script>', 'other'],
  ['PK\x03\x04', 'other'],
  [' %PDF-1.7', 'other'],
  ['', 'other'],
])('a file that begins with %j is %s', (head, type) => {
  expect(findFileType(Buffer.from(head, 'latin1'))).toBe(type);
});
