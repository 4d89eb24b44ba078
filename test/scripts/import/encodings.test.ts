import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { decodeSource } from '../../../scripts/import/decode-source.ts';
import { getFixture } from '../../support/content-folder.ts';
import { importFile, importText } from './import-fixture.ts';

const TEXT = readFileSync(getFixture('forms', 'seed.txt'), 'utf8');
const EXPECTED = importFile(getFixture('forms', 'seed.txt'))[0]?.built.files;

/** As Windows writes Thai: one byte a letter, and a dash that TIS-620 has not. */
function encodeThai(text: string): Buffer {
  const bytes = Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (letter === '–') return 0x96;
    return code >= 0xe01 ? code - 0xe00 + 0xa0 : code;
  });
  return Buffer.from(bytes);
}

const UTF8 = Buffer.from(TEXT, 'utf8');

describe('the form says the same', () => {
  test.each<[string, string | Uint8Array, string | undefined]>([
    ['in Windows-874', encodeThai(TEXT), 'cp874'],
    ['in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')]), 'utf16'],
    ['after Windows-874 was read as Latin-1', encodeThai(TEXT).toString('latin1'), 'mojibake'],
    ['after UTF-8 was read as Latin-1', UTF8.toString('latin1'), 'mojibake'],
    ['after UTF-8 was read as Windows-1252', new TextDecoder('windows-1252').decode(UTF8), 'mojibake'],
    ['after UTF-8 was read as Windows-874', new TextDecoder('windows-874').decode(UTF8), 'mojibake'],
    ['with a byte order mark', `\uFEFF${TEXT}`, undefined],
    ['with Windows line ends', TEXT.replaceAll('\n', '\r\n'), undefined],
    ['with the end mark of DOS', `${TEXT}\u001a`, 'control'],
    ['with entities', TEXT.replace(/[\u0E01-\u0E5B]/gu, (letter) => `&#${letter.charCodeAt(0)};`), undefined],
  ])('%s', (_, given, repair) => {
    const bytes = typeof given === 'string' ? Buffer.from(given, 'utf8') : given;
    expect(importText(bytes, 'seed.txt').built.files).toEqual(EXPECTED);
    const decoded = decodeSource(bytes);
    expect('repairs' in decoded && decoded.repairs.map(({ kind }) => kind)).toEqual(
      repair === undefined ? [] : [repair],
    );
  });
});

describe('what cannot be read for certain is refused', () => {
  test.each<[string, Uint8Array, object]>([
    ['a character lost before', Buffer.from(`${TEXT}\nผล\uFFFDงาน`), { refusal: 'lost' }],
    ['Thai beside Thai read by the wrong table', Buffer.from(`${TEXT}\nàÃ×èÍ§¹Õé`), { refusal: 'mixed' }],
    ['two encodings in one file', Buffer.concat([UTF8, encodeThai('สัญญา')]), { refusal: 'undecodable' }],
    ['bytes that no table has', Buffer.from([0xca, 0xd1, 0xff, 0xfc]), { refusal: 'undecodable' }],
  ])('%s', (_, bytes, refusal) => {
    expect(decodeSource(bytes)).toMatchObject(refusal);
  });

  it('with the line it stands on', () => {
    expect(decodeSource(Buffer.from('ก\nข\nค\uFFFD'))).toEqual({ refusal: 'lost', line: 3 });
  });

  it('and words of other languages are let be', () => {
    const decoded = decodeSource(Buffer.from(`${TEXT}\nร้าน Café Müller ±5 ×2 °C`));
    expect(decoded).toMatchObject({ repairs: [] });
  });
});

it('invisible characters are left out and counted', () => {
  expect(decodeSource(Buffer.from('ก\u200Bข\u00ADค\u2060'))).toEqual({
    text: 'กขค',
    repairs: [{ kind: 'invisible', count: 3 }],
  });
});
