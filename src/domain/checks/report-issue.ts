import type { Entry } from '../entry.ts';
import type { Issue, IssueCode } from '../issue.ts';
import { findPlace } from '../places.ts';

/** An issue at a field of an entry; where the field is absent, at the nearest field that holds it. */
export function reportIssue(entry: Entry, code: IssueCode, key: string, params?: Issue['params']): Issue {
  const [line, column] = findPlace(entry.places, key);
  return { code, file: entry.file, line, column, field: key === '' ? undefined : { kind: entry.kind, key }, params };
}
