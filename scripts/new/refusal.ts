import type { Issue } from '#domain/issue.ts';

/** Why nothing is written, in words; `status` is the exit code: 1 a problem, 2 a call that was not understood. */
export class Refusal extends Error {
  readonly status: 1 | 2;
  /** Problems in the checker's terms, told below the message. */
  readonly issues: readonly Issue[];
  /** How many files were looked at for them. */
  readonly files: number;

  constructor(message: string, status: 1 | 2, issues: readonly Issue[] = [], files = 0) {
    super(message);
    this.status = status;
    this.issues = issues;
    this.files = files;
  }
}
