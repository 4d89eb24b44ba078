import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasPictures, keepPicture } from '#data/picture-cache.ts';

let folder = '';
let drawn: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chiwat-pictures-'));
  drawn = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Draws a picture of a text, and remembers that it was drawn. */
async function keep(text: string, at = folder): Promise<string> {
  const bytes = await keepPicture(
    { title: text },
    async () => {
      drawn.push(text);
      return new Uint8Array(Buffer.from(`png of ${text}`));
    },
    at,
  );
  return Buffer.from(bytes).toString();
}

function listFiles(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.'));
}

describe('a picture', () => {
  test('is drawn once and kept by what is in it', async () => {
    expect([await keep('ถนน'), await keep('ถนน'), await keep('ถนน')]).toEqual(Array(3).fill('png of ถนน'));
    expect(drawn).toEqual(['ถนน']);
    expect(listFiles()).toHaveLength(1);
    expect(listFiles()[0]).toMatch(/^pictures[\\/]v[\w-]{16}[\\/][0-9a-f]{2}[\\/][0-9a-f]{64}\.png$/);
  });

  test('is drawn anew when anything in it changes, and the former one is not lost', async () => {
    await keep('ถนน 12');
    expect(await keep('ถนน 13')).toBe('png of ถนน 13');
    expect(await keep('ถนน 12')).toBe('png of ถนน 12');
    expect(drawn).toEqual(['ถนน 12', 'ถนน 13']);
  });

  test('is drawn anew where it was deleted', async () => {
    await keep('ถนน');
    rmSync(join(folder, 'pictures'), { recursive: true });
    expect(await keep('ถนน')).toBe('png of ถนน');
    expect(drawn).toHaveLength(2);
  });

  test('that other code drew is not kept: nobody would ask for it again', async () => {
    const old = join(folder, 'pictures', 'v0123456789abcdef', '00');
    mkdirSync(old, { recursive: true });
    writeFileSync(join(old, 'old.png'), '');
    await keep('ถนน');
    expect(listFiles()).toHaveLength(1);
    expect(listFiles()[0]).not.toContain('old');
  });

  test('comes out also where nothing can be kept', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect([await keep('ถนน', file), await keep('ถนน', file)]).toEqual(['png of ถนน', 'png of ถนน']);
    expect(drawn).toHaveLength(2);
    chmodSync(folder, 0o500);
    expect(await keep('คลอง', join(folder, 'new'))).toBe('png of คลอง');
    chmodSync(folder, 0o700);
  });

  test('that cannot be drawn ends the build and leaves nothing behind', async () => {
    const fail = keepPicture({ title: 'ก' }, () => Promise.reject(new Error('no font')), folder);
    await expect(fail).rejects.toThrow('no font');
    expect(listFiles()).toEqual([]);
  });
});

describe('whether pictures are made', () => {
  test.each([
    ['on', true],
    ['', true],
    ['off', false],
  ])('CHIWAT_PICTURES=%s', (setting, expected) => {
    expect(hasPictures(setting)).toBe(expected);
  });

  test('yes where nothing is said, and any other word is refused with the two that are meant', () => {
    expect(hasPictures(undefined)).toBe(process.env.CHIWAT_PICTURES !== 'off');
    expect(() => hasPictures('no')).toThrow('CHIWAT_PICTURES is "no": write on or off');
  });
});
