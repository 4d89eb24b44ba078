import { getSite } from '#data/site.ts';
import { getPage, getPrefixes } from '#layouts/page.ts';
import { getIndicatorPicture } from '#views/picture-view.ts';
import { listChartFiles } from '../../../_chart-file.ts';

export { GET } from '../../../_chart-file.ts';

export function getStaticPaths() {
  const site = getSite();
  return getPrefixes(site).flatMap((lang) => {
    const { context } = getPage(lang, '');
    return [...site.items.values()].flatMap(({ path, year, agency, slug }) => {
      const params = { lang, year: String(year), agency, indicator: slug };
      return listChartFiles(params, getIndicatorPicture(site, path, context));
    });
  });
}
