import { type Issue, isError } from '#domain/issue.ts';
import { writeText } from '../check/write-report.ts';
import type { Call } from './options.ts';
import type { Refusal } from './refusal.ts';
import type { Outcome } from './run.ts';
import { tellScore } from './tell-score.ts';
import { createWords, type Note } from './words.ts';

/** Files named one by one; more are counted. */
const MOST_NAMED = 24;

/** What was done, what the checker says of it, what to do next. */
export function writeOutcome(outcome: Outcome, call: Call, today: string, hasColour: boolean): string {
  const say = createWords(call.language);
  const { plan, written, issues } = outcome;
  const kept = plan.kept.length === 0 ? [] : [listFiles(say('done.kept'), plan.kept, call)];
  if (written.length === 0) return [say('done.nothing'), ...kept].join('\n\n');
  const head = listFiles(say(call.isDry ? 'done.dry' : 'done.written', { count: written.length }), written, call);
  const texts = plan.files.filter(({ file }) => written.includes(file));
  const shown = call.isDry && texts.length <= 6 ? [texts[0]?.text.trimEnd() ?? ''] : [];
  const notes = [...plan.notes, ...noteWarnings(outcome)].map(({ key, params }) => `• ${say(key, params)}`).join('\n');
  const report = writeText(
    { issues, files: outcome.after.counts.files, content: call.content },
    call.language,
    hasColour,
  );
  const next = plan.next.map(({ key, params }, index) => `  ${index + 1}. ${say(key, params)}`);
  const parts = [
    head,
    ...shown,
    ...kept,
    notes,
    call.isDry ? '' : score(outcome, call, today),
    say('done.checked'),
    report,
  ];
  if (!call.isDry) parts.push([say('done.next'), ...next].join('\n'));
  return parts.filter((part) => part !== '').join('\n\n');
}

/** Why nothing was written, and what to type instead. */
export function describeRefusal(refusal: Refusal, { language, content }: Pick<Call, 'language' | 'content'>): string {
  const { message, issues, files, status } = refusal;
  const listed = issues.length === 0 ? [] : [writeText({ issues: [...issues], files, content }, language, false)];
  return [message, ...listed, ...(status === 2 ? [createWords(language)('usage.short')] : [])].join('\n\n');
}

/** 0 good, 1 where the checker found an error in what was written. */
export function getStatus({ issues }: Outcome): 0 | 1 {
  return issues.some(isError) ? 1 : 0;
}

/** Oddities of a carried text stood in last year's already. */
function noteWarnings({ kind, issues }: Outcome): Note[] {
  const count = issues.filter((issue: Issue) => !isError(issue)).length;
  return kind === 'year' && count > 0 ? [{ key: 'note.warnings', params: { count } }] : [];
}

function score({ kind, target, after }: Outcome, call: Call, today: string): string {
  if (kind !== 'quarter' || target.quarter === undefined) return '';
  const path = `${target.year}/${target.agency}/${target.slug}`;
  return tellScore(after.dataset, path, target.quarter, today, call.language);
}

function listFiles(head: string, files: readonly string[], call: Call): string {
  const say = createWords(call.language);
  const named = files.slice(0, MOST_NAMED).map((file) => `  ${call.content}/${file}`);
  const more = files.length - named.length;
  return [head, ...named, ...(more > 0 ? [`  ${say('done.more', { count: more })}`] : [])].join('\n');
}
