import { getSite } from '#data/site.ts';
import { getPage, getPrefixes } from '#layouts/page.ts';
import { getAgencyPicture } from '#views/picture-view.ts';
import { listChartFiles } from '../../_chart-file.ts';

export { GET } from '../../_chart-file.ts';

export function getStaticPaths() {
  const site = getSite();
  return getPrefixes(site).flatMap((lang) => {
    const { context } = getPage(lang, '');
    return [...site.byYear].flatMap(([year, agencies]) =>
      [...agencies.keys()].flatMap((agency) =>
        listChartFiles({ lang, year: String(year), agency }, getAgencyPicture(site, year, agency, context)),
      ),
    );
  });
}
