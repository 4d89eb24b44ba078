import { getSeverity, type Issue, type IssueCode, type Severity } from '#domain/issue.ts';
import fieldsEn from './fields.en.json' with { type: 'json' };
import fieldsTh from './fields.th.json' with { type: 'json' };
import issuesEn from './issues.en.json' with { type: 'json' };
import issuesTh from './issues.th.json' with { type: 'json' };
import { fill, type Language } from './translate.ts';

/** An issue in the words of a language. */
export interface IssueText {
  /** file:line:column, the file from the content folder. */
  place: string;
  code: IssueCode;
  severity: Severity;
  /** Name of the field as people know it, where the issue lies in one. */
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

export function describeIssue(issue: Issue, language: Language): IssueText {
  const texts = issues[language];
  const key = issue.field?.key;
  const params = { ...(key === undefined ? {} : { key: key.split('.').at(-1) ?? key }), ...issue.params };
  return {
    place: `${issue.file}:${issue.line}:${issue.column}`,
    code: issue.code,
    severity: getSeverity(issue),
    ...(key === undefined ? {} : { key, label: findLabel(issue.field, language) ?? key }),
    message: fill(texts[`${issue.code}.text`] ?? issue.code, params),
    fix: fill(getFix(issue, texts), params),
  };
}

/** The cure; the more exact wording where the checker knows what was meant. */
function getFix(issue: Issue, texts: Record<string, string>): string {
  for (const param of ['type', 'nearest', 'known']) {
    const exact = texts[`${issue.code}.fix.${param}`];
    const value = issue.params?.[param];
    if (exact !== undefined && value !== undefined && value !== '') return exact;
  }
  return texts[`${issue.code}.fix`] ?? '';
}

/** The label of a field; undefined for a key that no schema knows. */
function findLabel(field: Issue['field'], language: Language): string | undefined {
  if (field === undefined) return undefined;
  const parts = field.key.split('.').filter((part) => !/^\d+$/.test(part));
  return fields[language][`${field.kind}.${parts.join('.')}`];
}
