import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { type DisagreementView, getDisagreements } from './disagreement-view.ts';
import { type EvidenceView, getEvidence, placeAttachments } from './evidence-view.ts';
import { getAgencyName, getItemName, getYearLabel } from './names.ts';
import type { Crumb } from './page-view.ts';
import { getPlanView, type PlanView } from './plan-view.ts';
import { getQuarter, type QuarterView } from './quarter-view.ts';
import { getTargetView } from './row-view.ts';
import { getScaleView, type ScaleView } from './scale-view.ts';
import { getScoreView, type ScoreView } from './score-view.ts';
import { getStatusView, type StatusView } from './status-view.ts';

/** Everything on an indicator's page, worded and formatted, in the order of the official form. */
export interface IndicatorView {
  title: string;
  nameLanguage: 'th' | 'en';
  description: string;
  crumbs: Crumb[];
  eyebrow: string[];
  /** The answer in five seconds. */
  answer: {
    status: StatusView;
    score: ScoreView;
    target: string;
    targetNote?: string;
    result: string;
    resultNote?: string;
    unit: string;
    sentence: string;
    bar?: { share: number; targetShare: number; label: string };
    open: string[];
  };
  notScored?: { reason: string; note: string };
  disagreements: DisagreementView[];
  outcome: { label: string; isKnown: boolean };
  plan?: PlanView;
  definition?: string;
  method?: string;
  scale: ScaleView;
  /** `language` where the value is content and not furniture. */
  facts: { label: string; value: string; note?: string; language?: 'th' }[];
  quarters: QuarterView[];
  summary?: string;
  supporting?: string;
  obstacles?: string;
  evidence: EvidenceView[];
  declared: { label: string; value: string }[];
  source: { label: string; value: string; href?: string }[];
  otherYears: Crumb[];
  dataHref: string;
}

export function getIndicatorView(site: ScoredSite, path: string, context: ViewContext): IndicatorView {
  const item = site.items.get(path);
  if (item === undefined) throw new Error(`no indicator at ${path}`);
  const { t, links } = context;
  const { data, sections } = item.indicator;
  const name = getItemName(item, context);
  const agency = getAgencyName(site, item.agency, item.year, context);
  const plan = getPlanView(site, item, context);
  const answer = getAnswer(item, context);
  const text = (html: string | undefined) => (html === undefined ? undefined : placeAttachments(html, item, context));
  const summary = item.summary;
  return {
    title: name.text,
    nameLanguage: name.language,
    description: `${agency} · ${getYearLabel(item.year, context)} · ${answer.sentence}`,
    crumbs: [
      { label: t('nav.home'), href: links.home },
      { label: getYearLabel(item.year, context), href: links.year(item.year) },
      { label: agency, href: links.agency(item.year, item.agency) },
    ],
    eyebrow: getEyebrow(item, context),
    answer,
    ...(data.notScored === undefined
      ? {}
      : { notScored: { reason: t(`reason.${data.notScored.reason}`), note: data.notScored.note } }),
    disagreements: getDisagreements(item.disagreements, context),
    outcome: { label: t(`outcome.${data.outcome}`), isKnown: data.outcome !== 'unknown' },
    ...(plan === undefined ? {} : { plan }),
    ...optional('definition', text(sections.definition?.html)),
    ...optional('method', text(sections.method?.html ?? sections.body?.html)),
    scale: getScaleView(item, context),
    facts: getFacts(item, context),
    quarters: item.standing.quarters.map((standing) => getQuarter(site, item, standing, context)),
    ...optional('summary', text(summary?.sections.body?.html)),
    ...optional('supporting', text(summary?.sections.supporting?.html)),
    ...optional('obstacles', text(summary?.sections.obstacles?.html)),
    evidence: getEvidence(summary?.data.evidence, item, context),
    declared: getDeclared(item, context),
    source: getSource(item, context),
    otherYears: (site.bySeries.get(item.series) ?? [])
      .filter((other) => other.path !== path)
      .map((other) => ({ label: getYearLabel(other.year, context), href: links.indicator(other.path) })),
    dataHref: links.data(path),
  };
}

function getAnswer(item: ScoredItem, context: ViewContext): IndicatorView['answer'] {
  const { t, format } = context;
  const { year, quarters } = item.standing;
  const { data } = item.indicator;
  const target = getTargetView(item, context);
  const open = (['not-reported', 'overdue'] as const).flatMap((status) => {
    const missing = quarters.filter((quarter) => quarter.status === status).map(({ quarter }) => quarter);
    return missing.length === 0 ? [] : [t(`open.${status}`, { quarters: missing.join(', ') })];
  });
  if (quarters.every(({ status }) => status === 'not-in-source')) open.push(t('open.not-in-source'));
  const provisional = year.isProvisional && year.result !== undefined ? [t('open.provisional')] : [];
  const result = year.result === undefined ? '–' : format.figure(year.result.value);
  const sentence =
    year.result === undefined
      ? t('answer.no-result', { status: t(`status.${year.status}`), target: target.targetNote ?? target.target })
      : t('answer.result', { status: t(`status.${year.status}`), result, target: target.targetNote ?? target.target });
  return {
    status: getStatusView(year.status, context),
    score: getScoreView(year.score, context),
    ...target,
    result,
    ...(year.result === undefined ? {} : { resultNote: getResultNote(year.result, context) }),
    unit: data.unit,
    sentence,
    ...getBar(item, context),
    open: [...open, ...provisional],
  };
}

function getResultNote(result: NonNullable<ScoredItem['standing']['year']['result']>, { t }: ViewContext): string {
  if (result.from === 'stated') return t('result.stated');
  const from = t('result.from-quarters', { quarters: result.quarters.join(', ') });
  return result.missing.length === 0 ? from : `${from} ${t('result.missing', { quarters: result.missing.join(', ') })}`;
}

/** Result against target as two lengths of one bar; none where the two cannot be compared. */
function getBar(item: ScoredItem, { t, format }: ViewContext): Pick<IndicatorView['answer'], 'bar'> {
  const { target, notScored } = item.indicator.data;
  const value = item.standing.year.result?.value;
  if (target === 'unknown' || target <= 0 || value === undefined || value < 0 || notScored !== undefined) return {};
  const longest = Math.max(target, value);
  const label = t('answer.bar', { result: format.figure(value), target: format.plain(target) });
  return { bar: { share: value / longest, targetShare: target / longest, label } };
}

function getEyebrow(item: ScoredItem, context: ViewContext): string[] {
  const { t } = context;
  const { code, kind, negotiated, source } = item.indicator.data;
  return [
    getYearLabel(item.year, context) + (source?.year === 'inferred' ? ` (${t('source.year-inferred')})` : ''),
    ...(code === undefined ? [] : [t('indicator.code', { code })]),
    ...(kind === 'unknown' ? [] : [t(`kind.${kind}`)]),
    ...(negotiated === true ? [t('kind.negotiated')] : []),
    ...(source?.name === 'described' ? [t('source.name-described')] : []),
  ];
}

function getFacts(item: ScoredItem, context: ViewContext): IndicatorView['facts'] {
  const { t, format } = context;
  const { weight, direction, accumulation, unit, dimension, responsible, source, dataQuality } = item.indicator.data;
  const inferred = (field: NonNullable<NonNullable<typeof source>['inferred']>[number]) =>
    source?.inferred?.includes(field) === true ? { note: t('source.inferred') } : {};
  const optionalFacts = [
    { label: t('field.dimension'), value: dimension },
    {
      label: t('field.responsible'),
      value: responsible && [responsible.unit, responsible.position].filter(Boolean).join(' · '),
    },
    { label: t('field.verified'), value: dataQuality?.verified },
    { label: t('field.data-source'), value: dataQuality?.source },
    { label: t('field.limits'), value: dataQuality?.limits },
  ];
  return [
    { label: t('field.unit'), value: unit, language: 'th', ...inferred('unit') },
    {
      label: t('field.weight'),
      value:
        weight === 'unknown' ? t('field.weight-unknown') : t('field.weight-points', { weight: format.plain(weight) }),
      ...inferred('weight'),
    },
    { label: t('field.direction'), value: t(`direction.${direction}`), ...inferred('direction') },
    { label: t('field.accumulation'), value: t(`accumulation.${accumulation}`), ...inferred('accumulation') },
    ...optionalFacts.flatMap(({ label, value }) =>
      value === undefined || value === '' ? [] : [{ label, value, language: 'th' as const }],
    ),
  ];
}

function getDeclared(item: ScoredItem, { t }: ViewContext): IndicatorView['declared'] {
  const { declared } = item.indicator.data;
  const fields = ['name', 'kind', 'target', 'result', 'unit', 'weight', 'score', 'plan'] as const;
  return fields.flatMap((field) => {
    const value = declared?.[field];
    return value === undefined || (field === 'name' && value === item.indicator.data.name)
      ? []
      : [{ label: t(`declared.${field}`), value }];
  });
}

function getSource(item: ScoredItem, { t }: ViewContext): IndicatorView['source'] {
  const { source, plan } = item.indicator.data;
  const rows = [
    { label: t('source.document'), value: source?.document },
    { label: t('source.url'), value: source?.url, href: source?.url },
    { label: t('source.year'), value: source?.year && t(`source.year-${source.year}`) },
    { label: t('source.year-basis'), value: source?.yearBasis },
    { label: t('source.scale'), value: source?.inferred?.includes('scale') ? t('source.scale-inferred') : undefined },
    { label: t('source.note'), value: source?.note },
    { label: t('source.plan'), value: plan && source?.inferred?.includes('plan') ? t('source.inferred') : undefined },
  ];
  return rows.flatMap(({ label, value, href }) =>
    value === undefined ? [] : [{ label, value, ...(href === undefined ? {} : { href }) }],
  );
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  // Safe: a computed key of a literal type makes exactly this record.
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
