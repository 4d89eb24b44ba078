import type { Place } from './entry.ts';

/**
 * Where the fields of an entry stand, by dotted key; '' is the start of the entry. One text, a line a field, which is
 * looked through when an issue is told: a site holds dozens of fields of a hundred thousand entries, and of nearly
 * all of them nobody ever asks. A line holds the key, the place of its value and, of a key in a group, that of the key.
 */
export type Places = string;

export const NO_PLACES: Places = '';

/** The place of a dotted key, or of the nearest key above it. */
export function findPlace(places: Places, key: string): Place {
  for (let path = key; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const place = findOwnPlace(places, path);
    if (place !== undefined) return place;
  }
  return findOwnPlace(places, '') ?? [1, 1];
}

/** The place of the value of a dotted key itself; of `key@` that of the key. */
export function findOwnPlace(places: Places, key: string): Place | undefined {
  const [value] = findLine(places, key);
  if (value !== undefined || !key.endsWith('@')) return value;
  return findLine(places, key.slice(0, -1))[1];
}

/** Packs places by dotted key. */
export function packPlaces(places: Readonly<Record<string, Place>>): Places {
  const lines = Object.entries(places).map(([key, value]) => {
    if (isOfKey(key) && Object.hasOwn(places, key.slice(0, -1))) return '';
    return packPlace(
      key,
      value,
      isOfKey(`${key}@`) && Object.hasOwn(places, `${key}@`) ? places[`${key}@`] : undefined,
    );
  });
  return lines.join('');
}

/** The line of one field, for those who write places one by one: of its value, and of its key. */
export function packPlace(key: string, [line, column]: Place, ofKey?: Place): Places {
  return `\n${spellKey(key)} ${line}:${column}${ofKey === undefined ? '' : ` ${ofKey[0]}:${ofKey[1]}`}`;
}

/** Whether a key may be kept in the line of another. One that itself ends so has a line of its own. */
function isOfKey(key: string): boolean {
  return /(?:^|[^@])@$/.test(key);
}

/** The places in the line of a key: of its value, of itself. */
function findLine(places: Places, key: string): Place[] {
  const start = `\n${spellKey(key)} `;
  const at = places.indexOf(start);
  if (at < 0) return [];
  const end = places.indexOf('\n', at + 1);
  const pairs = places.slice(at + start.length, end < 0 ? undefined : end).split(' ');
  return pairs.map((pair) => {
    const [line = '', column = ''] = pair.split(':');
    return [Number(line), Number(column)];
  });
}

/** A key may hold anything, also what ends a line here. */
function spellKey(key: string): string {
  return /^[\w.@]*$/.test(key) ? key : JSON.stringify(key);
}
