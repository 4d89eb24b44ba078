import type { IndicatorYear } from '../dataset.ts';
import type { Entry, IndicatorEntry, Place, ReportEntry, SectionKey, YearEntry } from '../entry.ts';
import { QUARTERS } from '../fiscal-year.ts';
import type { Issue, IssueCode } from '../issue.ts';
import { findText } from '../section-text.ts';
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
export const UNIT_CUT = 50;
const PLAN_CUT = 88;

/** Names are looked through up to here; what is longer is no name, and patterns take too long on it. */
const LONGEST_NAME = 500;

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
const IDENTIFIERS = /(^|\.)(code|url|address|repository|file|goal|id)$/;

/** Where a pattern stands in a section as typed. */
export type FindPlace = (section: SectionKey, pattern: RegExp) => Place | undefined;

/** Oddities in the wording of one entry. */
export function checkText(entry: Entry, findPlace?: FindPlace): Issue[] {
  const issues = [...checkFields(entry), ...checkSections(entry, findPlace)];
  if (entry.kind === 'indicator') issues.push(...checkNames(entry));
  if (entry.kind === 'report' || entry.kind === 'year') issues.push(...checkReport(entry, findPlace));
  return issues;
}

/** Narratives that repeat from quarter to quarter. */
export function checkCopies(item: IndicatorYear): Issue[] {
  const seen = new Map<string, number>();
  return QUARTERS.flatMap((quarter) => {
    const report = item.reports[quarter];
    const text = findText(report?.sections.body)?.replace(/\s+/g, ' ').trim() ?? '';
    const first = seen.get(text);
    if (report === undefined || text === '' || isDashes(text)) return [];
    if (first === undefined) {
      seen.set(text, quarter);
      return [];
    }
    return [reportIssue(report, 'CW613', '', { quarter, other: first })];
  });
}

function checkFields(entry: Entry): Issue[] {
  const texts: [string, string][] = [];
  collectTexts(entry.data, '', texts);
  return texts.flatMap(([key, text]) => {
    const issues = findDamage(text).map(({ code, seen }) => reportIssue(entry, code, key, { seen }));
    const isMixed = /[๐-๙]/u.test(text) && /[0-9]/.test(text) && !key.startsWith('declared');
    if (isMixed) issues.push(reportIssue(entry, 'CW619', key, { seen: excerpt(text, text.search(/[๐-๙]/u)) }));
    return issues;
  });
}

function checkSections(entry: Entry, findPlace: FindPlace | undefined): Issue[] {
  if (!('sections' in entry)) return [];
  const names: SectionKey[] = ['body', 'definition', 'method', 'supporting', 'obstacles'];
  return names.flatMap((name) =>
    findDamage(findText(entry.sections[name]) ?? '').map(({ code, seen, pattern }) => {
      const issue = reportIssue(entry, code, '', { seen });
      const [line, column] = findPlace?.(name, pattern) ?? [issue.line, issue.column];
      return { ...issue, line, column };
    }),
  );
}

function findDamage(text: string): { code: IssueCode; seen: string; pattern: RegExp }[] {
  return DAMAGE.flatMap(([code, pattern]) => {
    const found = pattern.exec(text);
    return found === null ? [] : [{ code, seen: excerpt(text, found.index), pattern }];
  });
}

function checkNames(entry: IndicatorEntry): Issue[] {
  const { unit, declared } = entry.data;
  const name = entry.data.name.slice(0, LONGEST_NAME);
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

function checkReport(entry: ReportEntry | YearEntry, findPlace: FindPlace | undefined): Issue[] {
  const text = findText(entry.sections.body)?.trim() ?? '';
  const { result, asOf, submitted } = entry.data;
  if (text !== '' && isDashes(text)) {
    const issue = reportIssue(entry, 'CW614', '', { seen: text.slice(0, 20) });
    const [line, column] = findPlace?.('body', /\S/) ?? [issue.line, issue.column];
    return [{ ...issue, line, column }];
  }
  const issues: Issue[] = [];
  const isEmpty = result === undefined && text === '' && Object.keys(entry.sections).length === 0;
  // A file without any field is a stub that waits for its report.
  const isStub = Object.keys(entry.data).length === 0;
  const isExplained = entry.kind === 'report' && entry.data.notApplicable !== undefined;
  if (isEmpty && !isStub && !isExplained) issues.push(reportIssue(entry, 'CW627', ''));
  if (asOf !== undefined && submitted !== undefined && submitted < asOf) {
    issues.push(reportIssue(entry, 'CW628', 'submitted', { seen: submitted, asOf }));
  }
  return issues;
}

function collectTexts(value: unknown, key: string, texts: [string, string][]): void {
  if (typeof value === 'string') {
    if (!IDENTIFIERS.test(key)) texts.push([key, value]);
  } else if (typeof value === 'object' && value !== null) {
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
    .replace(/^[\u0E30-\u0E3A\u0E45-\u0E4E]+/, '')
    .trim();
}
