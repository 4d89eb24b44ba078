import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getCodeVersion, removeOtherVersions } from './code-version.ts';
import { spendAsync } from './phases.ts';
import { getCacheFolder } from './reading.ts';

/**
 * Whether this build makes pictures: they cost more than all else together. CHIWAT_PICTURES=off leaves them out,
 * and the links to them.
 */
export function hasPictures(setting = process.env.CHIWAT_PICTURES): boolean {
  if (setting === undefined || setting === '' || setting === 'on') return true;
  if (setting === 'off') return false;
  throw new Error(`CHIWAT_PICTURES is "${setting}": write on or off`);
}

/** The layer that draws. */
const DRAWING = ['charts'] as const;

/** The bytes of a picture, kept between builds by what is in it and by the code that draws it. */
export async function keepPicture(
  content: object,
  render: () => Promise<Uint8Array<ArrayBuffer>>,
  folder = getCacheFolder(),
): Promise<Uint8Array<ArrayBuffer>> {
  const key = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const own = join(folder, 'pictures', getCodeVersion(DRAWING));
  const file = join(own, key.slice(0, 2), `${key}.png`);
  const known = read(file);
  if (known !== undefined) return known;
  const made = await spendAsync('cards', render);
  write(file, made);
  return made;
}

function read(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    // Not made yet.
    return undefined;
  }
}

/** Under another name first, so that no half of a picture is ever found. */
function write(file: string, bytes: Uint8Array): void {
  try {
    removeOtherVersions(dirname(dirname(file)));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, bytes);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A read-only or full disk costs time at the next build and nothing else.
  }
}
