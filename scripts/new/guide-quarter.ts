import type { Content } from '#data/read-content.ts';
import type { IndicatorYear } from '#domain/dataset.ts';
import { getQuarterSpan } from '#domain/fiscal-year.ts';
import type { Issue } from '#domain/issue.ts';
import { findNearest } from '#domain/nearest.ts';
import { type Fields, formatEntry } from '../write/format-entry.ts';
import { describeQuarter } from './describe-quarter.ts';
import { getFieldMessage } from './field-question.ts';
import { type Interview, readNumber } from './interview.ts';
import { buildPlan, type Plan } from './plan.ts';
import { Refusal } from './refusal.ts';
import { splitEntry } from './split-entry.ts';
import { requirePlace, type Target } from './target.ts';
import { isAt, tryFiles } from './try-files.ts';
import type { Note } from './words.ts';

export interface QuarterTask {
  content: Content;
  findText: (file: string) => string | undefined;
  target: Target;
  /** "title=file.pdf" or "title=https://…", as given with the command. */
  evidence: string[];
  /** YYYY-MM-DD: the day on which the report is handed in when nothing else is said. */
  today: string;
}

/** Typed in place of a figure where a quarter is told in words. */
const NO_FIGURE = 'none';

/** Asks what a quarter's report needs. A stub may be filled; any other file that is there stays. */
export async function guideQuarter(task: QuarterTask, interview: Interview): Promise<Plan> {
  const item = getItem(task, interview);
  const quarter = task.target.quarter ?? 1;
  const file = `reports/${item.path}/q${quarter}.mdx`;
  const before = task.findText(file);
  const isStub = before !== undefined && isEmptyEntry(before);
  const { until } = getQuarterSpan(item.year, quarter);
  interview.ask?.tell(describeQuarter(item, quarter, interview));
  const fields: Fields = {};
  const check: Check = (key, value, text = '') =>
    tryFiles(task.content, [{ file, text: formatEntry('report', { ...fields, [key]: value }, text) }]);
  const result = await interview.answer({
    flag: 'result',
    message: `${getFieldMessage('report', 'result', interview.language)}\n${interview.say('ask.no-figure')}`,
    read: (answer) => (answer === NO_FIGURE ? undefined : readNumber(answer)),
    check: (value) => check('result', value).filter((issue) => isAt(issue, 'result')),
  });
  fields.result = result;
  const submitted = await askDay('submitted', getSubmitted(before) ?? task.today, check, interview);
  fields.submitted = submitted;
  // Handed in before the quarter ended: the figure cannot be of a later day.
  const [latest = until] = [submitted, until].sort();
  fields.asOf = await askDay('asOf', latest, check, interview);
  fields.evidence = await askEvidence(task, interview, check);
  const text = await interview.answer({
    flag: 'text',
    message: interview.say('ask.text'),
    isLong: true,
    isOptional: result !== undefined || (interview.ask === undefined && !interview.has('result')),
    read: (answer) => answer,
    check: (answer) => check('result', result, answer).filter((issue) => isAt(issue, '')),
  });
  const next: Note[] = [{ key: 'next.quarter', params: { file } }, { key: 'next.commit' }];
  return buildPlan({
    files: [{ file, text: formatEntry('report', fields, text) }],
    fills: isStub ? [{ file, text: before }] : [],
    next,
  });
}

/** What the checker says of the report if a field held this. */
type Check = (key: string, value: unknown, text?: string) => Issue[];

async function askDay(key: 'asOf' | 'submitted', day: string, check: Check, interview: Interview): Promise<string> {
  const answer = await interview.answer({
    flag: key === 'asOf' ? 'as-of' : key,
    message: getFieldMessage('report', key, interview.language),
    initial: day,
    isOptional: interview.ask === undefined,
    read: (typed) => typed,
    check: (value) => check(key, value).filter((issue) => isAt(issue, key)),
  });
  return answer ?? day;
}

/** The indicator of a target. Throws a Refusal that names the nearest one. */
function getItem({ content, target }: QuarterTask, { say }: Interview): IndicatorYear {
  const items = content.dataset.indicatorYears;
  const path = `${target.year}/${target.agency}/${target.slug}`;
  const item = items.get(path);
  if (item !== undefined) return item;
  // What is missing first is told first.
  requirePlace(content.dataset, target, say);
  const nearest =
    findNearest(
      path,
      [...items.keys()].filter((other) => other.startsWith(`${target.year}/`)),
    ) ?? '';
  throw new Refusal(say(nearest === '' ? 'refuse.no-indicator' : 'refuse.no-indicator-near', { path, nearest }), 2);
}

/** No field and no word: a report that waits to be written. */
function isEmptyEntry(text: string): boolean {
  const { fields, body } = splitEntry(text);
  return (
    Object.keys(fields).length === 0 &&
    body.trim() === '' &&
    /^---[^\n]*\n([#\s].*\n)*---\s*$/.test(text.replaceAll('\r\n', '\n'))
  );
}

/** Running a command again another day must not change the day of the report. */
function getSubmitted(text: string | undefined): string | undefined {
  const submitted = text === undefined ? undefined : splitEntry(text).fields.submitted;
  return typeof submitted === 'string' ? submitted : undefined;
}

async function askEvidence(task: QuarterTask, interview: Interview, check: Check): Promise<Fields[] | undefined> {
  const { ask, say } = interview;
  const list = task.evidence.map((given) => readEvidence(given, interview));
  if (ask === undefined || list.length > 0) return list.length === 0 ? undefined : list;
  while (await ask.confirm(say(list.length === 0 ? 'ask.evidence' : 'ask.more-evidence'), false)) {
    const title = await ask.text({
      message: getFieldMessage('report', 'evidence.title', interview.language),
      check: (answer) => (answer === '' ? say('ask.empty') : undefined),
    });
    const place = await ask.text({
      message: `${getFieldMessage('report', 'evidence.file', interview.language)}\n${say('ask.or-address')}`,
      check: (answer) =>
        interview.describe(
          check('evidence', [...list, toEvidence(title, answer)]).filter((issue) => isAt(issue, 'evidence')),
        ) || undefined,
    });
    list.push(toEvidence(title, place));
  }
  return list.length === 0 ? undefined : list;
}

function readEvidence(given: string, { say }: Interview): Fields {
  const [, title = '', place = ''] = /^([^=]+)=(.+)$/.exec(given) ?? [];
  if (title === '') throw new Refusal(say('refuse.evidence', { seen: given }), 2);
  return toEvidence(title.trim(), place.trim());
}

function toEvidence(title: string, place: string): Fields {
  return /^https?:/i.test(place) ? { title, url: place } : { title, file: place };
}
