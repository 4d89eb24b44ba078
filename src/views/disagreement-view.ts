import type { Issue } from '#domain/issue.ts';
import type { StringKey } from '#strings/translate.ts';
import type { ViewContext } from './context.ts';

/** Figures that disagree, told to the public: both are shown, none is chosen in silence. */
export interface DisagreementView {
  code: string;
  text: string;
}

/**
 * The text of each code, and which of its numbers are written as they are: targets, quarters and levels. Every other
 * number is a result and has its decimals. Codes that are absent say something of the scale (CW621, CW622): no figure
 * contradicts another there, and the scale and the score say it themselves.
 */
const WORDED = {
  CW601: { key: 'disagreement.weight-as-target', plain: ['seen'] },
  CW602: { key: 'disagreement.far-over-target', plain: ['target'] },
  CW603: { key: 'disagreement.last-quarter-zero', plain: ['quarter'] },
  CW604: { key: 'disagreement.cumulative-falls', plain: ['quarter'] },
  CW605: { key: 'disagreement.declared-result', plain: [] },
  CW606: { key: 'disagreement.declared-target', plain: ['used'] },
  CW607: { key: 'disagreement.claimed-level', plain: ['seen', 'supported'] },
  CW623: { key: 'disagreement.narrative', plain: [] },
  CW625: { key: 'disagreement.cut', plain: [] },
  CW629: { key: 'disagreement.unit-mismatch', plain: ['used'] },
  CW630: { key: 'disagreement.two-readings', plain: ['level'] },
} as const satisfies Partial<Record<Issue['code'], { key: StringKey; plain: readonly string[] }>>;

export function getDisagreements(issues: readonly Issue[], context: ViewContext): DisagreementView[] {
  const { t, format } = context;
  return issues.flatMap((issue) => {
    if (!isWorded(issue.code)) return [];
    const plain: readonly string[] = WORDED[issue.code].plain;
    const write = (name: string, value: string | number) =>
      typeof value === 'string' ? value : plain.includes(name) ? format.plain(value) : format.figure(value);
    const params = Object.entries(issue.params ?? {}).map(([name, value]) => [name, write(name, value)]);
    const text = t(getKey(issue.code, issue), Object.fromEntries(params));
    return [{ code: issue.code, text: `${getPlace(issue, context)}${text}` }];
  });
}

/** How many of an indicator's figures contradict each other. */
export function countDisagreements(issues: readonly Issue[]): number {
  return issues.filter((issue) => isWorded(issue.code)).length;
}

/** Whether an issue is told to the public as figures that do not agree. */
export function isWorded(code: Issue['code']): code is keyof typeof WORDED {
  return Object.hasOwn(WORDED, code);
}

/** A unit can only be told from a declared result; without one the targets alone disagree. */
function getKey(code: keyof typeof WORDED, issue: Issue): StringKey {
  const isResultDeclared = issue.params?.result !== '\u2013';
  return code === 'CW629' && !isResultDeclared ? WORDED.CW606.key : WORDED[code].key;
}

/** The quarter whose report holds the figure, where the text does not name it itself. */
function getPlace(issue: Issue, { t }: ViewContext): string {
  const quarter = /\/q([1-4])\.mdx$/.exec(issue.file)?.[1];
  return quarter === undefined || issue.code === 'CW603' ? '' : `${t('quarter.label', { quarter })}: `;
}
