import { getQuarterSpan, QUARTERS } from '#domain/fiscal-year.ts';
import type { QuarterNumber } from '#domain/schemas/text.ts';
import { getAgencyYears, getCalendar, type ScoredItem, type ScoredSite } from '#domain/scored-site.ts';
import { createFormat } from '#strings/format.ts';
import formsEn from '#strings/forms.en.json' with { type: 'json' };
import formsTh from '#strings/forms.th.json' with { type: 'json' };
import { createTranslate, type Language } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';
import type { FormsAccess } from './backend.ts';
import { ENTRY_FORMAT } from './entry-format-name.ts';
import { buildFields, type FormsField } from './fields.ts';
import { shortenName } from './shorten-name.ts';

export interface FormsScope {
  agency: string;
  /** Fiscal years that can be reported, newest first. */
  years: readonly number[];
  access: FormsAccess;
  language: Language;
  /** The folder the site is served from. */
  base: string;
}

/** The configuration of Decap CMS for one agency: one collection an indicator, one file a quarter that waits in the repository. */
export function buildFormsConfig(site: ScoredSite, scope: FormsScope): Record<string, unknown> {
  const text = createFormsText(scope.language);
  const { address } = site.settings;
  return {
    backend: {
      ...scope.access.backend,
      commit_messages: {
        create: text.word('commit.report'),
        update: text.word('commit.report'),
        uploadMedia: text.word('commit.upload'),
        delete: text.word('commit.delete'),
        deleteMedia: text.word('commit.delete'),
      },
    },
    locale: scope.language,
    publish_mode: 'editorial_workflow',
    show_preview_links: false,
    search: false,
    editor: { preview: false },
    ...(address === undefined ? {} : { site_url: address }),
    // What stands in the corner leads back to the list of agencies.
    display_url: `${scope.base}admin/`,
    logo: { src: `${scope.base}favicon.svg` },
    // Every file names its own folder; Decap insists on one for all.
    media_folder: 'content',
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    collections: listFormsItems(site, scope.agency, scope.years).map((item) =>
      buildCollection(site, item, scope, text),
    ),
  };
}

/** Indicators of an agency that have at least one file to fill in. */
export function listFormsItems(site: ScoredSite, agency: string, years: readonly number[]): ScoredItem[] {
  return getAgencyYears(site, agency)
    .filter((year) => years.includes(year))
    .flatMap((year) => site.byYear.get(year)?.get(agency) ?? [])
    .filter((item) => item.summary !== undefined || QUARTERS.some((quarter) => item.reports[quarter] !== undefined));
}

type FormsText = ReturnType<typeof createFormsText>;

function createFormsText(language: Language) {
  return {
    language,
    word: createWording({ th: formsTh, en: formsEn }, language),
    t: createTranslate(language),
    format: createFormat(language),
  };
}

function buildCollection(site: ScoredSite, item: ScoredItem, { years }: FormsScope, text: FormsText) {
  const name = shortenName(item.indicator.data.name);
  return {
    // It becomes part of a branch's name; agencies share one repository.
    name: `${item.year}_${item.agency}_${item.slug}`,
    label: years.length > 1 ? `${name} (${item.year})` : name,
    description: describePromise(item, text),
    format: ENTRY_FORMAT,
    // What is published is decided where the pull request is reviewed.
    publish: false,
    files: [
      ...QUARTERS.filter((quarter) => item.reports[quarter] !== undefined).map((quarter) =>
        buildFile(item, `q${quarter}`, describeQuarter(site, item, quarter, text), text, quarter),
      ),
      ...(item.summary === undefined ? [] : [buildFile(item, 'year', { label: text.word('file.year') }, text)]),
    ],
  };
}

function buildFile(
  item: ScoredItem,
  name: string,
  words: { label: string; description?: string },
  text: FormsText,
  quarter?: QuarterNumber,
) {
  return {
    name,
    ...words,
    file: `content/reports/${item.path}/${name}.mdx`,
    // Beside the file itself.
    media_folder: '',
    public_folder: '',
    fields: [...buildReportFields(item, text, quarter), buildBody(text, quarter === undefined)],
  };
}

/** What reviewers and corrections say stays in the file, out of the form; a level is asked for only where the scale has levels. */
function buildReportFields(item: ScoredItem, { language, word, format }: FormsText, quarter?: QuarterNumber) {
  const { scale, quarterTargets, target, unit } = item.indicator.data;
  const fields = buildFields(quarter === undefined ? 'year' : 'report', {
    language,
    messages: {
      file: word('input.file'),
      fileHint: word('input.file-hint'),
      day: word('input.day'),
      address: word('input.address'),
      oneLine: word('input.one-line'),
    },
    hidden: ['review', 'corrections', 'declared', ...(scale.kind === 'milestones' ? [] : ['level'])],
    required: ['submitted'],
  });
  const ofQuarter = quarter === undefined ? undefined : quarterTargets?.[quarter - 1];
  const promised = target === 'unknown' ? word('promise.unknown') : format.plain(target);
  const promise = [
    word('input.unit', { unit }),
    word('input.target', { target: promised }),
    ...(ofQuarter === undefined ? [] : [word('input.quarter-target', { target: format.plain(ofQuarter) })]),
  ];
  return fields.map((field) => {
    const hints: Record<string, string> = {
      result: [...promise, field.hint, word('input.arabic')].join(' · '),
      asOf: word('input.as-of-hint'),
      submitted: word('input.submitted-hint'),
    };
    const hint = hints[field.name];
    if (hint !== undefined) return { ...field, hint };
    return field.name === 'evidence' ? { ...field, label_singular: word('input.one-evidence') } : field;
  });
}

function buildBody({ word }: FormsText, isYear: boolean): FormsField {
  const hint = word(isYear ? 'input.body-year-hint' : 'input.body-hint');
  return { name: 'body', label: word('input.body'), hint, widget: 'text', required: false };
}

function describePromise({ indicator: { data } }: ScoredItem, { word, t, format }: FormsText): string {
  const target = data.target === 'unknown' ? word('promise.unknown') : format.plain(data.target);
  const name = shortenName(data.name);
  return [
    // The list shows the name already, as far as there is room.
    ...(name === data.name ? [] : [data.name]),
    word('promise.target', { target, unit: data.unit }),
    t(`direction.${data.direction}`),
    ...(data.accumulation === 'unknown' ? [] : [t(`accumulation.${data.accumulation}`)]),
  ].join(' · ');
}

function describeQuarter(site: ScoredSite, item: ScoredItem, quarter: QuarterNumber, { word, format }: FormsText) {
  const { from, until } = getQuarterSpan(item.year, quarter);
  const { due, closed } = getCalendar(site.dataset, item.year).quarters[quarter - 1] ?? { due: '', closed: '' };
  const values = { quarter, months: format.months(from, until), due: format.day(due), closed: format.day(closed) };
  return {
    label: site.today > closed ? word('file.closed', values) : word('file.quarter', values),
    description: word('file.dates', values),
  };
}
