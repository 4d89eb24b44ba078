/** Where a name stands in a Thai dictionary: a consonant's number ("01" to "44"), Latin letters, or neither. */
export type LetterId = `${number}` | typeof LATIN | typeof OTHER;

export const LATIN = 'a-z';
/** The same in every language. */
export const LATIN_LABEL = 'A–Z';
export const OTHER = 'other';

/** Ko kai to ho nokhuk; ru and lu stand among them and are vowels. */
const FIRST_CONSONANT = 0x0e01;
const LAST_CONSONANT = 0x0e2e;
const VOWELS_BETWEEN = new Set([0x0e24, 0x0e26]);

/** Digits, marks and spaces before the first letter. */
const BEFORE_LETTER = /^\P{L}+/u;

/** Vowels that are written before the consonant after which they are spoken. */
const LEADING_VOWELS = /^[\u0E40-\u0E44]+/;

/** The 44 consonants in their order. */
export const CONSONANTS: readonly { id: LetterId; letter: string }[] = Array.from(
  { length: LAST_CONSONANT - FIRST_CONSONANT + 1 },
  (_, index) => FIRST_CONSONANT + index,
)
  .filter((code) => !VOWELS_BETWEEN.has(code))
  .map((code, index) => ({
    id: String(index + 1).padStart(2, '0') as LetterId,
    letter: String.fromCodePoint(code),
  }));

const idOf = new Map(CONSONANTS.map(({ id, letter }) => [letter, id]));

/** The part of a name that decides its place in a list: from its first letter on; the whole where it has none. */
export function getSortingName(name: string): string {
  return name.replace(BEFORE_LETTER, '') || name;
}

/** The letter under which a dictionary has a name: vowels written before their consonant are passed over. */
export function getFirstLetter(name: string): LetterId {
  const [first = ''] = getSortingName(getSortingName(name).replace(LEADING_VOWELS, ''));
  return idOf.get(first) ?? (/\p{Script=Latin}/u.test(first) ? LATIN : OTHER);
}
