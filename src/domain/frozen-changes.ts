import { getTopField } from './corrected-field.ts';
import type { IndicatorYear } from './dataset.ts';
import {
  hasBegun,
  isClosed,
  isFigure,
  isFirstReport,
  isPromise,
  listQuarters,
  type MarkRules,
} from './impact/find-marks.ts';
import type { EntryChange, FieldChange, FieldValue } from './impact/impact.ts';
import { findNumbers, type Shown, spellValue } from './shown-value.ts';

/** A change that needs a correction. */
export interface FrozenChange {
  /** The field as a correction names it. */
  field: string;
  of: 'figure' | 'promise';
  before?: FieldValue;
  after?: FieldValue;
  /** Of a scale: what changed in it, which a correction may tell in words. */
  parts: readonly FieldChange[];
}

/**
 * What of an entry's changes overwrites what was published: figures of closed quarters, and the promise once its year has
 * begun. `before` is the whole indicator's year as it was.
 */
export function listFrozenChanges(entry: EntryChange, before: IndicatorYear, rules: MarkRules): FrozenChange[] {
  if (entry.place === 'indicator') return listPromises(entry, rules);
  const quarter = entry.place === 'year' ? 4 : entry.place;
  if (!isClosed(quarter, rules) || isFirstReport(entry)) return [];
  // Where no quarter had a figure the year had none either: nothing stood that this one could replace.
  const hadFigure = Object.values(before.reports).some(({ data }) => data.result !== undefined);
  if (entry.place === 'year' && entry.change === 'added' && !hadFigure) return [];
  return entry.fields.filter(({ key }) => isFigure(key)).map((change) => freeze('figure', change.key, change));
}

/** Numbers that changed in a scale and that the words of a correction do not hold, on either side. */
export function findUntold(
  parts: readonly FieldChange[],
  words: Record<'from' | 'to', Shown>,
): Record<'from' | 'to', number[]> {
  const miss = (pairs: [FieldValue | undefined, FieldValue | undefined][], text: Shown) => {
    const told = findNumbers(text);
    const numbers = pairs.flatMap(([value, other]) => listOwn(value, other));
    return [...new Set(numbers.filter((number) => !told.includes(number)))];
  };
  return {
    from: miss(
      parts.map(({ before, after }) => [before, after]),
      words.from,
    ),
    to: miss(
      parts.map(({ before, after }) => [after, before]),
      words.to,
    ),
  };
}

/** Numbers of a value, or of a list of values, that do not stand at their place in the other. */
function listOwn(value: FieldValue | undefined, other: FieldValue | undefined): number[] {
  const [own, theirs] = [value, other].map((side) => (typeof side === 'object' ? side : [side]));
  return (own ?? []).filter((item, index) => typeof item === 'number' && item !== theirs?.[index]).map(Number);
}

/** What changed in a scale in one line: "edges 10, 20, 30; floor 1". */
export function spellParts(parts: readonly FieldChange[], side: 'before' | 'after'): string {
  return parts.map((part) => `${part.key.slice(part.key.indexOf('.') + 1)} ${spellValue(part[side])}`).join('; ');
}

function listPromises({ place, fields }: EntryChange, rules: MarkRules): FrozenChange[] {
  if (!hasBegun(rules.year, rules.today)) return [];
  const scale = fields.filter(({ key }) => getTopField(key) === 'scale');
  const others = fields.filter(({ key }) => isPromise(key) && getTopField(key) !== 'scale');
  return [
    ...others.flatMap((change): FrozenChange[] => {
      switch (change.key) {
        case 'notScored.note':
        case 'withdrawn.reason':
          return [];
        case 'notScored.reason':
          return [freeze('promise', 'notScored', change)];
        case 'withdrawn.quarter': {
          // Withdrawing what is still open says itself from when and why; it takes back nothing that was closed.
          const isLate = listQuarters(place, change).some((quarter) => isClosed(quarter, rules));
          return isLate ? [freeze('promise', 'withdrawn', change)] : [];
        }
        default:
          return [freeze('promise', change.key, change)];
      }
    }),
    ...(scale.length === 0 ? [] : [{ field: 'scale', of: 'promise' as const, parts: scale }]),
  ];
}

function freeze(of: FrozenChange['of'], field: string, { before, after }: FieldChange): FrozenChange {
  return {
    field,
    of,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    parts: [],
  };
}
