import { type Issue, isError } from '#domain/issue.ts';
import { describeIssue } from '#strings/issue-text.ts';
import type { Language } from '#strings/translate.ts';
import { Figure } from '../write/format-entry.ts';
import type { Ask, Choice } from './ask.ts';
import type { Words } from './words.ts';

/** Answers given with the command, by the name of the flag. */
export type Flags = Record<string, string | undefined>;

export interface Question<T> {
  /** The flag that answers it, without dashes. */
  flag: string;
  message: string;
  initial?: string | undefined;
  isOptional?: boolean;
  isLong?: boolean;
  choices?: Choice[];
  /** The value of an answer; what cannot be read stays text, so that the checker says what is wrong. */
  read: (answer: string) => T;
  /** What the checker says of the value. */
  check: (value: T) => Issue[];
}

/** Takes each answer from a flag, or asks for it; without a person to ask it keeps a list of what is missing. */
export class Interview {
  /** Flags without which nothing can be written. */
  readonly missing: string[] = [];
  readonly ask: Ask | undefined;
  readonly say: Words;
  readonly language: Language;
  readonly #flags: Flags;

  constructor(flags: Flags, ask: Ask | undefined, say: Words, language: Language) {
    this.#flags = flags;
    this.ask = ask;
    this.say = say;
    this.language = language;
  }

  /** Whether an answer was given with the command. */
  has(flag: string): boolean {
    return this.#flags[flag] !== undefined;
  }

  /** The value of an answer; undefined where it is left open or missing. */
  async answer<T>(question: Question<T>): Promise<T | undefined> {
    const { flag, isOptional = false } = question;
    const given = this.#flags[flag];
    const { ask } = this;
    if (given !== undefined) {
      const value = question.read(given);
      const wrong = question.check(value).filter(isError);
      if (ask === undefined || wrong.length === 0) return value;
      ask.tell(this.describe(wrong));
    }
    if (ask === undefined) {
      if (!isOptional) this.missing.push(`--${flag} …   ${question.message.split('\n')[0]}`);
      return undefined;
    }
    const answer = await this.#askFor(question, ask);
    return answer === '' ? undefined : question.read(answer);
  }

  /** Issues as `check` words them: what is wrong, what to type. */
  describe(issues: readonly Issue[]): string {
    return issues
      .map((issue) => describeIssue(issue, this.language))
      .map(({ message, fix }) => `${message}\n→ ${fix}`)
      .join('\n');
  }

  #askFor<T>(question: Question<T>, ask: Ask): Promise<string> {
    const { message, initial, choices, isOptional = false, isLong } = question;
    if (choices !== undefined) return ask.choose({ message, choices, initial });
    let warned: string | undefined;
    const check = (answer: string) => {
      if (answer === '') return isOptional ? undefined : this.say('ask.empty');
      const issues = question.check(question.read(answer));
      const errors = issues.filter(isError);
      if (errors.length > 0) return this.describe(errors);
      // An oddity may be meant: told once, taken the second time.
      if (issues.length === 0 || warned === answer) return undefined;
      warned = answer;
      return `${this.describe(issues)}\n${this.say('ask.again')}`;
    };
    return ask.text({
      message: isOptional ? `${message}\n${this.say('ask.optional')}` : message,
      initial,
      check,
      isLong,
    });
  }
}

/** A number as it was typed, with its decimals; anything else stays text for the checker to answer. */
export function readNumber(answer: string): Figure | string {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(answer) && !/^-0(\.0*)?$/.test(answer) ? new Figure(answer) : answer;
}

/** Numbers with spaces or commas between them. A comma inside a number stays, for the checker to answer. */
export function readNumbers(answer: string): (Figure | string)[] {
  const text = answer.trim();
  const parts = /\s/.test(text) ? text.split(/\s+/).map((part) => part.replace(/,$/, '')) : splitAtCommas(text);
  return parts.filter((part) => part !== '').map(readNumber);
}

/** "1,000,2,000" has commas inside its numbers: where one ends is not certain. */
function splitAtCommas(text: string): string[] {
  return /,0\d\d(?!\d)/.test(text) ? [text] : text.split(',');
}
