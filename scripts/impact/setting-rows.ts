import type { RuleEffect, SettingChange, TotalChange, TotalFigures } from '#domain/impact/impact.ts';
import { describeChange, describeField } from './describe-values.ts';
import { quote } from './escape-markdown.ts';
import type { ItemNames } from './item-names.ts';
import type { Words } from './words.ts';

/** How many kinds of change of status are shown for a year. */
const MOST_TRANSITIONS = 8;

/** Changed fields of calendars, plans, agencies and the site; a file that is new or gone is one row. */
export function listSettingRows(settings: readonly SettingChange[], words: Words): string[][] {
  return settings.flatMap(({ kind, file, change, fields }) => {
    if (change !== 'changed') return [[quote(file), words.say(`setting.${change}`), '']];
    return fields.map((field) => [
      quote(file),
      describeField(kind, field.key, words),
      describeChange(kind, field, words),
    ]);
  });
}

/** What new rules do, in numbers, with the first few they touch. */
export function listRuleRows(effects: readonly RuleEffect[], names: ItemNames, { say, format, t }: Words): string[][] {
  return effects.map(({ year, indicators, standings, transitions, first }) => {
    const counted = transitions.reduce((sum, { count }) => sum + count, 0);
    const lines = transitions.slice(0, MOST_TRANSITIONS).map(({ before, after, count }) =>
      say('rules.transition', {
        before: t(`status.${before}`),
        after: t(`status.${after}`),
        count: format.count(count),
      }),
    );
    const same = standings - counted;
    if (same > 0) lines.push(say('rules.points', { count: format.count(same) }));
    const more = indicators > first.length ? ['…'] : [];
    return [
      String(year),
      say('rules.summary', { standings: format.count(standings), indicators: format.count(indicators) }),
      [...lines, ...(transitions.length > MOST_TRANSITIONS ? ['…'] : [])].join('<br>'),
      [...first.map(names.path), ...more].join('<br>'),
    ];
  });
}

/** Totals before and after, with how many indicators they are made from. */
export function listTotalRows(totals: readonly TotalChange[], names: ItemNames, words: Words): string[][] {
  const { say, format } = words;
  const count = (figures: TotalFigures | undefined) =>
    say('total.counted', {
      counted: format.count(figures?.counted ?? 0),
      all: format.count((figures?.counted ?? 0) + (figures?.leftOut ?? 0)),
    });
  return totals.map(({ year, agency, before, after }) => {
    const scope =
      agency === undefined
        ? say('total.year', { year })
        : say('total.agency', { agency: names.agency(agency, year), year });
    const change = join(describeTotal(before, words), describeTotal(after, words), words);
    return [scope, change, join(count(before), count(after), words)];
  });
}

function describeTotal(figures: TotalFigures | undefined, { say, format }: Words): string {
  if (figures === undefined) return say('value.absent');
  const { points, weight, percent } = figures;
  if (percent === undefined) return say('total.none');
  const params = { points: format.points(points), weight: format.plain(weight), percent: format.percent(percent) };
  return say('total.figures', params);
}

function join(before: string, after: string, { say }: Words): string {
  return before === after ? after : say('value.change', { before, after });
}
