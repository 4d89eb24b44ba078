import type { DataPage } from '#exports/data-page.ts';
import { buildIndicatorData } from '#exports/structured-data.ts';
import { writeDataBlock } from '#layouts/data-block.ts';
import type { ViewContext } from '#views/context.ts';
import { buildSite, type ItemParts, type SiteParts, thai } from './build-site.ts';
import { chartSite } from './chart-site.ts';

interface Node {
  '@type': string;
  [key: string]: unknown;
}

export const HOST = 'https://kpi.example.org';
export const PATH = '2567/works/roads';

/** A page at an address behind the language, one step from the front page. */
export function buildPage(context: ViewContext, path: string, isPlaced = true): DataPage {
  const canonical = isPlaced ? `${HOST}${context.links.home}${path}` : undefined;
  const crumbs = path === '' ? [] : [{ label: 'หน้าแรก', href: context.links.home }];
  return { ...context, canonical, title: 'ชื่อหน้า', crumbs };
}

/** As a stranger has it: only what stands in the page. */
export function readData(data: object) {
  const text = writeDataBlock(data);
  const graph: Node[] = JSON.parse(text)['@graph'];
  const find = (type: string) => graph.filter((node) => node['@type'] === type);
  return { text, all: graph, find, dataset: find('Dataset')[0] ?? { '@type': 'none' } };
}

/** A site with a public address and one office. */
export function buildCity(
  items: SiteParts['items'],
  settings: SiteParts['settings'] = { address: HOST },
  today?: string,
) {
  const agencies = { works: { names: [{ name: 'สำนักการโยธา' }], nameEn: 'Public Works' } };
  return buildSite({ items: items ?? {}, agencies, settings, ...(today === undefined ? {} : { today }) });
}

/** The data on the page of an indicator of the site in which every state of a chart exists. */
export function readChartItem(path: string) {
  return readData(buildIndicatorData(chartSite, path, buildPage(thai, `${path}/`, false)));
}

/** The data on the page of one indicator. */
export function readItem(parts: ItemParts, context = thai, settings?: SiteParts['settings'], today?: string) {
  const site = buildCity({ [PATH]: parts }, settings, today);
  const isPlaced = site.settings.address !== undefined;
  return readData(buildIndicatorData(site, PATH, buildPage(context, `${PATH}/`, isPlaced)));
}
