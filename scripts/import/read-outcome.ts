import type { Indicator } from '#domain/schemas/indicator.ts';
import type { JoinedText, Span } from './source-text.ts';

const TICK = '[☑☒✓✔✅■●◉⦿🗹√\uF052\uF0FC\uF0FE]|[[(]\\s*[xX/✓✔√]\\s*[\\])]';
const EMPTY = '[☐□○◯\uF0A3\uF0A8\uF06F]|\\[\\s*\\]|\\(\\s*\\)';

const TOKEN = new RegExp(
  `(?<tick>${TICK})|(?<empty>${EMPTY})|(?<output>ผลผลิต(?:\\s*\\(Output\\))?)|(?<outcome>ผลลัพธ์(?:\\s*\\(Outcome\\))?)`,
  'giu',
);

export interface ReadOutcome {
  outcome: Indicator['outcome'];
  /** What of the line was understood; a tick that may belong to either word is not. */
  understood: Span[];
}

/** Output or outcome where one is ticked, or only one printed; the form that prints both and lost its tick says neither. */
export function readOutcome({ text, slice }: JoinedText): ReadOutcome {
  const tokens = [...text.matchAll(TOKEN)].map((match) => ({
    name: Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
  const words = tokens.filter(({ name }) => name === 'output' || name === 'outcome');
  const marks = tokens.filter((token) => !words.includes(token));
  const chosen = findChosen(tokens, words, marks);
  const isRead = chosen !== undefined || marks.every(({ name }) => name === 'empty');
  const understood = (isRead ? tokens : words).flatMap(({ start, end }) => slice(start, end));
  return { outcome: chosen ?? 'unknown', understood };
}

interface Token {
  name: string;
  start: number;
}

function findChosen(
  tokens: readonly Token[],
  words: readonly Token[],
  marks: readonly Token[],
): 'output' | 'outcome' | undefined {
  const isOnly = words.length === 1 && marks.every(({ name }) => name === 'tick');
  const [first] = tokens;
  const isBefore = first !== undefined && marks.includes(first);
  const isAfter = marks.includes(tokens.at(-1) ?? { name: '', start: -1 });
  const ticked = words.filter((word) => {
    const at = tokens.indexOf(word);
    return tokens[isBefore ? at - 1 : at + 1]?.name === 'tick';
  });
  // A single tick between the two words may belong to either.
  const isClear = words.length === 2 && isBefore !== isAfter && ticked.length === 1;
  const [word] = isOnly ? words : isClear ? ticked : [];
  if (word === undefined) return undefined;
  return word.name === 'output' ? 'output' : 'outcome';
}
