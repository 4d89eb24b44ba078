import type { IndicatorYear } from '#domain/dataset.ts';
import { QUARTERS } from '#domain/fiscal-year.ts';
import type { QuarterNumber } from '#domain/schemas/text.ts';
import { findText } from '#domain/section-text.ts';
import { createFormat } from '#strings/format.ts';
import type { Interview } from './interview.ts';

/** Letters of a narrative that are enough to remember it. */
const EXCERPT = 200;

/** What an officer should have in sight before typing a figure: the promise, what was reported last, what counts. */
export function describeQuarter(item: IndicatorYear, quarter: QuarterNumber, interview: Interview): string {
  const { say, language } = interview;
  const format = createFormat(language);
  const { name, unit, target, quarterTargets, accumulation } = item.indicator.data;
  const planned = quarterTargets?.[quarter - 1];
  const last = QUARTERS.findLast((other) => other < quarter && item.reports[other]?.data.result !== undefined);
  const report = last === undefined ? undefined : item.reports[last];
  const told = findText(report?.sections.body)?.replace(/\s+/g, ' ').trim() ?? '';
  return [
    say('about.indicator', { name, quarter, year: item.year }),
    target === 'unknown'
      ? say('about.no-target', { unit })
      : say('about.target', { target: format.plain(target), unit }),
    ...(planned === undefined ? [] : [say('about.planned', { target: format.plain(planned), unit, quarter })]),
    report?.data.result === undefined
      ? say('about.no-last')
      : say('about.last', { quarter: last ?? '', result: format.figure(report.data.result), unit }),
    ...(told === '' ? [] : [say('about.told', { text: told.length > EXCERPT ? `${told.slice(0, EXCERPT)}…` : told })]),
    say(`about.type-${accumulation}`, { unit }),
  ].join('\n');
}
