import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { type ScoredSite, scoreSite } from '#domain/scored-site.ts';
import { buildReceipt } from '#exports/receipt.ts';
import { getAgenciesView } from '#views/agencies-view.ts';
import { getAgencyView } from '#views/agency-view.ts';
import { getLetterView, getPlanAreaView } from '#views/browse-list-view.ts';
import { listLetterPages, listPlanPages } from '#views/browse-pages.ts';
import { getCalendarRows } from '#views/calendar-view.ts';
import { listChangesPages } from '#views/changes-pages.ts';
import { getChangesView } from '#views/changes-view.ts';
import type { ViewContext } from '#views/context.ts';
import { getHomeView } from '#views/home-view.ts';
import { getIndicatorView } from '#views/indicator-view.ts';
import { getFrame } from '#views/page-view.ts';
import { getPlanNodeView } from '#views/plan-node-view.ts';
import { getPlansView, getPlanTreeView } from '#views/plan-tree-view.ts';
import { getReportingView } from '#views/reporting-view.ts';
import { getReportingYearsView } from '#views/reporting-years-view.ts';
import { getSeriesView } from '#views/series-view.ts';
import { listPlanNodes } from '#views/site-plans.ts';
import { getTargetsView } from '#views/targets-view.ts';
import { getYearView } from '#views/year-view.ts';
import { english, thai } from '../support/build-site.ts';

const { dataset } = readContent(resolve(import.meta.dirname, '../fixtures/sites/minimal'));
/** Before anything is due, in the middle of the newest year, long after. */
const DAYS = ['2022-10-01', '2024-05-01', '2030-01-01'];

/** Everything that any page of a site shows. */
function getEveryView(site: ScoredSite, context: ViewContext): unknown[] {
  const agencies = [...site.byYear].flatMap(([year, slugs]) => [...slugs.keys()].map((slug) => [year, slug] as const));
  return [
    getFrame(site, '', context, '/'),
    getHomeView(site, context),
    getAgenciesView(site, context),
    getCalendarRows(site, context),
    getReportingYearsView(site, context),
    getPlansView(site, context),
    ...listLetterPages(site).map((letter) => getLetterView(site, letter, context)),
    ...listPlanPages(site).map((area) => getPlanAreaView(site, area, context)),
    ...[...site.dataset.plans.keys()].map((plan) => getPlanTreeView(site, plan, context)),
    ...listPlanNodes(site).map(({ plan, code }) => getPlanNodeView(site, plan, code, context)),
    ...site.years.map((year) => getYearView(site, year, context)),
    ...site.years.map((year) => getReportingView(site, year, context)),
    ...listChangesPages(site).map((page) => getChangesView(site, page, context)),
    ...site.years.map((year) => getTargetsView(site, year, context)),
    ...agencies.map(([year, slug]) => getAgencyView(site, year, slug, context)),
    ...[...site.items.keys()].map((path) => getIndicatorView(site, path, context)),
    ...[...site.bySeries.keys()].map((series) => getSeriesView(site, series, context)),
  ];
}

/** Every text in a view, with the way to it. */
function findTexts(value: unknown, way = ''): [way: string, text: string][] {
  if (typeof value === 'string') return [[way, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => findTexts(inner, `${way}.${key}`));
}

describe.each(DAYS)('every page of a whole site on %s', (today) => {
  const site = scoreSite(dataset, today);

  test.each([
    ['Thai', thai],
    ['English', english],
  ])('is worded without a gap in %s', (_language, context) => {
    const texts = getEveryView(site, context).flatMap((view, index) => findTexts(view, String(index)));
    expect(texts.length).toBeGreaterThan(300);
    const broken = /\{\w+\}|undefined|NaN|Infinity|\[object|null| {2}|“\s*”|\(\s*\)|· ·|: *$/;
    expect(texts.filter(([, text]) => broken.test(text.replace(/<[^>]*>/g, '')))).toEqual([]);
  });

  test('has a receipt for every indicator, without gaps', () => {
    const receipts = [...site.items.keys()].map((path) => JSON.stringify(buildReceipt(site, path)));
    expect(receipts.length).toBeGreaterThan(3);
    expect(receipts.filter((text) => /null|NaN|undefined/.test(text))).toEqual([]);
  });

  test('leads only to pages of its language, and to data and files, which all languages share', () => {
    const own = /^\/en\/((\d{4}|series)\/([a-z0-9-]+\/){0,2}|[a-z]+\/)?(#\w+)?$/;
    const lists = /^\/en\/(reporting\/\d{4}|search\/letter\/[a-z0-9-]+|(search\/)?plan(\/[a-z0-9-]+(\/[\d.]+)?)?)\/$/;
    const changes =
      /^\/en\/(feed\.xml|changes\/((\d{4}|\d{4}\/targets|agency\/[a-z0-9-]+)\/)?|changes\/agency\/[a-z0-9-]+\.xml)$/;
    const charts = /^\/en\/(series|\d{4})(\/[a-z0-9-]+){0,2}\.(svg|png|csv)$/;
    const shared = /^\/\d{4}((\/[a-z0-9-]+){0,2}\.json|(\/[a-z0-9-]+){2}\/[a-z0-9.-]+\.(pdf|png|jpg|webp))$/;
    const texts = getEveryView(site, english).flatMap((view) => findTexts(view));
    const links = texts.filter(([way, text]) => /href$|home$/i.test(way) && text.startsWith('/'));
    expect(links.length).toBeGreaterThan(40);
    const strange = links.filter(
      ([way, href]) =>
        !way.startsWith('.languages') && ![own, lists, changes, charts, shared].some((known) => known.test(href)),
    );
    expect(strange).toEqual([]);
  });
});
