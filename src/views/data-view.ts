import type { ScoredSite } from '#domain/scored-site.ts';
import type { DataEdition } from '#exports/data-edition.ts';
import type { Table } from '#exports/tables/table.ts';
import { getTableText } from '#strings/column-text.ts';
import type { ViewContext } from './context.ts';
import { type ColumnsView, getColumnsView } from './data-columns-view.ts';
import { type DownloadsView, getDownloads, getPicks, getYearDownloads, type PickView } from './data-downloads-view.ts';
import { getInterface, type InterfaceView } from './data-interface-view.ts';
import type { Crumb } from './page-view.ts';

/** The open data: what to take, what its columns mean, how to fetch it, under what licence. */
export interface OpenDataView {
  title: string;
  description: string;
  crumbs: Crumb[];
  picks: PickView[];
  years: DownloadsView[];
  tables: (DownloadsView & { about: string; note?: string })[];
  columns: ColumnsView[];
  api: InterfaceView;
  licence: LicenceView;
}

export interface LicenceView {
  /** Absent where none is stated. */
  stated?: { name: string; href: string; note?: string };
  citation: string;
}

export function getDataView(edition: DataEdition, tables: readonly Table[], context: ViewContext): OpenDataView {
  const { t, links } = context;
  const { site } = edition;
  const others = tables.filter(({ isByYear }) => !isByYear);
  return {
    title: t('data.title'),
    description: t('data.description'),
    crumbs: [{ label: t('nav.home'), href: links.home }],
    picks: getPicks(edition, context),
    years: getYearDownloads(edition, tables, context),
    tables: others.map((table) => ({
      label: getTableText(table.id, context.language).title,
      about: getTableText(table.id, context.language).about,
      groups: [getDownloads(edition, table, undefined, context)],
      ...(table.id === 'changes' ? noteHistory(site, context) : {}),
    })),
    columns: tables.map((table) => getColumnsView(table, context)),
    api: getInterface(edition, context),
    licence: getLicence(site, context),
  };
}

/** Why the table of changes is empty or short. */
function noteHistory({ ledger }: ScoredSite, { t }: ViewContext): { note?: string } {
  if (ledger.state === 'unknown')
    return { note: t('data.history-unknown', { reason: t(`data.gap-${ledger.reason}`) }) };
  return ledger.state === 'shallow' ? { note: t('data.history-shallow') } : {};
}

function getLicence({ settings, years, today }: ScoredSite, { t, format, language, links }: ViewContext): LicenceView {
  const { licence, address } = settings;
  const isThai = language === 'th';
  const citation = t('data.citation', {
    name: isThai ? settings.name : settings.nameEn,
    organisation: isThai ? settings.organisation : settings.organisationEn,
    first: years.at(-1) ?? '–',
    last: years[0] ?? '–',
    day: format.day(today),
    address: address === undefined ? '' : new URL(links.openData, address).href,
  }).trim();
  if (licence === undefined) return { citation };
  const note = isThai ? licence.note : licence.noteEn;
  const name = isThai ? licence.name : (licence.nameEn ?? licence.name);
  return { citation, stated: { name, href: licence.url, ...(note === undefined ? {} : { note }) } };
}
