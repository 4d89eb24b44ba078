import type { Axis, Tick, Tone } from '#charts/model.ts';
import { Exact } from '#domain/decimal.ts';
import type { Status } from '#domain/scoring/status.ts';
import type { ViewContext } from '../context.ts';

/** Steps that people count in, as shares of a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/** About so many parts of an axis. */
const PARTS = 4;

/**
 * An axis that holds every value and zero, from one round number to another. Decimal arithmetic, so that a tick is
 * written as 0.3 and not as 0.30000000000000004. Without any value, or with zeros alone, it runs from 0 to 1.
 */
export function getAxis(values: readonly number[], { format }: Pick<ViewContext, 'format'>): Axis {
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  const step = getStep(new Exact(highest).minus(lowest));
  const first = new Exact(lowest).div(step).floor();
  const last = Exact.max(new Exact(highest).div(step).ceil(), first.plus(1));
  const count = last.minus(first).toNumber();
  const ticks = Array.from({ length: count + 1 }, (_, index): Tick => {
    const value = first.plus(index).times(step).toNumber();
    return { value, lines: [format.plain(value)] };
  });
  return { min: first.times(step).toNumber(), max: last.times(step).toNumber(), ticks };
}

function getStep(span: Exact): Exact {
  if (span.isZero()) return new Exact(1);
  const rough = span.div(PARTS);
  // Its exponent is its logarithm, rounded down.
  const power = new Exact(10).pow(rough.e);
  const steps = STEPS.map((step) => power.times(step));
  return steps.find((step) => step.gte(rough)) ?? power.times(10);
}

const TONES: Record<Status, Tone> = {
  met: 'good',
  'on-track': 'fair',
  reported: 'fair',
  behind: 'warn',
  overdue: 'warn',
  missed: 'bad',
  'not-comparable': 'odd',
  narrative: 'open',
  'not-due': 'open',
  'not-reported': 'open',
  'not-in-source': 'open',
  'not-applicable': 'open',
  withdrawn: 'open',
};

/** The colour that a status has on every page; its word always stands beside it. */
export function getTone(status: Status): Tone {
  return TONES[status];
}

/** A text of a chart that is set in lines: strings mark the break. */
export function getLines(text: string): string[] {
  return text.split('\n');
}
