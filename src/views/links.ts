import type { Language } from '#strings/translate.ts';

/** The folder of the site that holds the search's files. */
export const SEARCH_FOLDER = 'pagefind/';

/** Permanent addresses of the site, in one language. */
export interface Links {
  home: string;
  agencies: string;
  search: string;
  /** Where the search's files are; the same for every language. */
  searchFiles: string;
  method: string;
  about: string;
  /** The guide for staff, or one of its pages. */
  staff: (page?: string) => string;
  /** The forms for staff; the same for every language. */
  forms: string;
  year: (year: number) => string;
  agency: (year: number, agency: string) => string;
  /** `path` is year/agency/indicator. */
  indicator: (path: string) => string;
  /** An indicator through the years; `series` is agency/indicator. */
  series: (series: string) => string;
  /** Indicators whose names begin with a letter: "01" to "44", "a-z", "other". */
  letter: (letter: string) => string;
  /** Indicators in an area of a plan; without arguments those without a plan. */
  planArea: (plan?: string, code?: string) => string;
  /** Changes of published figures: all, of a fiscal year, or of an agency. */
  changes: (of?: number | string) => string;
  /** Promises that were moved after their fiscal year began. */
  movedTargets: (year: number) => string;
  /** The feed of all changes, or of an agency's. */
  feed: (agency?: string) => string;
  /** Who reported when, of a fiscal year; without one the list of years. */
  reporting: (year?: number) => string;
  /** All plans, a plan's tree, or one node of it. */
  plan: (plan?: string, code?: string) => string;
  /** The page about the open data. */
  openData: string;
  /** A file of the open data; the same for every language. */
  dataFile: (name: string) => string;
  /** Hashes of every file of the site; the same for every language. */
  integrity: string;
  /** The indicator's data; the same for every language. */
  data: (path: string) => string;
  /** A file kept beside an indicator; the same for every language. */
  attachment: (path: string, name: string) => string;
}

/** `base` is the folder the site is served from, `main` the language without a prefix. */
export function createLinks(base: string, language: Language, main: Language): Links {
  const root = base.endsWith('/') ? base : `${base}/`;
  const home = language === main ? root : `${root}${language}/`;
  return {
    home,
    agencies: `${home}agencies/`,
    search: `${home}search/`,
    searchFiles: `${root}${SEARCH_FOLDER}`,
    method: `${home}method/`,
    about: `${home}about/`,
    staff: (page) => `${home}staff/${page === undefined ? '' : `${page}/`}`,
    forms: `${root}admin/`,
    year: (year) => `${home}${year}/`,
    agency: (year, agency) => `${home}${year}/${agency}/`,
    indicator: (path) => `${home}${path}/`,
    series: (series) => `${home}series/${series}/`,
    letter: (letter) => `${home}search/letter/${letter}/`,
    planArea: (plan = 'none', code) => `${home}search/plan/${plan}/${code === undefined ? '' : `${code}/`}`,
    changes: (of) => `${home}changes/${of === undefined ? '' : typeof of === 'number' ? `${of}/` : `agency/${of}/`}`,
    movedTargets: (year) => `${home}changes/${year}/targets/`,
    feed: (agency) => `${home}${agency === undefined ? 'feed.xml' : `changes/agency/${agency}.xml`}`,
    reporting: (year) => `${home}reporting/${year === undefined ? '' : `${year}/`}`,
    plan: (plan, code) =>
      [`${home}plan`, plan, code]
        .filter((part) => part !== undefined)
        .join('/')
        .concat('/'),
    openData: `${home}data/`,
    dataFile: (name) => `${root}data/${name}`,
    integrity: `${root}integrity.json`,
    data: (path) => `${root}${path}.json`,
    attachment: (path, name) => `${root}${path}/${name}`,
  };
}
