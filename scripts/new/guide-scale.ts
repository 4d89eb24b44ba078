import { Exact, round } from '#domain/decimal.ts';
import { Figure } from '../write/format-entry.ts';
import { getFieldMessage, listChoices } from './field-question.ts';
import type { IndicatorDraft } from './indicator-draft.ts';
import { type Interview, readNumber, readNumbers } from './interview.ts';

type Read<T> = (answer: string) => T;

/** Asks for the scale of an indicator whose other fields are answered; undefined where flags are missing. */
export async function guideScale(draft: IndicatorDraft, interview: Interview): Promise<unknown> {
  const { language } = interview;
  const isFalling = draft.fields.direction === 'lower';
  const kinds = isFalling ? ['bands', 'proportional'] : ['milestones', 'bands', 'proportional'];
  const kind = await interview.answer({
    flag: 'scale',
    message: getFieldMessage('indicator', 'scale.kind', language),
    choices: listChoices(kinds, language),
    read: String,
    // Its own fields are still to come: only the kind is judged.
    check: (value) => (kinds.includes(value) ? [] : draft.check('scale', { kind: value })),
  });
  if (kind === 'milestones') return { kind, ...(await guideMilestones(draft, interview)) };
  if (kind === 'bands') return { kind, ...(await guideBands(draft, interview)) };
  if (kind !== 'proportional') return kind === undefined ? undefined : { kind };
  const baseline = await interview.answer({
    flag: 'baseline',
    message: getFieldMessage('indicator', 'scale.baseline', language),
    isOptional: true,
    read: readNumber,
    check: (value) => draft.check('scale', { kind, baseline: value }),
  });
  return { kind, baseline };
}

async function guideBands(draft: IndicatorDraft, interview: Interview) {
  const between = await choose('between', ['step', 'linear'], interview, String);
  const edges = await interview.answer({
    flag: 'edges',
    message: getFieldMessage('indicator', 'scale.edges', interview.language),
    read: readNumbers,
    check: (value) => draft.check('scale', { kind: 'bands', between: 'step', edges: value, floor: 0 }),
  });
  const floor = await choose('floor', ['1', '0'], interview, readNumber);
  return { between, edges, floor };
}

async function guideMilestones(draft: IndicatorDraft, interview: Interview) {
  const between = await choose('between', ['step', 'linear'], interview, String);
  const reads = await choose('reads', ['percent', 'level'], interview, String, true);
  const criteria = await interview.answer({
    flag: 'criteria',
    message: `${getFieldMessage('indicator', 'scale.levels.criterion', interview.language)}\n${interview.say('ask.criteria')}`,
    isLong: true,
    read: (answer) => answer.split('\n').flatMap((line) => line.trim() || []),
    check: (value) => draft.check('scale', { kind: 'milestones', between: 'step', levels: buildLevels(value, draft) }),
  });
  const equal = buildLevels(criteria ?? [], draft);
  const percents = await askSteps('percents', equal, draft, interview);
  const points = await askSteps('points', merge(equal, { percents }), draft, interview);
  const levels = merge(equal, { percents, points });
  return { between, ...(reads === 'level' || reads === undefined ? { reads } : {}), levels };
}

interface Level {
  level: number;
  percent: unknown;
  points: unknown;
  criterion: string;
}

/** Equal steps of the whole; of 100 points where no weight is known. */
function buildLevels(criteria: readonly string[], draft: IndicatorDraft): Level[] {
  const { weight } = draft.fields;
  const full = weight instanceof Figure ? weight.text : typeof weight === 'number' ? weight : 100;
  const share = (whole: string | number, step: number) => round(new Exact(whole).times(step).div(criteria.length), 4);
  return criteria.map((criterion, index) => ({
    level: index + 1,
    percent: share(100, index + 1),
    points: share(full, index + 1),
    criterion,
  }));
}

function merge(levels: Level[], given: { percents?: unknown[] | undefined; points?: unknown[] | undefined }): Level[] {
  return levels.map((level, index) => ({
    ...level,
    percent: given.percents === undefined ? level.percent : given.percents[index],
    points: given.points === undefined ? level.points : given.points[index],
  }));
}

/** Equal steps stand in the answer, to be confirmed or changed. */
function askSteps(flag: 'percents' | 'points', equal: Level[], draft: IndicatorDraft, interview: Interview) {
  const key = flag === 'percents' ? 'percent' : 'points';
  return interview.answer({
    flag,
    message: `${getFieldMessage('indicator', `scale.levels.${key}`, interview.language)}\n${interview.say('ask.steps', { count: equal.length })}`,
    initial: equal.map((level) => String(level[key])).join(' '),
    isOptional: true,
    read: readNumbers,
    check: (value) => {
      const levels = merge(equal, { [flag]: value });
      // More numbers than steps are not lost without a word.
      const extra = value
        .slice(equal.length)
        .map((number) => ({ level: 0, percent: number, points: number, criterion: '' }));
      return draft.check('scale', { kind: 'milestones', between: 'step', levels: [...levels, ...extra] });
    },
  });
}

function choose<T>(
  flag: 'between' | 'floor' | 'reads',
  values: string[],
  interview: Interview,
  read: Read<T>,
  isOptional = false,
) {
  const { language } = interview;
  return interview.answer({
    flag,
    message: getFieldMessage('indicator', `scale.${flag}`, language),
    choices: listChoices(values, language),
    isOptional,
    read,
    check: () => [],
  });
}
