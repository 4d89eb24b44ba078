import { getSite } from '#data/site.ts';
import { getPage, getPrefixes } from '#layouts/page.ts';
import { getSeriesPicture } from '#views/picture-view.ts';
import { listChartFiles } from '../../../_chart-file.ts';

export { GET } from '../../../_chart-file.ts';

export function getStaticPaths() {
  const site = getSite();
  return getPrefixes(site).flatMap((lang) => {
    const { context } = getPage(lang, '');
    return [...site.bySeries.keys()].flatMap((series) => {
      const [agency, indicator] = series.split('/');
      const picture = getSeriesPicture(site, series, context);
      return picture === undefined ? [] : listChartFiles({ lang, agency, indicator }, picture);
    });
  });
}
