import { createHash } from 'node:crypto';
import type { Dataset, IndicatorYear } from '#domain/dataset.ts';
import type { Ledger } from '#domain/ledger/ledger.ts';
import { ReadMap, Reads } from '#domain/reads.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';

/** A site that notes which of its parts are read, and tells of each what it is now. */
export interface TracedSite extends ScoredSite {
  reads: Reads;
  /** Changes when the part of this name changed, and only then. Throws for a name that no site gives. */
  getDigest: (name: string) => string;
  /** Tells what something is that was made of the site and that pages read. */
  setDigest: (name: string, digest: string) => void;
}

/**
 * The same site, noting what is read of it. Settings and the day are not noted: every page is made anew when one of them
 * changes. `getFileDigest` tells of a file of `content/`, by its path, what is in it.
 */
export function traceSite(site: ScoredSite, getFileDigest: (file: string) => string): TracedSite {
  const reads = new Reads();
  const items = new ReadMap(site.items, reads, { one: (path) => `item ${path}`, keys: 'paths', all: 'items' });
  const byYear = [...site.byYear].map(([year, agencies]) => {
    const one = (agency: string) => `items ${year}/${agency}`;
    return [year, new ReadMap(agencies, reads, { one, keys: `agencies ${year}`, all: `year ${year}` })] as const;
  });
  const traced = {
    ...site,
    items,
    // A year's agencies note for themselves what is read of them.
    byYear: new ReadMap(byYear, reads, { one: () => 'years', keys: 'years', all: 'years' }),
    bySeries: new ReadMap(site.bySeries, reads, {
      one: (series) => `series ${series}`,
      keys: 'series-names',
      all: 'items',
    }),
    lineage: new ReadMap(site.lineage, reads, {
      one: (series) => `lineage ${series}`,
      keys: 'lineage',
      all: 'lineage',
    }),
    dataset: traceDataset(site.dataset, reads),
    ledger: traceLedger(site.ledger, reads),
    reads,
    ...createDigests(site, getFileDigest),
  };
  return Object.defineProperty(traced, 'years', {
    enumerable: true,
    get: () => {
      reads.note('years');
      return site.years;
    },
  });
}

function traceDataset(dataset: Dataset, reads: Reads): Dataset {
  const names = (kind: string) => ({
    one: (key: string | number) => `${kind} ${key}`,
    keys: `${kind}s`,
    all: `${kind}s`,
  });
  const traced = {
    ...dataset,
    calendars: new ReadMap(dataset.calendars, reads, names('calendar')),
    plans: new ReadMap(dataset.plans, reads, names('plan')),
    agencies: new ReadMap(dataset.agencies, reads, { ...names('agency'), keys: 'agency-names', all: 'agency-all' }),
    indicatorYears: new ReadMap(dataset.indicatorYears, reads, {
      one: (path) => `item ${path}`,
      keys: 'paths',
      all: 'items',
    }),
  };
  // Files without an indicator are on no page, and those beside indicators are read as the indicators' own.
  for (const key of ['orphans', 'attachments'] as const)
    Object.defineProperty(traced, key, {
      enumerable: true,
      get: () => {
        reads.note('items');
        return dataset[key];
      },
    });
  return traced;
}

function traceLedger(ledger: Ledger, reads: Reads): Ledger {
  const note = <T extends object>(target: T, names: Record<string, string>): T => {
    for (const [key, name] of Object.entries(names)) {
      const value = Reflect.get(ledger, key);
      Object.defineProperty(target, key, {
        enumerable: true,
        get: () => {
          reads.note(name);
          return value;
        },
      });
    }
    return target;
  };
  if (ledger.state === 'unknown') return note({ ...ledger }, { state: 'history', reason: 'history' });
  const items = new ReadMap(ledger.items, reads, {
    one: (path) => `history ${path}`,
    keys: 'history-items',
    all: 'history-items',
  });
  const of = { state: 'history', isEdited: 'history-edited', head: 'history-head' };
  return note({ ...ledger, items }, { ...of, gone: 'history-gone', calendars: 'history-calendars' });
}

/** Tells what each part is now; worked out where somebody asks, once. */
function createDigests(
  site: ScoredSite,
  getFileDigest: (file: string) => string,
): Pick<TracedSite, 'getDigest' | 'setDigest'> {
  const { dataset, ledger } = site;
  const known = new Map<string, string>();
  const keep = (name: string, make: () => readonly string[]): string => {
    const digest = known.get(name) ?? hash(make());
    known.set(name, digest);
    return digest;
  };
  const ofEntry = (entry: { file: string } | undefined) => (entry === undefined ? [] : [getFileDigest(entry.file)]);
  const ofItem = (item: IndicatorYear | undefined): string =>
    item === undefined
      ? ABSENT
      : keep(`item ${item.path}`, () => [
          ...[item.indicator, ...Object.values(item.reports), item.summary].flatMap(ofEntry),
          ...item.attachments.map(({ file, type, bytes }) => `${file} ${type} ${bytes}`),
          // Its scores follow from the rules of its year.
          ...ofEntry(dataset.calendars.get(item.year)),
        ]);
  const ofItems = (items: Iterable<ScoredItem> = []) => [...items].map(ofItem);
  const ofHistory = (): Extract<Ledger, { items: unknown }> | undefined =>
    ledger.state === 'unknown' ? undefined : ledger;
  const make = (name: string): readonly string[] => {
    const [kind, key = ''] = name.split(' ', 2);
    switch (kind) {
      case 'items': {
        if (key === '') return ofItems(site.items.values());
        const [year, agency = ''] = key.split('/');
        return ofItems(site.byYear.get(Number(year))?.get(agency));
      }
      case 'year':
        return ofItems([...(site.byYear.get(Number(key))?.values() ?? [])].flat());
      case 'agencies':
        return [...(site.byYear.get(Number(key))?.keys() ?? [])];
      case 'series':
        return ofItems(site.bySeries.get(key));
      case 'paths':
        return [...site.items.keys()];
      case 'years':
        return site.years.map(String);
      case 'series-names':
        return [...site.bySeries.keys()];
      case 'lineage':
        return [spell(key === '' ? [...site.lineage] : (site.lineage.get(key) ?? ABSENT))];
      case 'agency':
        return ofEntry(dataset.agencies.get(key));
      case 'agency-names':
        return [...dataset.agencies.keys()];
      case 'agency-all':
        return [...dataset.agencies.values()].flatMap(ofEntry);
      case 'calendar':
        return ofEntry(dataset.calendars.get(Number(key)));
      case 'calendars':
        return [...dataset.calendars.values()].flatMap(ofEntry);
      case 'plan':
        return ofEntry(dataset.plans.get(key));
      case 'plans':
        return [...dataset.plans.values()].flatMap(ofEntry);
      case 'history':
        return key === '' ? tellHistory(ledger) : [spell(ofHistory()?.items.get(key) ?? ABSENT)];
      case 'history-edited':
        return [String(ofHistory()?.isEdited ?? ABSENT)];
      case 'history-items':
        return [spell([...(ofHistory()?.items ?? [])])];
      case 'history-gone':
        return [spell([...(ofHistory()?.gone ?? [])])];
      case 'history-calendars':
        return [spell(ofHistory()?.calendars ?? ABSENT)];
      case 'history-head':
        return [spell(ofHistory()?.head ?? ABSENT)];
      case 'file':
        return [getFileDigest(name.slice('file '.length))];
      default:
        throw new Error(`no part of a site is called "${name}"`);
    }
  };
  return {
    getDigest: (name) =>
      name.startsWith('item ') ? ofItem(site.items.get(name.slice('item '.length))) : keep(name, () => make(name)),
    setDigest: (name, digest) => known.set(name, digest),
  };
}

const ABSENT = 'absent';

/** A value as text, whatever order its keys were set in: what was kept from an earlier build has another. */
function spell(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function tellHistory(ledger: Ledger): string[] {
  return ledger.state === 'unknown' ? [ledger.state, ledger.reason] : [ledger.state];
}

/** Each part with its length, so that no two lists of parts give the same text. */
function hash(parts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length} `).update(part);
  return sum.digest('base64url').slice(0, 22);
}
