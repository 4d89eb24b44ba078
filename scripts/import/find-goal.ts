import type { Dataset } from '#domain/dataset.ts';
import type { Plan, PlanNode } from '#domain/schemas/plan.ts';
import { toArabicDigits } from '#domain/thai-text.ts';

/** The goal that the form prints, in the plan that knows it, or why there is none. */
export type FoundGoal =
  | { id: string; goal: string; name: string; isCut: boolean }
  | { reason: 'not-printed' | 'contradiction' | 'unknown' | 'several'; code: string };

/** Looks the printed code up in the plans in force in a fiscal year; the code alone tells, names may be cut. */
export function findGoal(printed: string, year: number, dataset: Dataset): FoundGoal {
  const text = toArabicDigits(printed);
  const code = /เป้าประสงค์(?:ที่)?\s*:\s*(\d{1,2}\.\d{1,2}\.\d{1,2})(?![\d.]*\d)/u.exec(text)?.[1];
  if (code === undefined) return { reason: 'not-printed', code: '' };
  const area = /ด้านที่\s*(\d{1,2})/u.exec(text)?.[1];
  const subArea = /ย่อย\s*:\s*(\d{1,2}\.\d{1,2})/u.exec(text)?.[1];
  if ([area, subArea].some((above) => above !== undefined && !code.startsWith(`${above}.`))) {
    return { reason: 'contradiction', code };
  }
  const found = [...dataset.plans].flatMap(([id, { data }]) => {
    const isInForce = data.years.from <= year && year <= data.years.until;
    const node = isInForce ? findNode(data, code) : undefined;
    return node === undefined ? [] : [{ id, goal: code, name: node.name ?? '' }];
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return { reason: only === undefined ? 'unknown' : 'several', code };
  return {
    ...only,
    isCut: only.name !== '' && !squeeze(text).includes(squeeze(`${code} ${toArabicDigits(only.name)}`)),
  };
}

function findNode(plan: Plan, code: string): PlanNode | undefined {
  const nodes = plan.areas.flatMap((area) => [
    area,
    ...(area.subAreas ?? []).flatMap((subArea) => [subArea, ...(subArea.goals ?? [])]),
  ]);
  return nodes.find((node) => node.code === code);
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}
