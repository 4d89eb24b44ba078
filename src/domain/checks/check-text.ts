import type { IndicatorYear } from '../dataset.ts';
import type { Entry, IndicatorEntry, ReportEntry, YearEntry } from '../entry.ts';
import { QUARTERS } from '../fiscal-year.ts';
import type { Issue, IssueCode } from '../issue.ts';
import {
  DECOMPOSED_SARA_AM,
  DOUBLE_SARA_E,
  DOUBLED_MARK,
  INVISIBLE,
  KIND_IN_NAME,
  NUMBER_IN_UNIT,
  PERSON_TITLE,
  PHINTHU,
  SEVERAL_PARTS,
  TELEPHONE,
  toArabicDigits,
  YEAR_IN_NAME,
} from '../thai-text.ts';
import { reportIssue } from './report-issue.ts';

/** Lengths at which the old system cut a unit and a plan goal. */
const UNIT_CUT = 50;
const PLAN_CUT = 88;

/** Damage that can be recognised in any text. */
const DAMAGE: [IssueCode, RegExp][] = [
  ['CW615', DECOMPOSED_SARA_AM],
  ['CW616', DOUBLED_MARK],
  ['CW617', DOUBLE_SARA_E],
  ['CW618', PHINTHU],
  ['CW620', INVISIBLE],
  ['CW626', TELEPHONE],
  ['CW626', PERSON_TITLE],
];

/** Codes and addresses: not words, and their digits look like telephone numbers. */
const IDENTIFIERS = /(^|\.)(code|url|file|goal)$/;

/** Oddities in the wording of one entry. */
export function checkText(entry: Entry): Issue[] {
  const issues = getTexts(entry).flatMap(([key, text]) => checkDamage(entry, key, text));
  if (entry.kind === 'indicator') issues.push(...checkNames(entry));
  if (entry.kind === 'report' || entry.kind === 'year') issues.push(...checkReport(entry));
  return issues;
}

/** Narratives that repeat from quarter to quarter. */
export function checkCopies(item: IndicatorYear): Issue[] {
  const seen = new Map<string, number>();
  return QUARTERS.flatMap((quarter) => {
    const report = item.reports[quarter];
    const text = report?.sections.body?.text.replace(/\s+/g, ' ').trim() ?? '';
    const first = seen.get(text);
    if (report === undefined || text === '' || isDashes(text)) return [];
    if (first === undefined) {
      seen.set(text, quarter);
      return [];
    }
    return [reportIssue(report, 'CW613', '', { quarter, other: first })];
  });
}

function checkDamage(entry: Entry, key: string, text: string): Issue[] {
  if (IDENTIFIERS.test(key)) return [];
  const issues = DAMAGE.flatMap(([code, pattern]) => {
    const found = pattern.exec(text);
    return found === null ? [] : [reportIssue(entry, code, key, { seen: excerpt(text, found.index) })];
  });
  const mixed = /[๐-๙]/u.test(text) && /[0-9]/.test(text) && !key.startsWith('declared') && key !== '';
  if (mixed) issues.push(reportIssue(entry, 'CW619', key, { seen: excerpt(text, text.search(/[๐-๙]/u)) }));
  return issues;
}

function checkNames(entry: IndicatorEntry): Issue[] {
  const { name, unit, declared } = entry.data;
  const issues: Issue[] = [];
  const year = YEAR_IN_NAME.exec(name);
  // Only the entry's own year: a base year or the year of the accounts examined belongs to the name.
  if (year !== null && Number(toArabicDigits(year[1] ?? '')) === entry.year)
    issues.push(reportIssue(entry, 'CW611', 'name', { seen: year[0] }));
  const kind = KIND_IN_NAME.exec(name);
  if (kind !== null) issues.push(reportIssue(entry, 'CW612', 'name', { seen: kind[0] }));
  if (SEVERAL_PARTS.test(name)) issues.push(reportIssue(entry, 'CW624', 'name', { seen: name.slice(0, 60) }));
  if (NUMBER_IN_UNIT.test(unit)) issues.push(reportIssue(entry, 'CW608', 'unit', { seen: unit }));
  if (unit.length >= UNIT_CUT - 2) {
    issues.push(reportIssue(entry, 'CW609', 'unit', { seen: unit, length: unit.length }));
  }
  const plan = declared?.plan;
  if (plan !== undefined && (plan.length === PLAN_CUT || /%\s*$|[\u0E40-\u0E44]$/u.test(plan))) {
    issues.push(reportIssue(entry, 'CW610', 'declared.plan', { seen: plan.slice(-30) }));
  }
  return issues;
}

function checkReport(entry: ReportEntry | YearEntry): Issue[] {
  const text = entry.sections.body?.text.trim() ?? '';
  const { result, asOf, submitted } = entry.data;
  if (text !== '' && isDashes(text)) return [reportIssue(entry, 'CW614', '', { seen: text })];
  const issues: Issue[] = [];
  const isEmpty = result === undefined && text === '' && Object.keys(entry.sections).length === 0;
  const isExplained = entry.kind === 'report' && entry.data.notApplicable !== undefined;
  if (isEmpty && !isExplained) issues.push(reportIssue(entry, 'CW627', ''));
  if (asOf !== undefined && submitted !== undefined && submitted < asOf) {
    issues.push(reportIssue(entry, 'CW628', 'submitted', { seen: submitted, asOf }));
  }
  return issues;
}

/** Every text of an entry with the key it stands under; '' for the body. */
function getTexts(entry: Entry): [string, string][] {
  const texts: [string, string][] = [];
  collectTexts(entry.data, '', texts);
  if ('sections' in entry) texts.push(...Object.values(entry.sections).map((s): [string, string] => ['', s.text]));
  return texts;
}

function collectTexts(value: unknown, key: string, texts: [string, string][]): void {
  if (typeof value === 'string') texts.push([key, value]);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      collectTexts(inner, key === '' ? name : `${key}.${name}`, texts);
    }
  }
}

function isDashes(text: string): boolean {
  return /^[\s\p{Pd}.]*$/u.test(text);
}

function excerpt(text: string, index: number): string {
  return text
    .slice(Math.max(0, index - 12), index + 18)
    .replace(/\s+/g, ' ')
    .trim();
}
