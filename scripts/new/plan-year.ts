import type { Dataset, IndicatorYear } from '#domain/dataset.ts';
import { QUARTERS } from '#domain/fiscal-year.ts';
import { formatEntry } from '../write/format-entry.ts';
import type { NewFile } from '../write/write-files.ts';
import { type Carried, carryOver, type Review } from './carry-over.ts';
import { buildPlan, type ContentSource, type Plan } from './plan.ts';
import { type CalendarChoice, planCalendar } from './plan-calendar.ts';
import { type Note, writeThai } from './words.ts';

export interface YearChoice extends CalendarChoice {
  /** Only the indicators of these agencies; of all where absent. */
  agencies?: string[] | undefined;
  /** False: the calendar alone. */
  hasStubs: boolean;
}

/** Most paths named in one note. */
const MOST_NAMED = 20;

/** The year whose indicators go on: the newest before it that has any. */
export function findLastYear(dataset: Dataset, year: number): number | undefined {
  const years = [...dataset.indicatorYears.values()].map((item) => item.year).filter((other) => other < year);
  return years.length === 0 ? undefined : Math.max(...years);
}

/** A fiscal year: its calendar, and for every indicator that goes on a draft of its promise and stubs for its reports. */
export function planYear(source: ContentSource, choice: YearChoice): Plan {
  const { dataset } = source;
  const { year } = choice;
  const calendar = planCalendar(dataset, choice);
  const wanted: NewFile[] = [calendar.file];
  const notes = [...calendar.notes];
  const last = choice.hasStubs ? findLastYear(dataset, year) : undefined;
  const copies: Plan['copies'] = [];
  if (last !== undefined) {
    const { going, skipped } = chooseItems(dataset, choice, last);
    const carried = going.map((item) => ({ item, ...carry(source, item, year) }));
    wanted.push(...carried.flatMap(({ item, draft }) => listFiles(item, draft, year)));
    copies.push(...carried.flatMap(({ draft }) => draft.copies));
    notes.push(...skipped, ...noteCarried(carried, { last, year }));
  } else notes.push({ key: choice.hasStubs ? 'note.no-last-year' : 'note.no-stubs', params: { year } });
  const { files, kept } = keepExisting(source, wanted);
  const next: Note[] = [{ key: 'next.calendar', params: { year } }];
  if (last !== undefined) next.push({ key: 'next.targets', params: { year } });
  const isKept = ({ to }: { to: string }) => kept.includes(to.replace(/[^/]+$/, 'indicator.mdx'));
  const moved = copies.filter((copy) => !isKept(copy));
  return buildPlan({
    files,
    copies: moved,
    kept,
    notes,
    next: [...next, { key: 'next.check', params: { path: `reports/${year}` } }],
  });
}

/** The empty reports of an indicator: four quarters and the year. */
export function buildStubs(folder: string): NewFile[] {
  const note = writeThai('stub.note');
  const quarters = QUARTERS.map((quarter) => ({
    file: `${folder}/q${quarter}.mdx`,
    text: formatEntry('report', {}, '', note),
  }));
  return [...quarters, { file: `${folder}/year.mdx`, text: formatEntry('year', {}, '', note) }];
}

/** The text of a carried promise, with what is still to do written above its fields. */
export function formatCarried({ fields, body, reviews }: Carried, from: number, year: number): string {
  const lines = [writeThai('carried.from', { from, year }), ...reviews.map((review) => writeThai(`review.${review}`))];
  return formatEntry('indicator', fields, body, lines.join('\n'));
}

function carry(source: ContentSource, item: IndicatorYear, year: number): { draft: Carried } {
  const { file } = item.indicator;
  const text = source.findText(file);
  if (text === undefined) throw new Error(`${file} has gone while it was read`);
  const path = `${item.agency}/${item.slug}`;
  return { draft: carryOver(item, text, { year, path, plans: source.dataset.plans }) };
}

function listFiles(item: IndicatorYear, draft: Carried, year: number): NewFile[] {
  const folder = `reports/${year}/${item.agency}/${item.slug}`;
  return [{ file: `${folder}/indicator.mdx`, text: formatCarried(draft, item.year, year) }, ...buildStubs(folder)];
}

/** Indicators that go on, and why the others do not. */
function chooseItems(dataset: Dataset, { year, agencies }: YearChoice, last: number) {
  const all = [...dataset.indicatorYears.values()];
  const present = new Map(all.filter((item) => item.year === year).map((item) => [item.series, item.path]));
  const wanted = all.filter((item) => item.year === last && (agencies?.includes(item.agency) ?? true));
  const withdrawn = wanted.filter(({ indicator }) => indicator.data.withdrawn !== undefined);
  // The same series under another folder: a second one would be the same promise twice.
  const elsewhere = wanted.filter((item) => {
    const path = present.get(item.series);
    return path !== undefined && path !== `${year}/${item.agency}/${item.slug}`;
  });
  const skipped: Note[] = [
    ...notePaths('note.withdrawn', withdrawn, last),
    ...notePaths('note.elsewhere', elsewhere, last),
  ];
  return { going: wanted.filter((item) => !withdrawn.includes(item) && !elsewhere.includes(item)), skipped };
}

function noteCarried(
  carried: { item: IndicatorYear; draft: Carried }[],
  years: { last: number; year: number },
): Note[] {
  const reviews: Review[] = [...new Set(carried.flatMap(({ draft }) => draft.reviews))].sort();
  const head: Note = { key: 'note.carried', params: { count: carried.length, ...years } };
  const lists = reviews.flatMap((review) =>
    notePaths(
      `note.review-${review}`,
      carried.filter(({ draft }) => draft.reviews.includes(review)).map(({ item }) => item),
      years.year,
    ),
  );
  const marked = carried.filter(({ draft }) => draft.fields.source !== undefined).map(({ item }) => item);
  return carried.length === 0
    ? [head]
    : [head, { key: 'note.targets', params: years }, ...lists, ...notePaths('note.marks', marked, years.year)];
}

function notePaths(key: Note['key'], items: readonly { agency: string; slug: string }[], year: number): Note[] {
  if (items.length === 0) return [];
  const named = items.slice(0, MOST_NAMED).map(({ agency, slug }) => `${year}/${agency}/${slug}`);
  const paths = items.length > MOST_NAMED ? [...named, '…'] : named;
  return [{ key, params: { count: items.length, paths: paths.join(' · ') } }];
}

/** What is there with another text is left as it is. */
function keepExisting(source: ContentSource, wanted: readonly NewFile[]): Pick<Plan, 'files' | 'kept'> {
  const isOther = ({ file, text }: NewFile) => (source.findText(file) ?? text) !== text;
  return { files: wanted.filter((item) => !isOther(item)), kept: wanted.filter(isOther).map(({ file }) => file) };
}
