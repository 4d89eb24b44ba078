import { type InferredField, isInferred } from '#domain/inferred.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';
import { getUnitText } from './row-view.ts';

/** A labelled value; `language` where the value is content and not furniture. */
export interface FactView {
  label: string;
  value: string;
  note?: string;
  href?: string;
  language?: 'th';
}

/** What kind of promise it is. */
export function getFacts(item: ScoredItem, context: ViewContext): FactView[] {
  const { t, format } = context;
  const { weight, direction, accumulation, dimension, responsible, dataQuality } = item.indicator.data;
  const inferred = (field: InferredField) =>
    isInferred(item.indicator.data, field) ? { note: t('source.inferred') } : {};
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
    { label: t('field.unit'), value: getUnitText(item, context), language: 'th', ...inferred('unit') },
    {
      label: t('field.weight'),
      value:
        weight === 'unknown' ? t('field.weight-unknown') : t('field.weight-points', { weight: format.plain(weight) }),
      ...inferred('weight'),
    },
    { label: t('field.direction'), value: t(`direction.${direction}`), ...inferred('direction') },
    {
      label: t('field.accumulation'),
      value: t(`accumulation.${accumulation}`),
      ...(accumulation === 'unknown' ? {} : inferred('accumulation')),
    },
    ...optionalFacts.flatMap(({ label, value }) =>
      value === undefined || value === '' ? [] : [{ label, value, language: 'th' as const }],
    ),
  ];
}

/** The source's own words. */
export function getDeclared(item: ScoredItem, { t }: ViewContext): FactView[] {
  const { declared } = item.indicator.data;
  const fields = ['name', 'kind', 'target', 'result', 'unit', 'weight', 'score', 'plan'] as const;
  return fields.flatMap((field) => {
    const value = declared?.[field];
    return value === undefined || (field === 'name' && value === item.indicator.data.name)
      ? []
      : [{ label: t(`declared.${field}`), value, language: 'th' as const }];
  });
}

/** Where the entry comes from, and what in it is our own reading. */
export function getSource(item: ScoredItem, context: ViewContext): FactView[] {
  const { t } = context;
  const { source, plan, scale } = item.indicator.data;
  const inferredScale = scale.kind === 'proportional' ? 'source.scale-inferred' : 'source.inferred';
  const rows: { label: string; value: string | undefined; href?: string | undefined; language?: 'th' }[] = [
    { label: t('source.document'), value: source?.document },
    { label: t('source.url'), value: source?.url, href: source?.url },
    { label: t('source.year'), value: source?.year && t(`source.year-${source.year}`) },
    {
      label: t(source?.year === 'stated' ? 'source.year-evidence' : 'source.year-basis'),
      value: source?.yearBasis,
      language: 'th' as const,
    },
    { label: t('source.scale'), value: isInferred(item.indicator.data, 'scale') ? t(inferredScale) : undefined },
    { label: t('table.target'), value: isInferred(item.indicator.data, 'target') ? t('source.inferred') : undefined },
    {
      label: t('source.plan'),
      value: plan && isInferred(item.indicator.data, 'plan') ? t('source.inferred') : undefined,
    },
  ];
  return rows.flatMap(({ label, value, href, language }) =>
    value === undefined
      ? []
      : [{ label, value, ...(href === undefined ? {} : { href }), ...(language === undefined ? {} : { language }) }],
  );
}
