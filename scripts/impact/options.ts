import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Language } from '#strings/translate.ts';
import { describeCallError } from '../call.ts';
import { findDayMistake } from '../range.ts';
import { ImpactError } from './impact-error.ts';
import { createWords, type Say } from './words.ts';

export interface ImpactOptions {
  base?: string | undefined;
  head?: string | undefined;
  isExact: boolean;
  content: string;
  format: 'markdown' | 'json';
  language: Language;
  /** YYYY-MM-DD; absent where the newest commit of the head decides. */
  today?: string | undefined;
  out?: string | undefined;
  isCached: boolean;
  say: Say;
}

export const USAGE = `npm run impact -- [--base REV] [options]

Tells what a branch does to the published record: figures, scores and totals before and after, targets moved, reports
late or overdue, new warnings, pages that change. Both sides are scored for the same day.
  --base REV           compare with where the head left REV (the remote's default branch)
  --exact              compare with REV itself
  --head REV           the other side (the files as they stand)
  --content DIR        content folder, in any git repository (content)
  --format markdown|json
                       for a comment on a pull request, for programs (markdown)
  --lang th|en         language of the report (th)
  --today YYYY-MM-DD   day that statuses hold for (CHIWAT_TODAY, else the day of the head's newest commit)
  --out FILE           write there instead of to the terminal
  --no-cache           read every file anew
  --help

Ends with 0 when both sides were compared, 1 when the head has errors, 2 when they could not be compared.
Markdown holds at most 60,000 characters and says what it leaves out; JSON holds everything:
{version: 1,
 base: {revision, commit, isMergeBase, isEmpty, errors: count, leftOut: [{file, reason}]},
 head: {revision?, commit, isWorkingTree, errors: [{file, line, column, code, message, fix}], leftOut},
 today, content, setAside: [path of an indicator that cannot be read on one side],
 items: [{path, name, change: added|removed|moved|changed, from?, marks, files: {added, removed, changed},
          entries: [{place: indicator|1|2|3|4|year, change, fields: [{key, before?, after?, marks}], narratives,
                     evidence: {added, removed}, corrections: {added, removed}}],
          standings: [{of: 1|2|3|4|year, before?, after?: {status, result?, isLate, score}}]}],
 delays: [{path, quarter, state: late|undated|overdue, due, submitted?, days?}],
 totals: [{year, agency?, before?, after?: {points, weight, percent?, counted, leftOut}}],
 settings: [{kind, file, change, fields}],
 ruleEffects: [{year, indicators, standings, transitions: [{before, after, count}], first: [path]}],
 warnings: {added: [{code, file, count, line, message, fix}], gone: [{code, file, count}]},
 pages: {edited: [address], beyond: [address], gone: [address], isEvery}}
A value that is not there is absent; 0 is zero. Everything is in the order of its path.`;

/** Options from the command line, or 'help'. Throws ImpactError. */
export function parseOptions(args: string[], env: NodeJS.ProcessEnv): ImpactOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const language = choose('--lang', values.lang, ['th', 'en'], createWords('th').say);
  const { say } = createWords(language);
  if (!statSync(values.content, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ImpactError(say('error.no-folder', { content: values.content }), true);
  }
  return {
    base: values.base,
    head: values.head,
    isExact: values.exact,
    content: values.content,
    format: choose('--format', values.format, ['markdown', 'json'], say),
    language,
    today: chooseDay(values.today ?? env.CHIWAT_TODAY, language),
    out: values.out,
    isCached: !values['no-cache'],
    say,
  };
}

function parse(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        base: { type: 'string' },
        head: { type: 'string' },
        exact: { type: 'boolean', default: false },
        content: { type: 'string', default: 'content' },
        format: { type: 'string', default: 'markdown' },
        lang: { type: 'string', default: 'th' },
        today: { type: 'string' },
        out: { type: 'string' },
        'no-cache': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    const seen = describeCallError(error, 'th');
    throw new ImpactError(createWords('th').say('error.arguments', { seen }), true);
  }
}

function choose<T extends string>(flag: string, seen: string, choices: readonly T[], say: Say): T {
  const chosen = choices.find((choice) => choice === seen);
  if (chosen === undefined) {
    throw new ImpactError(say('error.choice', { flag, seen, choices: choices.join(', ') }), true);
  }
  return chosen;
}

function chooseDay(seen: string | undefined, language: Language): string | undefined {
  const mistake = findDayMistake(seen, language);
  if (mistake !== undefined) throw new ImpactError(mistake, true);
  return seen === '' ? undefined : seen;
}
