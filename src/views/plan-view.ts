import type { PlanNode } from '#domain/schemas/plan.ts';
import type { ScoredItem, ScoredSite } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';

/** The way down the strategy tree to the goal that an indicator serves; each step leads to its page. */
export interface PlanView {
  plan: string;
  href: string;
  /** `language` where the text is the plan's own. */
  nodes: { label: string; text: string; href: string; language?: 'th'; note?: string }[];
}

export function getPlanView(site: ScoredSite, item: ScoredItem, { t, links }: ViewContext): PlanView | undefined {
  const way = findWay(site, item);
  if (way === undefined) return undefined;
  const levels = [
    { node: way.area, label: t('plan.area') },
    { node: way.subArea, label: t('plan.sub-area') },
    { node: way.goal, label: t('plan.goal') },
  ];
  return {
    plan: way.plan.name,
    href: links.plan(way.slug),
    nodes: levels.flatMap(({ node, label }) =>
      node === undefined
        ? []
        : [{ ...getNode(node, `${label} ${node.code}`, t), href: links.plan(way.slug, node.code) }],
    ),
  };
}

/** The area of its plan that an indicator belongs to, as plan/code. */
export function findPlanArea(site: ScoredSite, item: ScoredItem): string | undefined {
  const area = findWay(site, item)?.area;
  return area === undefined ? undefined : `${item.indicator.data.plan?.id}/${area.code}`;
}

/** Names and codes on the way from the plan to the goal, in Thai. */
export function listPlanNames(site: ScoredSite, item: ScoredItem): string[] {
  const way = findWay(site, item);
  const nodes = [way?.area, way?.subArea, way?.goal].filter((node) => node !== undefined);
  return [
    ...(way === undefined ? [] : [way.plan.name]),
    ...nodes.map(({ code, name = '' }) => `${code} ${name}`.trim()),
  ];
}

function findWay(site: ScoredSite, item: ScoredItem) {
  const reference = item.indicator.data.plan;
  const plan = reference === undefined ? undefined : site.dataset.plans.get(reference.id)?.data;
  if (reference === undefined || plan === undefined) return undefined;
  const area = plan.areas.find((node) => isOnWay(node, reference.goal));
  const subArea = area?.subAreas?.find((node) => isOnWay(node, reference.goal));
  const goal = subArea?.goals?.find((node) => isOnWay(node, reference.goal));
  return { slug: reference.id, plan, area, subArea, goal };
}

function isOnWay(node: PlanNode, goal: string): boolean {
  return node.code === goal || goal.startsWith(`${node.code}.`);
}

function getNode(node: PlanNode, label: string, t: ViewContext['t']): Omit<PlanView['nodes'][number], 'href'> {
  if (node.name === undefined) return { label, text: t('plan.no-text') };
  return { label, text: node.name, language: 'th', ...(node.truncated ? { note: t('plan.truncated') } : {}) };
}
