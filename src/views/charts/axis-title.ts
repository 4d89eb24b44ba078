import { isDrawable } from '#charts/font.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import { isUnitInDoubt } from '#domain/scoring/results.ts';
import type { ViewContext } from '../context.ts';
import { getUnitText } from '../row-view.ts';

/** Longer than this a unit does not stand above an axis on a phone; the page says it in full. */
const LONGEST_UNIT = 22;

/** What is counted and which way is better; not what is counted where the figures are in another unit. */
export function getAxisTitle(item: ScoredItem, context: ViewContext): string {
  const direction = context.t(`direction.${item.indicator.data.direction}`);
  const unit = getUnitText(item, context);
  const isTold = unit.length <= LONGEST_UNIT && isDrawable(unit) && !isUnitInDoubt(item);
  return isTold ? `${unit} · ${direction}` : direction;
}
