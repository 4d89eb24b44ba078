import type { ViewContext } from '../context.ts';

/** Files of a page's chart; `name` is what a downloaded file is called. */
export type ChartFiles = { href: string; name: string; label: string }[];

/** The kinds of file that a chart can be taken as. */
export const CHART_TYPES = ['svg', 'png', 'csv'] as const;

type ChartType = (typeof CHART_TYPES)[number];

/** A file of a page's chart, beside the page's data: `/2564/budget/pbis/` has `/2564/budget/pbis.svg`. */
function getChartFile(page: string, type: ChartType): string {
  return `${page.replace(/\/$/, '')}.${type}`;
}

/** A page's picture where the page is shared, with its words for those who do not see it. */
export interface SharedPicture {
  href: string;
  alt: string;
}

export function getSharedPicture(
  page: string,
  finding: string,
  { t, hasPictures }: ViewContext,
): SharedPicture | undefined {
  return hasPictures ? { href: getChartFile(page, 'png'), alt: t('picture.alt', { finding }) } : undefined;
}

/** The files of a page that has a chart; pictures may be left out of a quick build. */
export function getChartFiles(page: string, { t, hasPictures }: ViewContext): ChartFiles {
  const types = CHART_TYPES.filter((type) => type !== 'png' || hasPictures);
  const name = page.split('/').filter(Boolean).join('-');
  return types.map((type) => {
    return { href: getChartFile(page, type), name: `${name}.${type}`, label: t(`chart.file-${type}`) };
  });
}
