import type { PlanNode } from '#domain/schemas/plan.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';

/** The way down the strategy tree to the goal that an indicator serves. */
export interface PlanView {
  plan: string;
  /** `language` where the text is the plan's own. */
  nodes: { label: string; text: string; language?: 'th'; note?: string }[];
}

export function getPlanView(site: ScoredSite, item: ScoredItem, { t }: ViewContext): PlanView | undefined {
  const reference = item.indicator.data.plan;
  const plan = reference === undefined ? undefined : site.dataset.plans.get(reference.id)?.data;
  if (reference === undefined || plan === undefined) return undefined;
  const area = plan.areas.find((node) => isOnWay(node, reference.goal));
  const subArea = area?.subAreas?.find((node) => isOnWay(node, reference.goal));
  const goal = subArea?.goals?.find((node) => isOnWay(node, reference.goal));
  const levels = [
    { node: area, label: t('plan.area') },
    { node: subArea, label: t('plan.sub-area') },
    { node: goal, label: t('plan.goal') },
  ];
  return {
    plan: plan.name,
    nodes: levels.flatMap(({ node, label }) => (node === undefined ? [] : [getNode(node, `${label} ${node.code}`, t)])),
  };
}

function isOnWay(node: PlanNode, goal: string): boolean {
  return node.code === goal || goal.startsWith(`${node.code}.`);
}

function getNode(node: PlanNode, label: string, t: ViewContext['t']): PlanView['nodes'][number] {
  if (node.name === undefined) return { label, text: t('plan.no-text') };
  return { label, text: node.name, language: 'th', ...(node.truncated ? { note: t('plan.truncated') } : {}) };
}
