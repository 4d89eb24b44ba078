import { catalogue } from './issue-catalogue.ts';

export type IssueCode = keyof typeof catalogue;
export type Severity = 'error' | 'warning';

/** Kinds of entries in `content/`; also the first part of a field's label key. */
export type EntryKind = 'site' | 'calendar' | 'plan' | 'agency' | 'indicator' | 'report' | 'year';

/** A problem found in content, at the place where a person can mend it. Worded by `strings`. */
export interface Issue {
  code: IssueCode;
  /** Path from the content folder, with forward slashes. */
  file: string;
  /** 1-based; column counts UTF-16 units, as editors do. */
  line: number;
  column: number;
  /** The entry kind and key of the field, where the problem lies in one. */
  field?: { kind: EntryKind; key: string } | undefined;
  /** What was seen, what is expected, what to type: filled into the text of the code. */
  params?: Record<string, string | number> | undefined;
  /** Whole lines to write into the file, indented as they must stand, where the cure is more than a word. */
  lines?: string | undefined;
}

/** Errors stop the build; warnings are published as they are. */
export function getSeverity(issue: Issue): Severity {
  return catalogue[issue.code];
}

export function isError(issue: Issue): boolean {
  return getSeverity(issue) === 'error';
}

/** By file, then place, then code, so that two runs print the same list. */
export function compareIssues(a: Issue, b: Issue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : Number(a.code > b.code));
}
