import { getCorrectedKey, getTopField } from '../corrected-field.ts';
import { spellYaml } from '../correction-lines.ts';
import { type FrozenChange, findUntold } from '../frozen-changes.ts';
import type { WrittenEntry } from '../impact/compare-entries.ts';
import type { EntryChange, FieldChange, FieldValue } from '../impact/impact.ts';
import type { Issue } from '../issue.ts';
import type { Correction } from '../schemas/correction.ts';
import { isSameShown, isShown, type Shown, spellValue } from '../shown-value.ts';
import { reportIssue } from './report-issue.ts';

/** Changes that no new correction names. Of a scale: those parts that are named neither by themselves nor in words. */
export function findUncovered(frozen: readonly FrozenChange[], added: readonly Correction[]): FrozenChange[] {
  const named = new Set(added.map(({ field }) => getCorrectedKey(field)));
  return frozen.flatMap((change) => {
    if (named.has(getCorrectedKey(change.field))) return [];
    if (change.field !== 'scale') return [change];
    const parts = change.parts.filter(({ key }) => !named.has(key));
    return parts.length === 0 ? [] : [{ ...change, parts }];
  });
}

/** New corrections held against what changed: it is there, and it leads from their first value to their last. */
export function checkAddedCorrections(
  entry: WrittenEntry,
  change: EntryChange,
  frozen: readonly FrozenChange[],
  added: readonly Correction[],
): Issue[] {
  const chains = Map.groupBy(added, ({ field }) => getCorrectedKey(field));
  return [...chains].flatMap(([key, chain]) => {
    const exact = change.fields.find((field) => field.key === key);
    if (exact !== undefined) return checkStart(entry, exact, chain);
    const parts = change.fields.filter((field) => getTopField(field.key) === key);
    if (key === 'scale' && parts.length > 0) return checkScaleWords(entry, parts, chain, frozen, chains);
    if (parts.length > 0 || (key === 'evidence' && hasOtherEvidence(change))) return [];
    return chain.map((correction) => {
      const params = { seen: correction.field };
      return reportIssue(entry, 'CW714', `corrections.${findIndex(entry, correction)}.field`, params);
    });
  });
}

/**
 * Where the first correction starts. Where the last one ends, and that they join, is held against the file itself
 * (checkCorrections): what is told there is not told again.
 */
function checkStart(entry: WrittenEntry, { key, before, after }: FieldChange, chain: readonly Correction[]): Issue[] {
  const [first] = chain;
  if (first === undefined || isShown(first.from, before)) return [];
  const index = findIndex(entry, first);
  const earlier = entry.data.corrections?.slice(0, index).findLast(({ field }) => getCorrectedKey(field) === key);
  if (earlier !== undefined && !isSameShown(earlier.to, first.from)) return [];
  const type = `from: ${spellYaml(typeof before === 'number' ? before : spellValue(before))}`;
  const params = { seen: first.from, type, before: show(before), after: show(after) };
  return [reportIssue(entry, 'CW713', `corrections.${index}.from`, params)];
}

/** Words cannot be held against a scale letter for letter; but every number that went or came must stand in them. */
function checkScaleWords(
  entry: WrittenEntry,
  parts: readonly FieldChange[],
  chain: readonly Correction[],
  frozen: readonly FrozenChange[],
  chains: ReadonlyMap<string, readonly Correction[]>,
): Issue[] {
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) return [];
  const judged = frozen.find(({ field }) => field === 'scale')?.parts ?? parts;
  const untold = findUntold(
    judged.filter(({ key }) => !chains.has(key)),
    { from: first.from, to: last.to },
  );
  const report = (correction: Correction, side: 'from' | 'to', missing: string) => {
    const key = `corrections.${findIndex(entry, correction)}.${side}`;
    return reportIssue(entry, 'CW713', key, {
      seen: correction[side],
      missing,
      reason: missing === '' ? 'same' : 'words',
    });
  };
  if (isSameShown(first.from, last.to)) return [report(last, 'to', '')];
  return [
    ...(untold.from.length === 0 ? [] : [report(first, 'from', untold.from.join(', '))]),
    ...(untold.to.length === 0 ? [] : [report(last, 'to', untold.to.join(', '))]),
  ];
}

function hasOtherEvidence({ evidence }: EntryChange): boolean {
  return evidence.added.length + evidence.removed.length > 0;
}

function findIndex({ data }: WrittenEntry, correction: Correction): number {
  return data.corrections?.indexOf(correction) ?? 0;
}

function show(value: FieldValue | undefined): Shown {
  return value === undefined ? '–' : typeof value === 'number' ? value : spellValue(value);
}
