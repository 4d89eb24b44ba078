import { resolve } from 'node:path';
import type { ChartModel } from '#charts/model.ts';
import { readContent } from '#data/read-content.ts';
import { type ScoredSite, scoreSite } from '#domain/scored-site.ts';
import { getOverview } from '#views/charts/overview-chart.ts';
import { getQuarterChart } from '#views/charts/quarter-chart.ts';
import { getYearChart } from '#views/charts/year-chart.ts';
import type { ViewContext } from '#views/context.ts';
import { thai } from './build-site.ts';

const { dataset } = readContent(resolve(import.meta.dirname, '../fixtures/sites/charts'));

/** The site in which every state of a chart exists, read on the day it was made for. */
export const chartSite: ScoredSite = scoreSite(dataset, '2025-05-20');

/** The quarters' chart of an indicator of that site. */
export function getChart(path: string, context: ViewContext = thai): ChartModel {
  const item = chartSite.items.get(path);
  const model = item && getQuarterChart(item, context);
  if (model === undefined) throw new Error(`no chart of ${path}`);
  return model;
}

/** Every chart of that site, by the address of its page. */
export function listCharts(context: ViewContext): [name: string, model: ChartModel][] {
  const quarters = [...chartSite.items.values()].map((item) => [item.path, getQuarterChart(item, context)] as const);
  const years = [...chartSite.bySeries].map(
    ([series, items]) => [`series/${series}`, getYearChart(items, context)] as const,
  );
  const overviews = [...chartSite.byYear].flatMap(([year, agencies]) => {
    const lists = [...[...agencies].map(([slug, items]) => [`${year}/${slug}`, items] as const)];
    const all = [...lists, [String(year), [...agencies.values()].flat()] as const];
    return all.flatMap(([name, items]) => {
      const { statuses, weights } = getOverview(items, name, `/${name}/`, context);
      return [[name, statuses] as const, [`${name} weights`, weights] as const];
    });
  });
  return [...quarters, ...years, ...overviews].flatMap(([name, model]) => (model === undefined ? [] : [[name, model]]));
}
