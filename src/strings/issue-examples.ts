import type { Issue, IssueCode } from '#domain/issue.ts';
import examples from './issue-examples.json' with { type: 'json' };

/** A file in which something stands wrong, as much of it as shows what, and what the checker finds there. */
export interface IssueExample {
  /** Path from the content folder. */
  file: string;
  /** Number of the first line shown. */
  from: number;
  /** The lines as they stand; none where the name or the bytes of the file are the matter. */
  lines: string[];
  /** What stands right in their place, where the cure is a matter of typing. */
  right?: string[] | undefined;
  issues: Omit<Issue, 'file'>[];
}

// Safe: scripts/make-examples.ts writes the file from values of this type, and a test makes it anew.
const all = examples as unknown as Partial<Record<IssueCode, IssueExample[]>>;

/** The examples of a code, none for a code that was added since they were made. */
export function getIssueExamples(code: IssueCode): IssueExample[] {
  return all[code] ?? [];
}
