import { isPromise } from '#domain/impact/find-marks.ts';
import type { EntryChange, ItemChange, Narrative, NarrativeChange } from '#domain/impact/impact.ts';
import type { Correction } from '#domain/schemas/correction.ts';
import { describeChange, describeField } from './describe-values.ts';
import { quote } from './escape-markdown.ts';
import { describePlace } from './figure-rows.ts';
import type { ImpactKey, Words } from './words.ts';

/** How many names of a list are shown. */
const MOST_NAMES = 5;

/** What else changed in the files of an indicator: words, evidence, corrections, names. Each with where it stands. */
export function listOtherRows(item: ItemChange, words: Words): [place: string, detail: string][] {
  const { entries, files, change } = item;
  const inEntries = entries.flatMap((entry) => {
    const place = describePlace(entry.place, words);
    return listEntryDetails(entry, words).map((detail): [string, string] => [place, detail]);
  });
  if (change === 'added' || change === 'removed') return [];
  const beside = [
    ...listNames('other.files-added', files.added, words),
    ...listNames('other.files-removed', files.removed, words),
    ...listNames('other.files-changed', files.changed, words),
  ];
  return [...inEntries, ...beside.map((detail): [string, string] => ['', detail])];
}

function listEntryDetails(entry: EntryChange, words: Words): string[] {
  const { place, change, fields, narratives, evidence, corrections } = entry;
  const isOfPromise = place === 'indicator';
  const plain = isOfPromise ? fields.filter(({ key }) => !isPromise(key)) : [];
  return [
    ...plain.map((field) =>
      words.say('place.field', {
        place: describeField('indicator', field.key, words),
        field: describeChange('indicator', field, words),
      }),
    ),
    // The words of a new report are part of its being new.
    ...(change === 'changed' || isOfPromise ? narratives.map((narrative) => describeNarrative(narrative, words)) : []),
    ...listNames(
      'other.evidence-added',
      evidence.added.map(({ title }) => title),
      words,
    ),
    ...listNames(
      'other.evidence-removed',
      evidence.removed.map(({ title }) => title),
      words,
    ),
    ...listNames('other.corrections-added', corrections.added.map(describeCorrection), words),
    ...listNames('other.corrections-removed', corrections.removed.map(describeCorrection), words).map(
      (text) => `⚠️ ${text}<br>${words.say('mark.correction-removed')}`,
    ),
  ];
}

function describeNarrative({ section, before, after }: NarrativeChange, words: Words): string {
  const { say, format } = words;
  const name = say(`narrative.${section}`);
  const sides = [before, after];
  const isShort = sides.every((side) => side === undefined || side.text !== undefined);
  const describe = (side: Narrative | undefined) => {
    if (side === undefined) return say('value.absent');
    return side.text !== undefined && isShort ? `“${quote(side.text)}”` : format.count(side.characters);
  };
  const params = { section: name, before: describe(before), after: describe(after) };
  return say(isShort ? 'narrative.short' : 'narrative.change', params);
}

function describeCorrection({ field, from, to, reason }: Correction): string {
  return `${field} ${from} → ${to}: ${reason}`;
}

function listNames(key: ImpactKey, names: readonly string[], { say, format }: Words): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, MOST_NAMES).map((name) => `“${quote(name)}”`);
  const more = names.length > MOST_NAMES ? ['…'] : [];
  return [say(key, { count: format.count(names.length), names: [...shown, ...more].join(', ') })];
}
