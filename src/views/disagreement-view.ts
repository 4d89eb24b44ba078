import type { Issue } from '#domain/issue.ts';
import type { StringKey } from '#strings/translate.ts';
import type { ViewContext } from './context.ts';

/** Figures that disagree, told to the public: both are shown, none is chosen in silence. */
export interface DisagreementView {
  code: string;
  text: string;
}

const WORDED = {
  CW601: 'disagreement.weight-as-target',
  CW602: 'disagreement.far-over-target',
  CW603: 'disagreement.last-quarter-zero',
  CW604: 'disagreement.cumulative-falls',
  CW605: 'disagreement.declared-result',
  CW606: 'disagreement.declared-target',
  CW607: 'disagreement.claimed-level',
  CW621: 'disagreement.all-or-nothing',
  CW622: 'disagreement.not-additive',
  CW623: 'disagreement.narrative',
  CW625: 'disagreement.cut',
  CW629: 'disagreement.unit-mismatch',
  CW630: 'disagreement.two-readings',
} as const satisfies Partial<Record<Issue['code'], StringKey>>;

export function getDisagreements(issues: readonly Issue[], { t, format }: ViewContext): DisagreementView[] {
  return issues.flatMap((issue) => {
    const key = isWorded(issue.code) ? WORDED[issue.code] : undefined;
    if (key === undefined) return [];
    const params = Object.fromEntries(
      Object.entries(issue.params ?? {}).map(([name, value]) => [name, formatParam(name, value, format)]),
    );
    return [{ code: issue.code, text: t(key, params) }];
  });
}

function isWorded(code: Issue['code']): code is keyof typeof WORDED {
  return Object.hasOwn(WORDED, code);
}

/** Results are figures with their decimals; targets, and what counts quarters or levels, are written as they are. */
function formatParam(name: string, value: string | number, format: ViewContext['format']): string | number {
  if (typeof value !== 'number') return value;
  if (['quarter', 'other', 'level', 'supported'].includes(name)) return value;
  return name === 'target' || name === 'used' ? format.plain(value) : format.figure(value);
}
