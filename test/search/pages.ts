import fc from 'fast-check';
import type { SearchDocument } from '#search/document.ts';
import { FACETS, type Facet, type Filters, readTable } from '#search/filter.ts';
import { buildTable } from '#search/table.ts';
import { buildDocument } from './documents.ts';

const YEARS = [undefined, 2566, 2565, 2564];
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** A made page: some promises move between addresses from year to year, some pages belong to no year. */
const draft = fc.record({
  year: fc.constantFrom(...YEARS),
  slug: fc.constantFrom('roads', 'waste', 'water', 'trees', 'fees'),
  agency: fc.constantFrom('works', 'health'),
  movedFrom: maybe(fc.constantFrom('works/roads', 'health/water')),
  facets: fc.record(
    {
      area: fc.constantFrom('plan/1', 'plan/2'),
      status: fc.constantFrom('met', 'missed', 'not-reported'),
      kind: fc.constantFrom('strategic', 'routine'),
      outcome: fc.constantFrom('output', 'outcome'),
      quarters: fc.subarray([1, 2, 3, 4]),
      isCorrected: fc.boolean(),
      hasDisagreements: fc.boolean(),
      score: fc.integer({ min: 0, max: 10 }).map((tenth) => tenth * 10 + 0.25),
    },
    { requiredKeys: ['quarters', 'isCorrected', 'hasDisagreements'] },
  ),
});

/** A page and the year of its shelf. */
export interface Made {
  year: number | undefined;
  document: SearchDocument;
}

export const documents: fc.Arbitrary<Made[]> = fc
  .uniqueArray(draft, { maxLength: 30, size: 'max', selector: ({ year, slug, agency }) => `${year}/${agency}/${slug}` })
  .map((drafts) =>
    drafts.map(({ year, slug, agency, movedFrom, facets }) => {
      const href = year === undefined ? `about/${agency}-${slug}/` : `${year}/${agency}/${slug}/`;
      const given = Object.fromEntries(Object.entries(facets).filter(([, value]) => value !== undefined));
      const series = year === undefined ? undefined : (movedFrom ?? `${agency}/${slug}`);
      const document = buildDocument(href, {
        ...(series === undefined ? {} : { series }),
        facets: { agency, ...given },
      });
      return { year, document };
    }),
  );

/** All pages as a reader has them: through a table for each year. */
export function readPages(all: readonly Made[]) {
  return YEARS.flatMap((year) => {
    const ofYear = all.filter((made) => made.year === year).map(({ document }) => document);
    if (ofYear.length === 0) return [];
    const indexed = ofYear.map((document, at) => {
      return { document, id: `${at}abcdef`, titleLength: at, headLength: 2 * at };
    });
    const part = { name: String(year ?? 'site'), ...(year === undefined ? {} : { year }) };
    return readTable(buildTable(1, indexed), part);
  });
}

/** What a document itself says of a facet. */
export function tell({ year, document: { facets } }: Made, facet: Facet): string[] {
  const list = (value: string | number | undefined) => (value === undefined ? [] : [String(value)]);
  switch (facet) {
    case 'year':
      return list(year);
    case 'quarter':
      return facets.quarters.map(String);
    case 'corrected':
      return facets.isCorrected ? ['yes'] : [];
    case 'disagrees':
      return facets.hasDisagreements ? ['yes'] : [];
    default:
      return list(facets[facet]);
  }
}

export function passes(made: Made, filters: Filters, but?: Facet): boolean {
  for (const facet of FACETS) {
    const wanted = filters[facet] ?? [];
    if (facet !== but && wanted.length > 0 && !tell(made, facet).some((value) => wanted.includes(value))) return false;
  }
  return true;
}

export const values: Record<Facet, string[]> = {
  year: ['2566', '2565', '2564', '2500'],
  quarter: ['1', '2', '3', '4'],
  agency: ['works', 'health', 'nobody'],
  area: ['plan/1', 'plan/2'],
  status: ['met', 'missed', 'not-reported'],
  kind: ['strategic', 'routine'],
  outcome: ['output', 'outcome'],
  corrected: ['yes'],
  disagrees: ['yes'],
};
export const filters: fc.Arbitrary<Filters> = fc.record(
  Object.fromEntries(FACETS.map((facet) => [facet, fc.subarray(values[facet])])) as Record<
    Facet,
    fc.Arbitrary<string[]>
  >,
  { requiredKeys: [] },
);
