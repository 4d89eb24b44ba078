import { constants, copyFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Content, readContent } from '#data/read-content.ts';
import { type Issue, isError } from '#domain/issue.ts';
import { planFiles, writeFiles } from '../write/write-files.ts';
import type { Ask } from './ask.ts';
import { askTarget, KINDS, type Kind } from './ask-target.ts';
import { guideAgency } from './guide-agency.ts';
import { guideIndicator } from './guide-indicator.ts';
import { guideQuarter } from './guide-quarter.ts';
import { guideYear } from './guide-year.ts';
import { Interview } from './interview.ts';
import type { Call } from './options.ts';
import type { ContentSource, Plan } from './plan.ts';
import { Refusal } from './refusal.ts';
import type { Target } from './target.ts';
import { tryFiles } from './try-files.ts';
import { createWords } from './words.ts';

/** What was done, for the report. */
export interface Outcome {
  plan: Plan;
  /** Files that were written, or would be. */
  written: string[];
  /** Files that were there already with the same text. */
  unchanged: string[];
  /** What the checker says of the files of the plan. */
  issues: Issue[];
  /** The content as it is now. */
  after: Content;
  kind: Kind;
  target: Target;
}

/** Side effects: whom to ask (nobody where there is no terminal), and the day. */
export interface Surroundings {
  ask: Ask | undefined;
  /** YYYY-MM-DD in the site's time zone. */
  getToday: (timeZone: string) => string;
}

/** Reads the content, asks for what is missing, checks, writes. Throws a Refusal where nothing can be written. */
export async function runNew(call: Call, { ask, getToday }: Surroundings): Promise<Outcome> {
  const say = createWords(call.language);
  const content = readContent(call.content);
  const source: ContentSource = { dataset: content.dataset, findText: (file) => findText(join(call.content, file)) };
  const today = getToday(content.dataset.site?.data.timeZone ?? 'UTC');
  const interview = (asked: Ask | undefined) => new Interview(call.flags, asked, say, call.language);
  const kind = call.kind ?? (await askKind(call, ask));
  const target = await askTarget(kind, call.words, content.dataset, interview(ask));
  const guide = (asked: Interview): Promise<Plan> => {
    if (kind === 'year')
      return guideYear(source, target, { ...call, agencies: call.flags.agencies, note: call.flags.note }, asked);
    if (kind === 'agency') return guideAgency(content, target, asked);
    if (kind === 'indicator') return guideIndicator({ content, source, target, from: call.flags.from }, asked);
    return guideQuarter({ content, findText: source.findText, target, evidence: call.evidence, today }, asked);
  };
  const plan = await makePlan(guide, { ask, interview, content, call, isWhole: call.words.length > 0 });
  return { ...write(plan, content, call), kind, target };
}

interface Making {
  ask: Ask | undefined;
  interview: (ask: Ask | undefined) => Interview;
  content: Content;
  call: Call;
  /** Whether the command itself said what is to be made. */
  isWhole: boolean;
}

/** By the flags alone where they are enough; else asking, if there is somebody to ask. */
async function makePlan(guide: (interview: Interview) => Promise<Plan>, making: Making): Promise<Plan> {
  const { ask, interview, content, call } = making;
  const silent = interview(undefined);
  const plan = await guide(silent);
  const isAnswered = silent.missing.length === 0 && (making.isWhole || ask === undefined);
  const issues = isAnswered ? tryFiles(content, plan.files, plan.copies).filter(isError) : [];
  if (isAnswered && (issues.length === 0 || ask === undefined)) return plan;
  if (ask === undefined) throw new Refusal(`${silent.say('refuse.missing')}\n  ${silent.missing.join('\n  ')}`, 2);
  if (making.isWhole) refuseExisting(plan, call, silent);
  return guide(interview(ask));
}

/** Nobody should answer ten questions for a file that is there already. */
function refuseExisting(plan: Plan, call: Call, { say }: Interview): void {
  const first = plan.files.find(({ file }) => existsSync(join(call.content, file)) && !mayFill(plan, file, call));
  if (first !== undefined) throw new Refusal(say('refuse.exists', { files: `${call.content}/${first.file}` }), 1);
}

async function askKind(call: Call, ask: Ask | undefined): Promise<Kind> {
  const say = createWords(call.language);
  if (ask === undefined) throw new Refusal(say('missing.kind'), 2);
  const choices = KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }));
  const answer = await ask.choose({ message: say('ask.kind'), choices, initial: 'quarter' });
  return KINDS.find((kind) => kind === answer) ?? 'quarter';
}

function write(plan: Plan, content: Content, call: Call): Omit<Outcome, 'kind' | 'target'> {
  const say = createWords(call.language);
  const { created, unchanged, conflicts } = planFiles(call.content, plan.files);
  const lost = conflicts.filter(({ file }) => !mayFill(plan, file, call));
  if (lost.length > 0) {
    throw new Refusal(
      say('refuse.exists', { files: lost.map(({ file }) => `${call.content}/${file}`).join('\n  ') }),
      1,
    );
  }
  const todo = [...created, ...conflicts];
  const before = tryFiles(content, plan.files, plan.copies);
  if (before.some(isError)) throw new Refusal(say('refuse.issues'), 1, before, plan.files.length);
  const written = todo.map(({ file }) => file);
  const same = unchanged.map(({ file }) => file);
  if (call.isDry || todo.length === 0) return { plan, written, unchanged: same, issues: before, after: content };
  writeFiles(call.content, todo, true);
  for (const { from, to } of plan.copies) copy(join(call.content, from), join(call.content, to));
  const after = readContent(call.content);
  const names = new Set(plan.files.map(({ file }) => file));
  return { plan, written, unchanged: same, issues: after.issues.filter(({ file }) => names.has(file)), after };
}

/** Whether a file is still the stub it was when the questions began: answering them takes minutes. */
function mayFill({ fills }: Plan, file: string, { content }: Call): boolean {
  return fills.some((stub) => stub.file === file && findText(join(content, file)) === stub.text);
}

function copy(from: string, to: string): void {
  if (!existsSync(to)) copyFileSync(from, to, constants.COPYFILE_EXCL);
}

function findText(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined;
}
