import { getYearItems } from '#domain/scored-site.ts';
import type { DataEdition } from '#exports/data-edition.ts';
import type { ViewContext } from './context.ts';

/** How the data is fetched by program. */
export interface InterfaceView {
  /** Said where the site does not know its own public address. */
  hostNote?: string;
  addresses: { href: string; label: string; what: string }[];
  examples: { title: string; code: string }[];
}

/** Stands for the site's address where that is not known; such a name leads nowhere (RFC 2606). */
const NO_HOST = 'https://kpi.example.org';

export function getInterface(edition: DataEdition, context: ViewContext): InterfaceView {
  const { site } = edition;
  const { t, links } = context;
  const host = site.settings.address ?? NO_HOST;
  const year = site.years[0] ?? 2567;
  const locate = (name: string) => new URL(links.dataFile(nameAsPublished(edition, name)), host).href;
  const isPacked = (name: string) => nameAsPublished(edition, name) !== name;
  const sheet = `${year}.th.csv`;
  return {
    ...(site.settings.address === undefined ? { hostNote: t('data.interface-host', { host: NO_HOST }) } : {}),
    addresses: listAddresses(edition, year, context),
    examples: [
      // A spreadsheet opens no packed file.
      ...(isPacked(sheet) ? [] : [{ title: t('data.example-sheet'), code: `=IMPORTDATA("${locate(sheet)}")` }]),
      { title: 'curl', code: `curl -O ${locate(`${year}.csv`)}` },
      { title: 'Python (pandas)', code: writePython(locate('all.csv'), locate('all-reports.csv')) },
      { title: 'R', code: isPacked('all.csv') ? writeReadr(locate('all.csv')) : writeR(locate('all.csv')) },
      { title: 'JavaScript', code: writeScript(locate(`${year}.json`), isPacked(`${year}.json`)) },
      { title: t('data.example-sql'), code: SQL },
    ],
  };
}

/** A large file has .gz after its name. */
function nameAsPublished({ files }: DataEdition, name: string): string {
  return files.has(`${name}.gz`) ? `${name}.gz` : name;
}

function listAddresses(edition: DataEdition, year: number, { t, links }: ViewContext): InterfaceView['addresses'] {
  const [item] = getYearItems(edition.site, year);
  const at = (href: string, what: string) => ({ href, label: href, what });
  const file = (name: string, what: string) => at(links.dataFile(nameAsPublished(edition, name)), what);
  const table = (stem: string, what: string) => file(`${stem}.csv`, what);
  return [
    table(String(year), t('data.at-year', { year })),
    table(`${year}-reports`, t('data.at-reports')),
    table('agencies', t('data.at-tables')),
    ...(item === undefined ? [] : [at(links.data(item.path), t('data.at-receipt'))]),
    ...(item === undefined ? [] : [at(links.data(`${year}/${item.agency}`), t('data.at-total'))]),
    file('datapackage.json', t('data.at-package')),
    file('catalog.jsonld', t('data.at-catalogue')),
    file('schema/indicators.json', t('data.at-schema')),
    at(links.feed(), t('data.at-feed')),
    at(links.integrity, t('data.at-integrity')),
  ];
}

/** What is packed is unpacked by the ending of its name. */
function writePython(indicators: string, reports: string): string {
  return `import pandas as pd

# Texts stay texts: a code may begin with 0.
texts = {"agency_code": str, "indicator_code": str, "plan_code": str}
indicators = pd.read_csv("${indicators}", dtype=texts)
reports = pd.read_csv("${reports}")
print(indicators.pivot_table(index="fiscal_year", columns="status", aggfunc="size"))
print(reports.merge(indicators[["path", "indicator_name"]], on="path")[["indicator_name", "quarter", "result"]])`;
}

function writeR(address: string): string {
  return `indicators <- read.csv("${address}", fileEncoding = "UTF-8-BOM", na.strings = "",
  colClasses = c(agency_code = "character", indicator_code = "character", plan_code = "character"))
table(indicators$fiscal_year, indicators$status)`;
}

/** read.csv unpacks nothing that comes from an address. */
function writeReadr(address: string): string {
  return `indicators <- readr::read_csv("${address}", na = "",
  col_types = readr::cols(agency_code = "c", indicator_code = "c", plan_code = "c"))
table(indicators$fiscal_year, indicators$status)`;
}

function writeScript(address: string, isPacked: boolean): string {
  const fetched = `await fetch("${address}")`;
  const read = isPacked
    ? `const packed = ${fetched};
const { asOf, rows } = await new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))).json();`
    : `const { asOf, rows } = await (${fetched}).json();`;
  return `${read}
const missed = rows.filter((row) => row.status === "missed");
console.log(asOf, missed.map((row) => row.indicator_name));`;
}

const SQL = `SELECT fiscal_year, agency_name, indicator_name, target, q1, q2, q3, q4, year_result
FROM indicator_quarters WHERE status = 'missed'
ORDER BY fiscal_year, agency_name;`;
