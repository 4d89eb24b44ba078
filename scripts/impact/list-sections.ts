import { isPromise } from '#domain/impact/find-marks.ts';
import type { ItemChange } from '#domain/impact/impact.ts';
import { describeIssue, nameField } from '#strings/issue-text.ts';
import type { Comparison } from './compare-revisions.ts';
import { describeChange, describeField, describeScores, describeStanding } from './describe-values.ts';
import { quote } from './escape-markdown.ts';
import { describeMarks, listFigureRows } from './figure-rows.ts';
import { createItemNames, type ItemNames } from './item-names.ts';
import { listOtherRows } from './other-rows.ts';
import { listPageLines } from './page-lines.ts';
import type { Section } from './section.ts';
import { listRuleRows, listSettingRows, listTotalRows } from './setting-rows.ts';
import type { ImpactKey, Words } from './words.ts';

/** A part before it is titled: keys of its title and of its columns, and its rows. */
type Part = [title: ImpactKey, columns: ImpactKey[], rows: string[][]];

/** Every part of the report, the most important first. Parts without rows are left out when written. */
export function listSections(comparison: Comparison, words: Words): Section[] {
  const names = createItemNames(comparison.impact, comparison.sites, words.language);
  const parts = [...listFirstParts(comparison, names, words), ...listLastParts(comparison, names, words)];
  return parts.map(([title, columns, rows]) => ({
    title: words.say(title),
    header: columns.map((column) => words.say(column)),
    rows,
  }));
}

/** Mistakes, figures, promises, delays. */
function listFirstParts(comparison: Comparison, names: ItemNames, words: Words): Part[] {
  const { items } = comparison.impact;
  const figures = withNames(items, names, (item) => listFigureRows(item, words));
  const promises = withNames(items, names, (item) => listPromiseRows(item, words));
  const [indicator, field, change] = ['column.indicator', 'column.field', 'column.change'] as const;
  return [
    ['section.errors', ['column.file', 'column.problem', 'column.fix'], listErrorRows(comparison, words)],
    ['section.items', ['column.what', indicator, 'column.detail'], listItemRows(comparison, names, words)],
    ['section.figures', [indicator, field, change, 'column.score'], figures],
    ['section.promises', [indicator, field, change, 'column.year-score', 'column.note'], promises],
    [
      'section.delays',
      [indicator, 'column.quarter', 'column.due', 'column.state'],
      listDelayRows(comparison, names, words),
    ],
  ];
}

/** Rules, warnings, totals, words, pages. */
function listLastParts(comparison: Comparison, names: ItemNames, words: Words): Part[] {
  const { items, ruleEffects, settings, totals, warnings, pages } = comparison.impact;
  const rules = listRuleRows(ruleEffects, names, words);
  const other = withNames(items, names, (item) => listOtherRows(item, words));
  const gone = warnings.gone.map(({ code, file }) => [`${code} ${quote(file)}`]);
  return [
    ['section.rules', ['column.year', 'column.standings', 'column.detail', 'column.examples'], rules],
    ['section.settings', ['column.file', 'column.field', 'column.change'], listSettingRows(settings, words)],
    ['section.warnings', ['column.file', 'column.problem'], listWarningRows(comparison, words)],
    ['section.totals', ['column.scope', 'column.change', 'column.counted'], listTotalRows(totals, names, words)],
    ['section.other', ['column.indicator', 'column.field', 'column.detail'], other],
    ['section.gone', [], gone],
    ['section.pages', [], listPageLines(pages, comparison.head.errors.length, words)],
  ];
}

function withNames(items: readonly ItemChange[], names: ItemNames, list: (item: ItemChange) => string[][]): string[][] {
  const name = names.start();
  return items.flatMap((item) => list(item).map((row) => [name(item.path), ...row]));
}

function listPromiseRows({ entries, standings }: ItemChange, words: Words): string[][] {
  const year = standings.find(({ of }) => of === 'year');
  const score = year === undefined ? words.say('score.same') : describeScores(year, words);
  return entries
    .filter(({ place }) => place === 'indicator')
    .flatMap(({ fields }) => fields.filter(({ key }) => isPromise(key)))
    .map((field) => [
      describeField('indicator', field.key, words),
      describeChange('indicator', field, words),
      score,
      describeMarks(field.marks, words),
    ]);
}

function listItemRows({ impact }: Comparison, names: ItemNames, words: Words): string[][] {
  const { say } = words;
  const name = names.start();
  return impact.items.flatMap((item) => {
    const { change, path, from, standings, marks } = item;
    if (change === 'changed') return [];
    const year = standings.find(({ of }) => of === 'year');
    const score = say('item.year', {
      score: describeStanding(change === 'removed' ? year?.before : year?.after, words),
    });
    const moved = say('item.from', { path: names.path(from ?? path) });
    const details = change === 'moved' ? [moved] : change === 'removed' ? [score, say('item.gone')] : [score];
    const attention = marks.length === 0 ? [] : [describeMarks(marks, words)];
    return [[say(`item.${change}`), name(path), [...details, ...attention].join('<br>')]];
  });
}

function listDelayRows({ impact }: Comparison, names: ItemNames, { say, format }: Words): string[][] {
  const name = names.start();
  return impact.delays.map(({ path, quarter, state, due, submitted = due, days = 0 }) => [
    name(path),
    format.count(quarter),
    format.day(due),
    say(`delay.${state}`, { days: format.count(days), submitted: format.day(submitted) }),
  ]);
}

function listErrorRows({ head }: Comparison, { language }: Words): string[][] {
  return head.errors.map((issue) => {
    const text = describeIssue(issue, language);
    return [
      quote(text.place, 120),
      `${text.code} ${quote(`${nameField(text)}${text.message}`, 240)}`,
      quote(text.fix, 240),
    ];
  });
}

function listWarningRows({ impact }: Comparison, { language, say, format }: Words): string[][] {
  return impact.warnings.added.map(({ issue, count, code }) => {
    const text = describeIssue(issue, language);
    const message = quote(`${nameField(text)}${text.message}`, 240);
    const all = count === 1 ? message : say('warning.count', { message, count: format.count(count) });
    return [quote(text.place, 120), `${code} ${all}`];
  });
}
