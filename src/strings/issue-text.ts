import { getSeverity, type Issue, type IssueCode, type Severity } from '#domain/issue.ts';
import fieldsEn from './fields.en.json' with { type: 'json' };
import fieldsTh from './fields.th.json' with { type: 'json' };
import issuesEn from './issues.en.json' with { type: 'json' };
import issuesTh from './issues.th.json' with { type: 'json' };
import { fill, type Language, type Params } from './translate.ts';

/** An issue in the words of a language. */
export interface IssueText {
  /** file:line:column, the file from the content folder. */
  place: string;
  code: IssueCode;
  severity: Severity;
  /** Name of the field as people know it, where the issue lies in one; the key where no schema knows it. */
  label?: string;
  /** Dotted key of the field. */
  key?: string;
  /** What is wrong, with what was seen. */
  message: string;
  /** What to type or do. */
  fix: string;
}

const issues: Record<Language, Record<string, string>> = { th: issuesTh, en: issuesEn };
const fields: Record<Language, Record<string, string>> = { th: fieldsTh, en: fieldsEn };

/** Longest text of an author that is shown within a message. */
const LONGEST_QUOTE = 90;

/** So many letters of a name are enough to know which was meant. */
const SHORTEST_START = 4;

/** Puts an issue into words: where, which field, what is wrong, what to type. */
export function describeIssue(issue: Issue, language: Language): IssueText {
  const { code, field, file, line, column } = issue;
  const params = getParams(issue, language);
  return {
    place: `${file}:${line}:${column}`,
    code,
    severity: getSeverity(issue),
    ...(field === undefined ? {} : { key: field.key, label: findLabel(field, language) ?? field.key }),
    message: fill(pickText(`${code}.text`, params, issues[language]), params),
    fix: fill(pickText(`${code}.fix`, params, issues[language]), params),
  };
}

/** Words of a report on issues that belong to none of them. */
export function describeReport(
  key: 'error' | 'warning' | 'summary' | 'time',
  language: Language,
  params: Params = {},
): string {
  return fill(issues[language][`report.${key}`] ?? key, params);
}

/** The texts that an issue may be put into, the most exact first: by its reason, then by what the checker knows. */
export function listVariants(params: Params): string[] {
  const known = ['type', 'nearest', 'known'].filter((name) => isGiven(params[name]));
  const reasons = ['reason', 'expected'].flatMap((name) => (isGiven(params[name]) ? [String(params[name])] : []));
  return [...reasons.flatMap((reason) => [...known.map((name) => `${reason}.${name}`), reason]), ...known];
}

function pickText(key: string, params: Params, texts: Record<string, string>): string {
  const variant = listVariants(params).find((name) => Object.hasOwn(texts, `${key}.${name}`));
  return texts[variant === undefined ? key : `${key}.${variant}`] ?? texts[key] ?? '';
}

function getParams({ field, params = {} }: Issue, language: Language): Params {
  const name = field?.key.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  const short = Object.entries(params).map(([key, value]) => [
    key,
    typeof value === 'string' ? shorten(value, key) : value,
  ]);
  const meant = isGiven(params.nearest) ? {} : { nearest: findMeant(params, field, language) };
  return { key: name, ...Object.fromEntries(short), ...meant, choices: listChoices(params, language) };
}

function shorten(text: string, key: string): string {
  const isOurs = key === 'known' || text.length <= LONGEST_QUOTE;
  return isOurs ? text : `${text.slice(0, LONGEST_QUOTE).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Values to choose from with what they mean: strategic (เชิงยุทธศาสตร์) · routine (งานประจำ). */
function listChoices(params: Params, language: Language): string {
  const values = String(params.known ?? '').split(' | ');
  const texts = issues[language];
  const explain = (value: string) => {
    const meaning = texts[`choice.${value}`] ?? value;
    return meaning === value ? value : `${value} (${meaning})`;
  };
  return values.map(explain).join(' · ');
}

/** The value or key that a person meant who typed what it is called on screen. */
function findMeant(params: Params, field: Issue['field'], language: Language): string {
  const seen = String(params.seen ?? '').trim();
  const known = String(params.known ?? '').split(/ \| |, /);
  const parent = field?.key.split('.').slice(0, -1).join('.') ?? '';
  const isCalled = (name: string) => {
    const key = parent === '' ? name : `${parent}.${name}`;
    const called = [issues[language][`choice.${name}`], findLabel(field && { ...field, key }, language)];
    return called.some((text) => text === seen || (seen.length >= SHORTEST_START && text?.startsWith(seen)));
  };
  return seen === '' ? '' : (known.find(isCalled) ?? '');
}

function isGiven(value: string | number | undefined): boolean {
  return value !== undefined && value !== '';
}

/** The label of a field; undefined for a key that no schema knows. */
function findLabel(field: Issue['field'], language: Language): string | undefined {
  if (field === undefined) return undefined;
  const parts = field.key.split('.').filter((part) => !/^\d+$/.test(part));
  const key = `${field.kind}.${parts.join('.')}`;
  return Object.hasOwn(fields[language], key) ? fields[language][key] : undefined;
}

/** The field in front of a message: its label with the key, or the key alone. */
export function nameField({ key, label }: IssueText): string {
  if (key === undefined) return '';
  return `${label === key ? key : `${label} (${key})`}: `;
}
