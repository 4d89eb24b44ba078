import type { APIRoute } from 'astro';
import type { Picture } from '#charts/picture.ts';
import { renderPicturePng } from '#charts/picture-png.ts';
import { writePictureSvg } from '#charts/picture-svg.ts';
import { getChartRows } from '#charts/table.ts';
import { hasPictures, keepPicture } from '#data/picture-cache.ts';
import { formatCsv } from '#exports/csv.ts';
import { CHART_TYPES } from '#views/charts/chart-files.ts';

/** A page's picture always, where pictures are made; the others where there is a chart. */
export function listChartFiles<P extends object>(params: P, picture: Picture) {
  const types = CHART_TYPES.filter((type) => (type === 'png' ? hasPictures() : picture.chart !== undefined));
  return types.map((type) => ({ params: { ...params, type }, props: { picture } }));
}

/** A chart as a file of the type that the address ends with. */
export const GET: APIRoute<{ picture: Picture }> = async ({ params, props: { picture } }) => {
  if (params.type === 'png') {
    const bytes = await keepPicture(picture, () => renderPicturePng(picture));
    return new Response(bytes, { headers: { 'content-type': 'image/png' } });
  }
  if (params.type === 'svg') {
    return new Response(writePictureSvg(picture), { headers: { 'content-type': 'image/svg+xml' } });
  }
  const rows = picture.chart === undefined ? [] : getChartRows(picture.chart);
  return new Response(formatCsv(rows), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
