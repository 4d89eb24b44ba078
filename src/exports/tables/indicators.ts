import { getNameOfYear } from '#domain/agency-name.ts';
import { listCorrections } from '#domain/corrections.ts';
import { isReadingOpen } from '#domain/inferred.ts';
import type { Agency } from '#domain/schemas/agency.ts';
import { getCalendar, getYearItems, type ScoredItem } from '#domain/scored-site.ts';
import { findText } from '#domain/section-text.ts';
import { defineColumn, showField } from './column.ts';
import { listScoreColumns } from './score-columns.ts';
import { type ColumnOf, defineYearTable } from './table.ts';

interface Row {
  item: ScoredItem;
  agency: Agency | undefined;
  ruleSet: number;
}

const required = { isRequired: true };
const inOwnUnit = { unit: 'own' } as const;

/** One row for each indicator of a fiscal year. */
export const indicators = defineYearTable<Row>({
  id: 'indicators',
  isByYear: true,
  primaryKey: ['path'],
  foreignKeys: [
    { columns: ['agency'], table: 'agencies', reference: ['agency'] },
    { columns: ['plan', 'plan_code'], table: 'plan', reference: ['plan', 'plan_code'] },
  ],
  columns: [
    ...listIdentity(),
    ...listPromise(),
    ...listResult(),
    ...listScoreColumns<Row>(({ item: { standing }, ruleSet }) => ({ ...standing.year, ruleSet })),
    ...listDoubts(),
    ...listDeclared(),
    ...listSource(),
    ...listOrigin(),
    ...listAddresses(),
    ...listTexts(),
  ],
  list: function* ({ site }, year) {
    const { ruleSet } = getCalendar(site.dataset, year);
    for (const item of getYearItems(site, year)) {
      yield { item, agency: site.dataset.agencies.get(item.agency)?.data, ruleSet };
    }
  },
});

function listIdentity(): ColumnOf<Row>[] {
  return [
    [defineColumn('path', 'text', required), ({ item }) => item.path],
    [defineColumn('fiscal_year', 'integer', required), ({ item }) => item.year],
    [defineColumn('agency', 'text', required), ({ item }) => item.agency],
    [showField('agency_code', 'agency/code', required), ({ agency }) => agency?.code],
    [
      showField('agency_name', 'agency/names/name', required),
      ({ item, agency }) => agency && getNameOfYear(agency, item.year),
    ],
    [showField('agency_name_en', 'agency/nameEn'), ({ agency }) => agency?.nameEn],
    [defineColumn('indicator', 'text', required), ({ item }) => item.slug],
    [showField('series', 'indicator/series', required), ({ item }) => item.series],
    [showField('indicator_code', 'indicator/code'), ({ item }) => item.indicator.data.code],
    [showField('indicator_name', 'indicator/name', required), ({ item }) => item.indicator.data.name],
    [showField('indicator_name_en', 'indicator/nameEn'), ({ item }) => item.indicator.data.nameEn],
    [showField('name_basis', 'indicator/source/name'), ({ item }) => item.indicator.data.source?.name],
    [showField('year_basis', 'indicator/source/year'), ({ item }) => item.indicator.data.source?.year],
  ];
}

function listPromise(): ColumnOf<Row>[] {
  const promise = ({ item }: Row) => item.indicator.data;
  return [
    [showField('kind', 'indicator/kind', required), (row) => promise(row).kind],
    [showField('outcome', 'indicator/outcome', required), (row) => promise(row).outcome],
    [showField('negotiated', 'indicator/negotiated'), (row) => promise(row).negotiated],
    [showField('dimension', 'indicator/dimension'), (row) => promise(row).dimension],
    [showField('plan', 'indicator/plan/id'), (row) => promise(row).plan?.id],
    [defineColumn('plan_code', 'text'), (row) => promise(row).plan?.goal],
    [showField('unit', 'indicator/unit', required), (row) => promise(row).unit],
    [showField('direction', 'indicator/direction', required), (row) => promise(row).direction],
    [showField('accumulation', 'indicator/accumulation', required), (row) => promise(row).accumulation],
    [showField('target', 'indicator/target', inOwnUnit), (row) => known(promise(row).target)],
    [defineColumn('target_unknown', 'flag', required), (row) => promise(row).target === 'unknown'],
    ...([1, 2, 3, 4] as const).map((quarter): ColumnOf<Row> => {
      const column = defineColumn(`quarter_target_${quarter}`, 'number', inOwnUnit);
      return [column, (row) => promise(row).quarterTargets?.[quarter - 1]];
    }),
    [showField('weight', 'indicator/weight', { unit: 'points' }), (row) => known(promise(row).weight)],
    [defineColumn('weight_unknown', 'flag', required), (row) => promise(row).weight === 'unknown'],
    [showField('scale', 'indicator/scale/kind', required), (row) => promise(row).scale.kind],
    [
      showField('scale_between', 'indicator/scale/between'),
      ({ item: { indicator } }) => ('between' in indicator.data.scale ? indicator.data.scale.between : undefined),
    ],
    [defineColumn('reading_open', 'flag', required), (row) => isReadingOpen(promise(row))],
  ];
}

function listResult(): ColumnOf<Row>[] {
  const result = ({ item }: Row) => item.standing.year.result;
  const from = { choices: ['stated', 'quarters'] };
  return [
    [defineColumn('year_result', 'number', inOwnUnit), (row) => result(row)?.value],
    [defineColumn('result_from', 'text', from), (row) => result(row)?.from],
    [defineColumn('result_quarters', 'list'), (row) => result(row)?.quarters],
    [defineColumn('result_missing', 'list'), (row) => result(row)?.missing],
    [defineColumn('provisional', 'flag', required), ({ item }) => item.standing.year.isProvisional],
  ];
}

function listDoubts(): ColumnOf<Row>[] {
  const data = ({ item }: Row) => item.indicator.data;
  return [
    [showField('not_scored_note', 'indicator/notScored/note'), (row) => data(row).notScored?.note],
    [showField('withdrawn_quarter', 'indicator/withdrawn/quarter'), (row) => data(row).withdrawn?.quarter],
    [showField('withdrawn_reason', 'indicator/withdrawn/reason'), (row) => data(row).withdrawn?.reason],
    [defineColumn('disagreements', 'list'), ({ item }) => [...new Set(item.disagreements.map(({ code }) => code))]],
    [
      defineColumn('corrections', 'integer', { ...required, range: { least: 0 } }),
      ({ item }) => listCorrections(item).length,
    ],
    [showField('year_as_of', 'year/asOf'), ({ item }) => item.summary?.data.asOf],
    [showField('year_submitted', 'year/submitted'), ({ item }) => item.summary?.data.submitted],
    [showField('year_level_claimed', 'year/level'), ({ item }) => item.summary?.data.level],
    [
      showField('year_completeness', 'year/review/completeness', { unit: 'percent' }),
      ({ item }) => item.summary?.data.review?.completeness,
    ],
    [
      showField('year_timeliness', 'year/review/timeliness', { unit: 'percent' }),
      ({ item }) => item.summary?.data.review?.timeliness,
    ],
    [showField('year_declared', 'year/declared'), ({ item }) => item.summary?.data.declared],
  ];
}

function listDeclared(): ColumnOf<Row>[] {
  const fields = ['name', 'kind', 'target', 'result', 'unit', 'weight', 'score', 'plan'] as const;
  return fields.map((field) => [
    showField(`declared_${field}`, `indicator/declared/${field}`),
    ({ item }) => item.indicator.data.declared?.[field],
  ]);
}

function listSource(): ColumnOf<Row>[] {
  const source = ({ item }: Row) => item.indicator.data.source;
  return [
    [showField('inferred', 'indicator/source/inferred'), (row) => source(row)?.inferred],
    [showField('year_evidence', 'indicator/source/yearBasis'), (row) => source(row)?.yearBasis],
    [showField('quarters_in_source', 'indicator/source/quarters'), (row) => source(row)?.quarters],
    [showField('source_document', 'indicator/source/document'), (row) => source(row)?.document],
    [showField('source_url', 'indicator/source/url'), (row) => source(row)?.url],
    [showField('source_note', 'indicator/source/note'), (row) => source(row)?.note],
  ];
}

function listOrigin(): ColumnOf<Row>[] {
  const data = ({ item }: Row) => item.indicator.data;
  return [
    [showField('continues', 'indicator/continues'), (row) => data(row).continues],
    [showField('splits', 'indicator/splits'), (row) => data(row).splits],
    [showField('merges', 'indicator/merges'), (row) => data(row).merges],
    [showField('redefined', 'indicator/redefined'), (row) => data(row).redefined],
    [showField('responsible_unit', 'indicator/responsible/unit'), (row) => data(row).responsible?.unit],
    [showField('responsible_position', 'indicator/responsible/position'), (row) => data(row).responsible?.position],
    [showField('verified', 'indicator/dataQuality/verified'), (row) => data(row).dataQuality?.verified],
    [showField('figures_from', 'indicator/dataQuality/source'), (row) => data(row).dataQuality?.source],
    [showField('limits', 'indicator/dataQuality/limits'), (row) => data(row).dataQuality?.limits],
  ];
}

function listAddresses(): ColumnOf<Row>[] {
  return [
    [defineColumn('status_day', 'day', required), (_, { site }) => site.today],
    [defineColumn('page_url', 'address'), ({ item }, { locatePage }) => locatePage(item.path)],
    [defineColumn('receipt_url', 'address'), ({ item }, { locateReceipt }) => locateReceipt(item.path)],
  ];
}

function listTexts(): ColumnOf<Row>[] {
  return [
    [defineColumn('description', 'text'), ({ item }) => findText(item.indicator.sections.body)],
    [defineColumn('definition', 'text'), ({ item }) => findText(item.indicator.sections.definition)],
    [defineColumn('method', 'text'), ({ item }) => findText(item.indicator.sections.method)],
    [defineColumn('summary', 'text'), ({ item }) => findText(item.summary?.sections.body)],
    [defineColumn('supporting', 'text'), ({ item }) => findText(item.summary?.sections.supporting)],
    [defineColumn('obstacles', 'text'), ({ item }) => findText(item.summary?.sections.obstacles)],
  ];
}

/** A number, or nothing where the source gives none. */
function known(value: number | 'unknown'): number | undefined {
  return value === 'unknown' ? undefined : value;
}
