import type { Picture } from '#charts/picture.ts';
import { renderPicturePng } from '#charts/picture-png.ts';
import { writePictureSvg } from '#charts/picture-svg.ts';
import { getChartRows } from '#charts/table.ts';
import { spend, spendAsync } from '#data/phases.ts';
import { keepPicture } from '#data/picture-cache.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { formatCsv } from '#exports/csv.ts';
import { CHART_TYPES } from '#views/charts/chart-files.ts';
import type { ViewContext } from '#views/context.ts';
import { getAgencyPicture, getIndicatorPicture, getSeriesPicture, getYearPicture } from '#views/picture-view.ts';
import type { Output } from './output.ts';
import type { FileToWrite } from './output-keeper.ts';

/** The chart of every page that has one, as files beside it. `home` is what addresses of this language begin with. */
export function listChartOutputs(site: ScoredSite, context: ViewContext, home: string): Output[] {
  const agencies = [...site.byYear].flatMap(([year, own]) => [...own.keys()].map((agency) => ({ year, agency })));
  const output = (page: string, draw: () => Picture | undefined): Output => {
    const path = `${home}${page}`;
    return {
      id: path,
      paths: CHART_TYPES.map((type) => `${path}.${type}`),
      make: () => makeFiles(path, draw(), context.hasPictures),
    };
  };
  return [
    ...site.years.map((year) => output(`${year}`, () => getYearPicture(site, year, context))),
    ...agencies.map(({ year, agency }) =>
      output(`${year}/${agency}`, () => getAgencyPicture(site, year, agency, context)),
    ),
    ...[...site.items.keys()].map((path) => output(path, () => getIndicatorPicture(site, path, context))),
    ...[...site.bySeries.keys()].map((series) =>
      output(`series/${series}`, () => getSeriesPicture(site, series, context)),
    ),
  ];
}

/** A page's picture always, where pictures are made; the others where there is a chart. */
async function makeFiles(path: string, picture: Picture | undefined, hasPictures: boolean): Promise<FileToWrite[]> {
  if (picture === undefined) return [];
  const { chart } = picture;
  const drawn =
    chart === undefined ? [] : [{ path: `${path}.svg`, body: spend('charts', () => writePictureSvg(picture)) }];
  const table = chart === undefined ? [] : [{ path: `${path}.csv`, body: formatCsv(getChartRows(chart)) }];
  const card = () => spendAsync('cards', () => keepPicture(picture, () => renderPicturePng(picture)));
  return [...drawn, ...table, ...(hasPictures ? [{ path: `${path}.png`, body: await card() }] : [])];
}
