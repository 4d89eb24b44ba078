import { type LedgerOptions, readLedger } from '#data/ledger.ts';
import { readContent } from '#data/read-content.ts';
import type { StandingFigures } from '#domain/impact/impact.ts';
import type { Ledger, Revision } from '#domain/ledger/ledger.ts';

export type KnownLedger = Exclude<Ledger, { state: 'unknown' }>;

/** The ledger of a content folder as a build reads it, which must be sound; throws where there is no history. */
export function readKnownLedger(content: string, options: Partial<LedgerOptions> = {}): KnownLedger {
  const ledger = readAnyLedger(content, options);
  if (ledger.state === 'unknown') throw new Error(`no history: ${ledger.reason}`);
  return ledger;
}

export function readAnyLedger(content: string, options: Partial<LedgerOptions> = {}): Ledger {
  const { entries } = readContent(content);
  return readLedger({ content, entries, timeZone: 'Asia/Bangkok', today: '2024-07-21', ...options });
}

/** What every indicator's year went through, by the path it has now; `names` are what to call commits. */
export function tellItems(items: KnownLedger['items'], names: Record<string, string> = {}): Record<string, string[]> {
  const known = new Map(Object.entries(names).map(([name, id]) => [id, name]));
  const told = [...items].map(([path, revisions]) => [
    path,
    revisions.map((revision) => tellRevision(revision, known)),
  ]);
  return Object.fromEntries(told);
}

/** A revision in one line: commit, what it did, fields with their values, scores. */
function tellRevision(revision: Revision, names: ReadonlyMap<string, string>): string {
  const { commit, change, from, places, entries, standings, unreadable, uncertain = [], marks, isCutOff } = revision;
  const name = commit === undefined ? 'disk' : (names.get(commit.id) ?? 'commit');
  return [
    `${name}${commit?.request === undefined ? '' : ` #${commit.request}`}: ${change}${isCutOff ? ' or before' : ''}`,
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(places.length === 0 ? [] : [`with ${places.join(' ')}`]),
    ...entries.flatMap(tellEntry),
    ...standings.map(({ of, before, after }) => `${of}= ${tellScore(before)} > ${tellScore(after)}`),
    ...unreadable.map((file) => `cannot read ${file}`),
    ...uncertain.map((place) => `${place} is uncertain`),
    ...(marks.length === 0 ? [] : [`(${marks.join(' ')})`]),
  ].join('; ');
}

function tellEntry({ place, change, fields, narratives, corrections }: Revision['entries'][number]): string[] {
  const told = fields.map(({ key, before, after, marks }) => {
    const values = `${String(before ?? '')} > ${String(after ?? '')}`;
    return `${place}.${key} ${values}${marks.length === 0 ? '' : ` (${marks.join(' ')})`}`;
  });
  const texts = narratives.map(({ section }) => `${place} text ${section}`);
  const corrected = corrections.added.map(({ field, from, to }) => `${place} correction ${field} ${from} > ${to}`);
  return [...(change === 'changed' ? [] : [`${place} ${change}`]), ...told, ...texts, ...corrected];
}

function tellScore(figures: StandingFigures | undefined): string {
  if (figures === undefined) return '';
  const { status, score } = figures;
  return score.state === 'scored' ? `${status} ${score.percent}` : status;
}
