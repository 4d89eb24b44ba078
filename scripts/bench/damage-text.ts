import type { Random } from './random.ts';

/** How many texts in a hundred have each kind of damage. */
const SHARE = 0.1;

/** What real reports do to Thai text: each kind all through a text, or here and there in it. */
const DAMAGES: ((text: string, random: Random) => string)[] = [
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit))),
  // Sara am in two letters, the tone of น้ำ between them or before both.
  (text) => text.replace(/([\u0E48-\u0E4B]?)\u0E33/g, '\u0E4D$1\u0E32'),
  (text) => text.replace(/\u0E33/g, '\u0E4D\u0E32'),
  (text, random) =>
    text.replace(/[\u0E48-\u0E4B\u0E34-\u0E37]/g, (mark) => (random.below(6) === 0 ? mark + mark : mark)),
  (text, random) =>
    text.replace(/(?<=[\u0E01-\u0E2E])(?=[\u0E01-\u0E2E])/g, () => (random.below(8) === 0 ? '\u200B' : '')),
  (text) => text.replace(/\u0E41/g, '\u0E40\u0E40'),
];

/** A text as it may have been typed. */
export function damageText(text: string, random: Random): string {
  let damaged = text;
  for (const damage of DAMAGES) if (random.next() < SHARE) damaged = damage(damaged, random);
  return damaged;
}
