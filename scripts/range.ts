import type { RangeProblem } from '#data/git-range.ts';
import { day as daySchema } from '#domain/schemas/text.ts';
import en from '#strings/call.en.json' with { type: 'json' };
import th from '#strings/call.th.json' with { type: 'json' };
import type { Language } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';

/** Two states that cannot be compared; the message says what to type. */
export class RangeFailure extends Error {}

/** Why two states of a content folder cannot be compared by `npm run <command>`, and what to type. */
export function explainRange(problem: RangeProblem, content: string, command: string, language: Language): string {
  const words = createWording({ th, en }, language);
  switch (problem.problem) {
    case 'unknown-revision':
    case 'unknown-in-shallow':
      return words(`range.${problem.problem}`, { revision: problem.revision });
    case 'shallow':
    case 'unrelated':
      return words(`range.${problem.problem}`, { revision: problem.revision, head: problem.head });
    default:
      return words(`range.${problem.problem}`, { content, command });
  }
}

/** What is wrong with the day that --today or CHIWAT_TODAY sets; undefined where it is one or none is set. */
export function findDayMistake(seen: string | undefined, language: Language): string | undefined {
  if (seen === undefined || seen === '' || daySchema.safeParse(seen).success) return undefined;
  return createWording({ th, en }, language)('day', { seen });
}
