import { getTopField } from '../corrected-field.ts';
import { hasBegun } from '../impact/find-marks.ts';
import type { EntryChange, FieldChange } from '../impact/impact.ts';
import type { Correction } from '../schemas/correction.ts';
import type { ScoredSite } from '../scored-site.ts';
import type { Ledger, Revision } from './ledger.ts';

/** A promise of a year that was changed after the year had begun. */
export interface MovedPromise {
  revision: Revision;
  /** Where the indicator's year stands now; absent where it no longer does. */
  now?: string;
  /** Fields of the promise that changed. */
  fields: FieldChange[];
  /** Corrections that came with it. */
  corrections: Correction[];
}

/** Fields by which a result is judged, and which a result can be made to look better by. */
const PROMISE = ['target', 'quarterTargets', 'weight', 'direction', 'accumulation', 'scale', 'unit'];

/**
 * Promises that moved after the fiscal year began, newest first: of what stands in the year, stood in it when it was
 * changed, or is gone. Scores before and after are the revision's.
 */
export function listMovedPromises(ledger: Ledger, site: Pick<ScoredSite, 'today'>, year: number): MovedPromise[] {
  if (ledger.state === 'unknown') return [];
  const standing = [...ledger.items].flatMap(([now, all]) =>
    listMoved(all, site.today, year).map((one) => ({ ...one, now })),
  );
  const gone = [...ledger.gone.values()].flatMap((all) => listMoved(all, site.today, year));
  const getTime = ({ revision: { commit } }: MovedPromise) => commit?.time ?? '9999';
  return [...standing, ...gone].sort((a, b) => (getTime(a) < getTime(b) ? 1 : getTime(a) > getTime(b) ? -1 : 0));
}

function listMoved(revisions: readonly Revision[], today: string, year: number): MovedPromise[] {
  return revisions.flatMap((revision) => {
    const { path, commit, entries } = revision;
    if (!path.startsWith(`${year}/`) || !hasBegun(year, commit?.day ?? today)) return [];
    const promise = entries.find(({ place, change }) => place === 'indicator' && change === 'changed');
    const fields = promise === undefined ? [] : listPromiseFields(promise);
    return promise === undefined || fields.length === 0
      ? []
      : [{ revision, fields, corrections: promise.corrections.added }];
  });
}

function listPromiseFields({ fields }: EntryChange): FieldChange[] {
  return fields.filter(({ key }) => PROMISE.includes(getTopField(key)));
}
