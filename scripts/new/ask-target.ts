import { getNameOfYear } from '#domain/agency-name.ts';
import type { Dataset } from '#domain/dataset.ts';
import { QUARTERS } from '#domain/fiscal-year.ts';
import { slug as slugSchema } from '#domain/schemas/text.ts';
import type { Ask, TextQuestion } from './ask.ts';
import type { Interview } from './interview.ts';
import { Refusal } from './refusal.ts';
import { checkSlug, findQuarter, parsePath, parseYear, type Target } from './target.ts';
import type { Words } from './words.ts';

export type Kind = 'year' | 'agency' | 'indicator' | 'quarter';

export const KINDS: readonly Kind[] = ['year', 'agency', 'indicator', 'quarter'];

/** What is to be made, from the words after the command, asking for what is not among them. */
export async function askTarget(kind: Kind, words: string[], dataset: Dataset, interview: Interview): Promise<Target> {
  const { say, ask } = interview;
  const [first, ...rest] = words;
  const none: Target = { year: 0, agency: '', slug: '', quarter: undefined };
  if (kind !== 'quarter' && rest.length > 0) throw new Refusal(say('refuse.words', { seen: rest.join(' ') }), 2);
  if (kind === 'year') {
    const year = first ?? (await ask?.text(askYear(dataset, say)));
    if (year === undefined) throw missing(say, 'missing.year');
    return { ...none, year: parseYear(year, say) };
  }
  if (kind === 'agency') {
    if (first === undefined && ask === undefined) throw missing(say, 'missing.agency');
    if (first !== undefined) checkSlug(first, say);
    // Without one it is asked for when there is an English name to make it from.
    return { ...none, agency: first ?? '' };
  }
  if (first === undefined && ask === undefined) throw missing(say, `missing.${kind}`);
  const place = first === undefined ? await askPlace(kind, dataset, interview, ask) : parsePath(first, say);
  if (kind === 'indicator') return { ...place, quarter: undefined };
  return { ...place, quarter: await findOrAskQuarter(rest.join(' '), place, dataset, interview) };
}

function missing(
  say: Words,
  key: 'missing.year' | 'missing.agency' | 'missing.indicator' | 'missing.quarter',
): Refusal {
  return new Refusal(say(key), 2);
}

function askYear(dataset: Dataset, say: Words) {
  const newest = Math.max(...dataset.calendars.keys(), 0);
  return {
    message: say('ask.year'),
    initial: newest === 0 ? undefined : String(newest + 1),
    check: (answer: string) => {
      try {
        parseYear(answer, say);
        return undefined;
      } catch (error) {
        return error instanceof Refusal ? error.message : say('ask.empty');
      }
    },
  };
}

/** The question for a folder's or file's name. */
export function askSlug(say: Words, key: 'ask.agency-slug' | 'ask.indicator-slug', initial?: string): TextQuestion {
  const check = (seen: string) => (slugSchema.safeParse(seen).success ? undefined : say('refuse.slug', { seen }));
  return { message: say(key), initial, check };
}

async function askPlace(kind: Kind, dataset: Dataset, { say }: Interview, ask: Ask | undefined) {
  if (ask === undefined) throw new Error('nobody to ask');
  const items = [...dataset.indicatorYears.values()];
  const years = [...dataset.calendars.keys()].filter(
    (year) => kind === 'indicator' || items.some((item) => item.year === year),
  );
  if (years.length === 0) throw new Refusal(say('refuse.no-years'), 1);
  const yearChoices = years.sort((a, b) => b - a).map((year) => ({ value: String(year), label: String(year) }));
  const year = Number(await ask.choose({ message: say('ask.which-year'), choices: yearChoices }));
  const inYear = items.filter((item) => item.year === year);
  const agencies = [...dataset.agencies.values()].filter(
    ({ slug }) => kind === 'indicator' || inYear.some((item) => item.agency === slug),
  );
  const choices = agencies.map(({ slug, data }) => ({ value: slug, label: `${getNameOfYear(data, year)} (${slug})` }));
  const agency = await ask.choose({ message: say('ask.which-agency'), choices });
  if (kind === 'indicator') return { year, agency, slug: await ask.text(askSlug(say, 'ask.indicator-slug')) };
  const own = inYear.filter((item) => item.agency === agency);
  const indicators = own.map(({ slug, indicator }) => ({ value: slug, label: indicator.data.name }));
  return { year, agency, slug: await ask.choose({ message: say('ask.which-indicator'), choices: indicators }) };
}

async function findOrAskQuarter(
  typed: string,
  place: Pick<Target, 'year' | 'agency' | 'slug'>,
  dataset: Dataset,
  { say, ask }: Interview,
): Promise<NonNullable<Target['quarter']>> {
  const quarter = findQuarter(typed);
  if (quarter !== undefined) return quarter;
  if (typed !== '') throw new Refusal(say('refuse.quarter', { seen: typed }), 2);
  if (ask === undefined) throw missing(say, 'missing.quarter');
  const item = dataset.indicatorYears.get(`${place.year}/${place.agency}/${place.slug}`);
  const isOpen = (number: (typeof QUARTERS)[number]) => Object.keys(item?.reports[number]?.data ?? {}).length === 0;
  const open = QUARTERS.find(isOpen);
  const choices = QUARTERS.map((number) => ({
    value: String(number),
    label: say(isOpen(number) ? 'ask.quarter-open' : 'ask.quarter-done', { quarter: number }),
  }));
  const answer = await ask.choose({ message: say('ask.which-quarter'), choices, initial: open && String(open) });
  return findQuarter(answer) ?? 1;
}
