import { Decimal } from 'decimal.js';

/** Decimal arithmetic for published figures: 0.1 + 0.2 is 0.3 and halves round up (away from zero). */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export type Exact = Decimal;

/** Digits that count. What stands beyond them is left over from a division: 3.515 / 30 × 30 ends in …9998. */
const SIGNIFICANT = 30;

/** Rounds half up to `places` decimals; never gives −0. */
export function round(value: Decimal | number, places: number): number {
  return new Exact(value).toSignificantDigits(SIGNIFICANT).toDecimalPlaces(places).toNumber() + 0;
}
