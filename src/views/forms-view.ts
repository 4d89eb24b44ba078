import { isYearOpen, listOpenYears } from '#domain/open-years.ts';
import { getAgencyYears, getCalendar, getYearItems, type ScoredSite } from '#domain/scored-site.ts';
import formsEn from '#strings/forms.en.json' with { type: 'json' };
import formsTh from '#strings/forms.th.json' with { type: 'json' };
import { createWording } from '#strings/wording.ts';
import type { ViewContext } from './context.ts';
import { compareThai, getAgencyName } from './names.ts';

/** What leads to the forms, in the main language of the site. */
export interface FormsView {
  title: string;
  lead: string;
  steps: string[];
  choose: string;
  years: { title: string; note?: string; agencies: { name: string; href: string; count: string }[] }[];
  /** Said where there is nothing to choose, with the command that helps. */
  gap?: { text: string; next: string; command: string };
  back: { label: string; href: string };
}

/** The page of one agency's forms, before the program has taken over. */
export interface FormsEditorView {
  title: string;
  loading: string;
  noScript: string;
  failed: string;
  refusedFile: string;
  tooLarge: string;
  back: { label: string; href: string };
}

/** How many indicators of an agency have a file to fill in, in a year. */
export type CountForms = (agency: string, year: number) => number;

/** Fiscal years that forms are offered for, newest first: the open ones; only while trying them, else the newest with a quarter to fill in. */
export function listFormsYears(site: ScoredSite, isTrial: boolean): number[] {
  const open = listOpenYears(site);
  if (open.length > 0 || !isTrial) return open;
  const hasQuarters = (year: number) => getYearItems(site, year).some(({ reports }) => Object.keys(reports).length > 0);
  return site.years.filter(hasQuarters).slice(0, 1);
}

/** `gap` is why nobody can fill in forms from here, if so. */
export function getFormsView(
  site: ScoredSite,
  years: readonly number[],
  gap: 'no-repository' | 'other-host' | 'no-sign-in' | undefined,
  countForms: CountForms,
  context: ViewContext,
): FormsView {
  const word = getWord(context);
  const shown = gap === undefined ? years.map((year) => getYear(site, year, countForms, context)) : [];
  const filled = shown.filter(({ agencies }) => agencies.length > 0);
  const missing = filled.length > 0 ? undefined : getGap(site, years, gap, context);
  return {
    title: word('page.title'),
    lead: word('page.lead'),
    steps: [word('page.step-fill'), word('page.step-save'), word('page.step-review')],
    choose: word('page.choose'),
    years: filled,
    ...(missing === undefined ? {} : { gap: missing }),
    back: { label: word('page.back'), href: context.links.home },
  };
}

export function getFormsEditorView(site: ScoredSite, agency: string, context: ViewContext): FormsEditorView {
  const word = getWord(context);
  return {
    title: word('editor.title', { agency: getAgencyName(site, agency, undefined, context) }),
    loading: word('editor.loading'),
    noScript: word('editor.no-script'),
    failed: word('editor.failed'),
    refusedFile: word('editor.refused-file'),
    tooLarge: word('editor.too-large'),
    back: { label: word('page.title'), href: context.links.forms },
  };
}

function getWord({ language }: ViewContext) {
  return createWording({ th: formsTh, en: formsEn }, language);
}

function getYear(site: ScoredSite, year: number, countForms: CountForms, context: ViewContext) {
  const word = getWord(context);
  const calendar = getCalendar(site.dataset, year);
  const agencies = [...site.dataset.agencies.keys()]
    .filter((agency) => getAgencyYears(site, agency).includes(year) && countForms(agency, year) > 0)
    .map((agency) => ({
      name: getAgencyName(site, agency, year, context),
      href: `${context.links.forms}${agency}/`,
      count: word('page.count', { count: context.format.count(countForms(agency, year)) }),
    }));
  const isOpen = isYearOpen(calendar, site.today);
  const values = { year, day: context.format.day(calendar.quarters[3].closed) };
  return {
    title: isOpen ? word('page.year', values) : word('page.year-closed', values),
    ...(isOpen ? {} : { note: word('page.newest', values) }),
    agencies: agencies.sort((a, b) => compareThai(a.name, b.name)),
  };
}

function getGap(
  site: ScoredSite,
  years: readonly number[],
  gap: 'no-repository' | 'other-host' | 'no-sign-in' | undefined,
  context: ViewContext,
) {
  const word = getWord(context);
  const repository = site.settings.repository ?? '';
  if (gap !== undefined) {
    return { text: word(`page.${gap}`, { repository }), next: word('page.try'), command: 'npm run forms' };
  }
  const [open] = years;
  if (open !== undefined) {
    return { text: word('page.no-files', { year: open }), next: '', command: `npm run new -- year ${open}` };
  }
  const next = (site.years[0] ?? 0) + 1;
  return { text: word('page.empty'), next: word('page.empty-next'), command: `npm run new -- year ${next}` };
}
