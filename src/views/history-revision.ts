import { isPromise } from '#domain/impact/find-marks.ts';
import type { EntryChange } from '#domain/impact/impact.ts';
import type { Revision } from '#domain/ledger/ledger.ts';
import type { ViewContext } from './context.ts';
import { getCorrections } from './correction-view.ts';
import { listEffects, wordRemoved } from './history-effects.ts';
import {
  type FindLater,
  getMark,
  isAbout,
  isFigure,
  isShown,
  type LineView,
  listLines,
  type MarkView,
} from './history-lines.ts';
import { nameField, namePlace } from './history-values.ts';

/** What a reader may look for among changes; a revision may be of several kinds. */
export const KINDS = ['published', 'figures', 'promise', 'corrected', 'gone', 'other'] as const;

export type Kind = (typeof KINDS)[number];

/** What one commit did to one indicator's year, in words. */
export interface RevisionView {
  kinds: Kind[];
  /** That it was published, removed, moved or brought back as a whole. */
  headline?: string;
  lines: LineView[];
  effects: string[];
  /** What else came with it, and what is not known of it. */
  notes: string[];
  marks: MarkView[];
}

export function getRevisionView(
  revision: Revision,
  context: ViewContext,
  findLater: FindLater = () => undefined,
): RevisionView {
  const { entries, standings, change } = revision;
  const headline = wordWhole(revision, context);
  const effects = listEffects(standings, context);
  const kinds = listKinds(revision);
  const isChange = kinds.includes('figures') || kinds.includes('promise');
  const isWhole = change === 'added' || change === 'removed';
  return {
    kinds,
    ...(headline === undefined ? {} : { headline }),
    lines: entries.flatMap((entry) => listLines(revision, entry, findLater, context)),
    effects: effects.length === 0 && isChange && !isWhole ? [context.t('history.no-effect')] : effects,
    notes: listNotes(revision, context),
    marks: [
      ...revision.marks.map((mark) => getMark(mark, context)),
      ...(entries.some(({ corrections }) => corrections.removed.length > 0)
        ? [{ text: context.t('history.correction-removed'), isFine: false }]
        : []),
    ],
  };
}

/** Of what a revision is, in the order of `KINDS`; "other" only where it is nothing else. */
export function listKinds({ change, entries, marks, isCutOff }: Revision): Kind[] {
  const found = new Set(entries.flatMap(listEntryKinds));
  if (change === 'added' && isCutOff !== true) found.add('published');
  if (change === 'removed' || change === 'moved' || change === 'restored') found.add('gone');
  if (marks.includes('closed-with-correction')) found.add('corrected');
  if (found.size === 0) found.add('other');
  return KINDS.filter((kind) => found.has(kind));
}

function listEntryKinds({ place, change, fields, corrections }: EntryChange): Kind[] {
  const corrected: Kind[] = corrections.added.length > 0 ? ['corrected'] : [];
  if (place === 'indicator') return fields.some(({ key }) => isPromise(key)) ? ['promise', ...corrected] : corrected;
  if (change === 'added') return ['published', ...corrected];
  if (change === 'removed') return ['figures', ...corrected];
  const figures = fields.filter(({ key }) => isFigure(key));
  const kinds = figures.map(({ before }): Kind => (before === undefined ? 'published' : 'figures'));
  return [...kinds, ...corrected];
}

function wordWhole({ change, from, places, isCutOff, standings }: Revision, context: ViewContext): string | undefined {
  const { t } = context;
  if (change === 'changed') return undefined;
  if (change === 'moved') return t('history.moved', { from: from ?? '' });
  if (change === 'restored') return t('history.restored');
  if (change === 'removed') return wordRemoved({ standings }, context);
  const files = places.filter((place) => place !== 'indicator').map((place) => namePlace(place, context));
  const first = t(isCutOff === true ? 'history.added-or-before' : 'history.added');
  return files.length === 0 ? first : t('history.added-with', { first, files: files.join(', ') });
}

function listNotes({ entries, unreadable, uncertain = [] }: Revision, context: ViewContext): string[] {
  const { t, format } = context;
  const alone = entries.flatMap(({ change, fields, corrections }) =>
    corrections.added.filter((one) => change === 'changed' && !fields.some(({ key }) => isAbout(one, key))),
  );
  const named = [...new Set(entries.flatMap((entry) => nameOthers(entry, context)))];
  const files = entries.reduce((sum, { evidence }) => sum + evidence.added.length + evidence.removed.length, 0);
  return [
    ...getCorrections(alone, context),
    ...(named.length === 0 ? [] : [t('history.others', { fields: named.join(', ') })]),
    ...(files === 0 ? [] : [t('history.evidence', { count: format.count(files) })]),
    ...(unreadable.length === 0 ? [] : [t('history.unreadable', { files: unreadable.join(', ') })]),
    ...(uncertain.length === 0 ? [] : [t('history.uncertain')]),
  ];
}

/** Fields and texts that changed and of which the values are not shown. */
function nameOthers(entry: EntryChange, context: ViewContext): string[] {
  const { place, change, fields, narratives } = entry;
  if (place !== 'indicator' && change !== 'changed') return [];
  const others = fields.filter(({ key }) => !isShown(place, key)).map(({ key }) => nameField(place, key, context));
  const texts = narratives.map(({ section }) => {
    const text = context.t(`history.text-${section}`);
    return place === 'indicator' || place === 'year'
      ? text
      : context.t('history.field', { place: namePlace(place, context), field: text });
  });
  return [...others, ...texts];
}
