import type { Readable, Writable } from 'node:stream';
import { autocomplete, confirm, isCancel, log, multiline, select, text } from '@clack/prompts';
import type { Words } from './words.ts';

export interface Choice {
  value: string;
  label: string;
}

export interface TextQuestion {
  message: string;
  /** What stands in the answer at the beginning. */
  initial?: string | undefined;
  /** Why an answer cannot be taken, in words; undefined where it can. */
  check: (answer: string) => string | undefined;
  /** The answer may run over several lines. */
  isLong?: boolean | undefined;
}

export interface ChoiceQuestion {
  message: string;
  choices: Choice[];
  initial?: string | undefined;
}

/** Asks a person. The guides know nothing of terminals; tests answer in their place. */
export interface Ask {
  text: (question: TextQuestion) => Promise<string>;
  choose: (question: ChoiceQuestion) => Promise<string>;
  confirm: (message: string, initial: boolean) => Promise<boolean>;
  tell: (text: string) => void;
}

/** The person went away in the middle. */
export class Cancelled extends Error {}

/** More choices than this are searched by typing. */
const AT_A_GLANCE = 12;

/** Asks on a terminal, or on any pair of streams. */
export function createAsk(streams: { input: Readable; output: Writable }, say: Words): Ask {
  return {
    text: async ({ message, initial, check, isLong }) => {
      const options = { ...streams, message, validate: (answer?: string) => check((answer ?? '').trim()) };
      const question = initial === undefined ? options : { ...options, initialValue: initial };
      const answer = isLong
        ? await multiline({ ...question, message: `${message}\n${say('ask.long')}` })
        : await text(question);
      return complete(answer).trim();
    },
    choose: async ({ message, choices, initial }) => {
      const options = choices.map(({ value, label }) => ({ value, label }));
      const question = { ...streams, options, ...(initial === undefined ? {} : { initialValue: initial }) };
      if (choices.length <= AT_A_GLANCE) {
        return complete(
          await select({ ...question, message: `${message}\n${say('ask.arrows')}`, showInstructions: false }),
        );
      }
      const filter = (search: string, { value, label }: { value: string; label?: string }) =>
        `${label} ${value}`.toLowerCase().includes(search.trim().toLowerCase());
      return complete(
        await autocomplete({ ...question, message: `${message}\n${say('ask.search')}`, maxItems: 10, filter }),
      );
    },
    confirm: async (message, initial) =>
      complete(
        await confirm({ ...streams, message, initialValue: initial, active: say('ask.yes'), inactive: say('ask.no') }),
      ),
    tell: (words) => log.message(words, streams),
  };
}

function complete<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new Cancelled();
  // Safe: the only symbol that prompts give is the one for going away.
  return answer as Exclude<T, symbol>;
}
