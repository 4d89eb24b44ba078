import type { PlanBranch, PlanLevel } from '#domain/plan-totals.ts';
import type { StringKey } from '#strings/translate.ts';
import type { ViewContext } from './context.ts';

/** A node of a plan by its level and code, with its wording; where no source gives the wording, that is said. */
export interface PlanNameView {
  lead: string;
  text: string;
  language: 'th' | 'en';
  /** What must be known of the wording. */
  notes: string[];
}

const LEVELS: Record<PlanLevel, StringKey> = {
  area: 'plan.area',
  'sub-area': 'plan.sub-area',
  goal: 'plan.goal',
};

export function getNodeName({ node, level }: Pick<PlanBranch, 'node' | 'level'>, context: ViewContext): PlanNameView {
  const { language, t } = context;
  const lead = `${t(LEVELS[level])} ${node.code}`;
  const notes = [
    ...(node.truncated ? [t('plan.truncated')] : []),
    ...(node.basis === 'customary' ? [t('plan.customary')] : []),
  ];
  if (language === 'en' && node.nameEn !== undefined) return { lead, text: node.nameEn, language, notes };
  if (node.name !== undefined) return { lead, text: node.name, language: 'th', notes };
  return { lead, text: t('plan.no-text'), language, notes: [] };
}

/** How many indicators serve a node, each year by itself. */
export function wordCited(count: number, { t, format }: ViewContext): string {
  return count === 0 ? t('plan.uncited') : t('plan.cited', { count: format.count(count) });
}
