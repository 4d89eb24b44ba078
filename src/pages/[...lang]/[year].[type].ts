import { getSite } from '#data/site.ts';
import { getPage, getPrefixes } from '#layouts/page.ts';
import { getYearPicture } from '#views/picture-view.ts';
import { listChartFiles } from '../_chart-file.ts';

export { GET } from '../_chart-file.ts';

export function getStaticPaths() {
  const site = getSite();
  return getPrefixes(site).flatMap((lang) => {
    const { context } = getPage(lang, '');
    return site.years.flatMap((year) =>
      listChartFiles({ lang, year: String(year) }, getYearPicture(site, year, context)),
    );
  });
}
