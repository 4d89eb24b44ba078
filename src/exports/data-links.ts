import { getAddress } from '#domain/public-address.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import type { TableSource } from './tables/table.ts';

/** Addresses that the open data holds, without the host. */
export interface DataLinks {
  indicator: (path: string) => string;
  data: (path: string) => string;
  year: (year: number) => string;
  openData: string;
  dataFile: (name: string) => string;
}

/** Where a table's rows are made from: addresses in them are full ones, where the public address is known. */
export function getTableSource(site: ScoredSite, links: DataLinks): TableSource {
  return {
    site,
    locatePage: (path) => getAddress(site.settings, links.indicator(path)),
    locateReceipt: (path) => getAddress(site.settings, links.data(path)),
  };
}
