import type { SearchDocument, SearchFacets } from '#search/document.ts';

type Parts = Partial<Omit<SearchDocument, 'facets'>> & { facets?: Partial<SearchFacets> };

/** A page of which nothing but its address need be told. */
export function buildDocument(href: string, { facets, ...parts }: Parts = {}): SearchDocument {
  return {
    href,
    title: 'ความยาวถนนที่ปรับปรุงแล้ว',
    labels: [],
    sections: [],
    ...parts,
    facets: { quarters: [], isCorrected: false, hasDisagreements: false, ...facets },
  };
}
