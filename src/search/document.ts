/** A passage of a page: the promise itself, a quarter's report, the year's summary. */
export interface SearchSection {
  /** Where on the page it stands: '' for its beginning, else the id of a heading. */
  id: string;
  text: string;
}

/** What filters go by; the values are slugs, words for them are the page's. */
export interface SearchFacets {
  agency?: string;
  /** plan/code of the area that the goal belongs to. */
  area?: string;
  status?: string;
  kind?: string;
  outcome?: string;
  /** Quarters, 1 to 4, that have a report. */
  quarters: number[];
  isCorrected: boolean;
  hasDisagreements: boolean;
  /** Percent of the weight earned in the year; absent where there is no score. */
  score?: number;
}

/** One page as it is searched, made from the same data as the page. */
export interface SearchDocument {
  /** Address behind the home page of a language. */
  href: string;
  /** Absent on pages that are the same in every language. */
  language?: string;
  /** The years of one promise share it. */
  series?: string;
  title: string;
  titleEn?: string;
  /** A line above the title: the agency in the name of that year, what sort of page it is. */
  place?: string;
  placeEn?: string;
  /** By which it is also found though no line of it is shown: other names, abbreviations, the year, codes. */
  labels: string[];
  sections: SearchSection[];
  facets: SearchFacets;
}

/** Documents that are searched together: a fiscal year, or the pages of no year. */
export interface SearchShelf {
  /** The year; undefined for pages that belong to none. */
  year?: number;
  documents: SearchDocument[];
}

/** A shelf whose documents are made when somebody wants them: those of a year that did not change nobody does. */
export interface LazyShelf {
  year?: number;
  list: () => SearchDocument[];
}

/** What is shown of a page and held against the query: kept beside the index, one file a page. */
export type SearchRecord = Pick<SearchDocument, 'title' | 'titleEn' | 'place' | 'placeEn' | 'labels' | 'sections'>;
