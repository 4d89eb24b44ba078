import { FACETS, type Filters, ORDERS, type Order } from './filter.ts';

/** All that a search is: it stands in the address, so that it can be shared and gone back to. */
export interface SearchState {
  /** As typed. */
  q: string;
  filters: Filters;
  order: Order;
}

/** Reads the part of an address behind the question mark; what it does not know it leaves out. */
export function readState(query: string): SearchState {
  const params = new URLSearchParams(query);
  const filters: Filters = {};
  for (const facet of FACETS) {
    const values = [...new Set(params.getAll(facet).filter((value) => value !== ''))];
    if (values.length > 0) filters[facet] = values;
  }
  const order = ORDERS.find((known) => known === params.get('sort')) ?? 'relevance';
  return { q: params.get('q') ?? '', filters, order };
}

/** With its question mark; empty where there is nothing to say. */
export function writeState({ q, filters, order }: SearchState): string {
  const params = new URLSearchParams();
  if (q.trim() !== '') params.set('q', q.trim());
  for (const facet of FACETS) for (const value of filters[facet] ?? []) params.append(facet, value);
  if (order !== 'relevance') params.set('sort', order);
  return params.size === 0 ? '' : `?${params}`;
}

export function isEmpty({ q, filters }: SearchState): boolean {
  return q.trim() === '' && countFilters(filters) === 0;
}

export function countFilters(filters: Filters): number {
  return FACETS.reduce((sum, facet) => sum + (filters[facet]?.length ?? 0), 0);
}

/** The filters with one value put in, or taken out where it was in. */
export function toggleFilter(filters: Filters, facet: keyof Filters, value: string): Filters {
  const values = filters[facet] ?? [];
  const changed = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  const { [facet]: _, ...others } = filters;
  return changed.length === 0 ? others : { ...others, [facet]: changed };
}
