import type { Correction } from '#domain/schemas/correction.ts';
import type { ViewContext } from './context.ts';

/** Each change of a published figure in one sentence: when, what, from what to what, why, and who approved it. */
export function getCorrections(corrections: readonly Correction[] | undefined, { t, format }: ViewContext): string[] {
  const write = (value: string | number) => (typeof value === 'number' ? format.plain(value) : value);
  return (corrections ?? []).map(({ date, field, from, to, reason, approvedBy }) =>
    t('correction.sentence', { day: format.day(date), field, from: write(from), to: write(to), reason, approvedBy }),
  );
}
