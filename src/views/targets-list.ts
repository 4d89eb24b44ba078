import { getQuarterSpan } from '#domain/fiscal-year.ts';
import { keepBySite } from '#domain/keep-by-site.ts';
import { listMovedPromises, type MovedPromise } from '#domain/ledger/moved-promises.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { type ListedRevision, listInScope, listScopes } from './changes-list.ts';
import { cutPages, getListPage, type ListPage } from './list-pages.ts';

/** A change of so many fields counts as one line of a page, one of more as more. */
const FIELDS_IN_ONE = 4;

/** The pages of every year's list; an empty list has one. */
export function listTargetsPages(site: ScoredSite): { year: number; number: number }[] {
  return listScopes(site).years.flatMap((year) => getPages(site, String(year)).map(({ number }) => ({ year, number })));
}

/** Throws where the year's list has no page of the number. */
export function getTargetsPage(site: ScoredSite, year: number, number: number): ListPage<MovedPromise> {
  return getListPage(getPages(site, String(year)), number);
}

/** Promises that moved, and indicators of the year that were removed for good after it began; newest first. */
const getPages = keepBySite((site: ScoredSite, key: string): ListPage<MovedPromise>[] => {
  const year = Number(key);
  const moved = listMovedPromises(site.ledger, site, year);
  const told = new Set(moved.map(({ revision }) => revision));
  const removed = listInScope(site, { of: 'year', year })
    .flatMap(({ revisions }) => revisions)
    .filter((listed) => !told.has(listed.revision) && isTakenBack(listed, year, site.today))
    .map((listed) => ({ ...listed, fields: [], corrections: [] }));
  const getTime = ({ revision }: MovedPromise) => revision.commit?.time ?? '9999';
  const all = [...moved, ...removed].sort((a, b) => (getTime(a) < getTime(b) ? 1 : getTime(a) > getTime(b) ? -1 : 0));
  return cutPages(all, ({ fields }) => Math.max(1, fields.length / FIELDS_IN_ONE));
});

/** A promise that is no longer there was moved as far as can be; one that came back was not. */
function isTakenBack({ revision, now }: ListedRevision, year: number, today: string): boolean {
  const day = revision.commit?.day ?? today;
  return revision.change === 'removed' && now === undefined && getQuarterSpan(year, 1).from <= day;
}
