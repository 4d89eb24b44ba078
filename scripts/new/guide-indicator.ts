import type { Content } from '#data/read-content.ts';
import type { IndicatorYear } from '#domain/dataset.ts';
import { isError } from '#domain/issue.ts';
import { findNearest } from '#domain/nearest.ts';
import { createTranslate } from '#strings/translate.ts';
import { formatEntry } from '../write/format-entry.ts';
import { carryOver } from './carry-over.ts';
import { guideScale } from './guide-scale.ts';
import { IndicatorDraft } from './indicator-draft.ts';
import { type FieldQuestion, formatAnswer, listQuestions } from './indicator-questions.ts';
import type { Interview } from './interview.ts';
import { buildPlan, type ContentSource, type Plan } from './plan.ts';
import { buildStubs } from './plan-year.ts';
import { Refusal } from './refusal.ts';
import { parsePath, requirePlace, type Target } from './target.ts';
import type { Note } from './words.ts';

/** Everything an indicator is made from. */
export interface IndicatorTask {
  content: Content;
  source: ContentSource;
  target: Target;
  /** year/agency/indicator of the promise it goes on from. */
  from: string | undefined;
}

/** Asks what an indicator's promise needs; an earlier year's stands in the answers where there is one. */
export async function guideIndicator(task: IndicatorTask, interview: Interview): Promise<Plan> {
  const { content, target } = task;
  requirePlace(content.dataset, target, interview.say);
  const folder = `reports/${target.year}/${target.agency}/${target.slug}`;
  const draft = new IndicatorDraft(content, `${folder}/indicator.mdx`);
  const extra: Pick<Plan, 'copies' | 'notes'> = { copies: [], notes: [] };
  const use = (item: IndicatorYear) => prefill(draft, item, task, extra);
  const model = await findModel(task, interview);
  if (model !== undefined) use(model);
  const [name, ...questions] = listQuestions(content.dataset, target.year, interview.language, interview.say);
  if (name !== undefined) await askField(draft, name, interview);
  const similar = model === undefined ? await offer(findSimilar(task, draft.fields.name), interview) : undefined;
  if (similar !== undefined) {
    const typed = draft.fields.name;
    use(similar);
    draft.fields.name = typed;
  }
  for (const question of questions) await askField(draft, question, interview);
  await askScale(draft, interview);
  await askBody(draft, interview);
  const files = [{ file: draft.file, text: formatEntry('indicator', draft.fields, draft.body) }, ...buildStubs(folder)];
  return buildPlan({ files, ...extra, next: [{ key: 'next.indicator', params: { folder } }, { key: 'next.commit' }] });
}

function prefill(
  draft: IndicatorDraft,
  item: IndicatorYear,
  task: IndicatorTask,
  extra: Pick<Plan, 'copies' | 'notes'>,
): void {
  const { year, agency, slug } = task.target;
  const text = task.source.findText(item.indicator.file) ?? '';
  const carried = carryOver(item, text, { year, path: `${agency}/${slug}`, plans: task.content.dataset.plans });
  // The target is promised anew each year, even where it stays the same.
  const { target, ...fields } = carried.fields;
  draft.fields = fields;
  draft.body = carried.body;
  extra.copies.push(...carried.copies);
  const notes = carried.reviews
    .filter((review) => review !== 'scale')
    .map((review): Note => ({ key: `note.review-${review}`, params: { count: 1, paths: item.path } }));
  extra.notes.push({ key: 'note.from', params: { path: item.path } }, ...notes);
}

/** The promise named by --from, or the same indicator in the newest earlier year if the person wants it. */
async function findModel(
  { content, target, from }: IndicatorTask,
  interview: Interview,
): Promise<IndicatorYear | undefined> {
  const items = content.dataset.indicatorYears;
  if (from !== undefined) {
    const { year, agency, slug } = parsePath(from, interview.say);
    const item = items.get(`${year}/${agency}/${slug}`);
    if (item !== undefined) return item;
    const nearest = findNearest(`${year}/${agency}/${slug}`, [...items.keys()]) ?? '';
    throw new Refusal(
      interview.say(nearest === '' ? 'refuse.no-indicator' : 'refuse.no-indicator-near', { path: from, nearest }),
      2,
    );
  }
  const earlier = listEarlier(content, target).filter((item) => item.slug === target.slug);
  return offer(earlier.at(-1), interview);
}

async function offer(item: IndicatorYear | undefined, { ask, say }: Interview): Promise<IndicatorYear | undefined> {
  if (item === undefined || ask === undefined) return undefined;
  const { path, indicator } = item;
  return (await ask.confirm(say('ask.from', { path, name: indicator.data.name }), true)) ? item : undefined;
}

function findSimilar({ content, target }: IndicatorTask, name: unknown): IndicatorYear | undefined {
  const earlier = listEarlier(content, target);
  const nearest = findNearest(
    String(name ?? ''),
    earlier.map(({ indicator }) => indicator.data.name),
  );
  return earlier.findLast(({ indicator }) => indicator.data.name === nearest);
}

/** The agency's promises of earlier years, oldest first. */
function listEarlier({ dataset }: Content, { year, agency }: Target): IndicatorYear[] {
  return [...dataset.indicatorYears.values()]
    .filter((item) => item.agency === agency && item.year < year)
    .sort((a, b) => a.year - b.year);
}

async function askField(draft: IndicatorDraft, question: FieldQuestion, interview: Interview): Promise<void> {
  const { key } = question;
  const before = draft.fields[key];
  const isKnown = before !== undefined && interview.ask === undefined;
  const value = await interview.answer({
    ...question,
    initial: formatAnswer(before),
    isOptional: question.isOptional === true || isKnown,
    check: (answer) => draft.check(key, answer),
  });
  draft.fields[key] = value === undefined && isKnown ? before : value;
}

async function askScale(draft: IndicatorDraft, interview: Interview): Promise<void> {
  const { scale } = draft.fields;
  const { ask, say } = interview;
  const isInOrder =
    scale !== undefined && !interview.has('scale') && draft.check('scale', scale).filter(isError).length === 0;
  if (isInOrder && (ask === undefined || (await ask.confirm(say('ask.same-scale'), true)))) return;
  draft.fields.scale = await guideScale(draft, interview);
}

/** Definition and method under the headings that the reader knows. A carried text is kept unless new words are given. */
async function askBody(draft: IndicatorDraft, interview: Interview): Promise<void> {
  const isGiven = interview.has('definition') || interview.has('method');
  if (draft.body.trim() !== '' && !isGiven) return;
  const titles = createTranslate('th');
  const sections: string[] = [];
  for (const name of ['definition', 'method'] as const) {
    const format = (words: string) => `## ${titles(`section.${name}`)}\n\n${words}`;
    const words = await interview.answer({
      flag: name,
      message: interview.say(`ask.${name}`),
      isOptional: true,
      isLong: true,
      read: (answer) => answer,
      check: (answer) => draft.checkBody(format(answer)),
    });
    if (words !== undefined) sections.push(format(words));
  }
  draft.body = sections.join('\n\n');
}
