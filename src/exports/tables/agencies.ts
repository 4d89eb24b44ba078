import { getNameOfYear } from '#domain/agency-name.ts';
import type { Agency } from '#domain/schemas/agency.ts';
import { defineColumn, showField } from './column.ts';
import { defineTable } from './table.ts';

interface Row {
  slug: string;
  agency: Agency;
  indicators: number;
}

const required = { isRequired: true };

/** One row for each agency, under its present name. Accounts of reviewers are no part of it. */
export const agencies = defineTable<Row>({
  id: 'agencies',
  primaryKey: ['agency'],
  columns: [
    [defineColumn('agency', 'text', required), ({ slug }) => slug],
    [showField('agency_code', 'agency/code', required), ({ agency }) => agency.code],
    [showField('agency_name', 'agency/names/name', required), ({ agency }) => getNameOfYear(agency)],
    [showField('agency_name_en', 'agency/nameEn'), ({ agency }) => agency.nameEn],
    [showField('agency_group', 'agency/group', required), ({ agency }) => agency.group],
    [
      showField('group_name', 'site/agencyGroups/name'),
      ({ agency }, { site }) => site.settings.agencyGroups.find(({ id }) => id === agency.group)?.name,
    ],
    [
      showField('group_name_en', 'site/agencyGroups/nameEn'),
      ({ agency }, { site }) => site.settings.agencyGroups.find(({ id }) => id === agency.group)?.nameEn,
    ],
    [defineColumn('former_names', 'list'), ({ agency }) => agency.names.slice(0, -1).map(({ name }) => name)],
    [showField('abbreviations', 'agency/abbreviations'), ({ agency }) => agency.abbreviations],
    [showField('aliases', 'agency/aliases'), ({ agency }) => agency.aliases],
    [showField('agency_note', 'agency/note'), ({ agency }) => agency.note],
    [defineColumn('indicator_count', 'integer', { ...required, range: { least: 0 } }), ({ indicators }) => indicators],
  ],
  list: function* ({ site }) {
    for (const [slug, { data }] of site.dataset.agencies) {
      const counts = site.years.map((year) => site.byYear.get(year)?.get(slug)?.length ?? 0);
      yield { slug, agency: data, indicators: counts.reduce((sum, count) => sum + count, 0) };
    }
  },
});
