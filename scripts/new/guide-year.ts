import type { Interview } from './interview.ts';
import type { ContentSource, Plan } from './plan.ts';
import { findModel } from './plan-calendar.ts';
import { findLastYear, planYear } from './plan-year.ts';
import { Refusal } from './refusal.ts';
import type { Target } from './target.ts';

export interface YearFlags {
  agencies: string | undefined;
  hasStubs: boolean;
  isStated: boolean;
  note: string | undefined;
}

/** Asks what a year needs to be begun. */
export async function guideYear(
  source: ContentSource,
  target: Target,
  flags: YearFlags,
  interview: Interview,
): Promise<Plan> {
  const { year } = target;
  const { dataset } = source;
  const { say, ask } = interview;
  const agencies = flags.agencies?.split(/[\s,]+/).filter((agency) => agency !== '');
  const unknown = agencies?.filter((agency) => !dataset.agencies.has(agency)) ?? [];
  if (unknown.length > 0) throw new Refusal(say('refuse.no-agency', { agency: unknown.join(', ') }), 2);
  const model = findModel(dataset, year);
  const mayBeStated = model !== undefined && dataset.calendars.get(model)?.data.basis === 'stated';
  if (flags.isStated && !mayBeStated) throw new Refusal(say('refuse.stated', { model: model ?? '–' }), 1);
  const last = findLastYear(dataset, year);
  let { isStated, hasStubs } = flags;
  if (ask !== undefined) {
    if (mayBeStated && !isStated) isStated = await ask.confirm(say('ask.stated', { year }), false);
    if (hasStubs && last !== undefined) hasStubs = await ask.confirm(say('ask.stubs', { year, last }), true);
  }
  return planYear(source, { year, agencies, hasStubs, isStated, note: flags.note });
}
