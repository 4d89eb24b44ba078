import type { Entry } from '../entry.ts';
import type { Issue, IssueCode } from '../issue.ts';

/** An issue at a field of an entry; where the field is absent, at the nearest field that holds it. */
export function reportIssue(entry: Entry, code: IssueCode, key: string, params?: Issue['params']): Issue {
  const [line, column] = findPlace(entry.places, key);
  return { code, file: entry.file, line, column, field: key === '' ? undefined : { kind: entry.kind, key }, params };
}

/** The place of a dotted key, or of the nearest key above it. */
export function findPlace(places: Entry['places'], key: string): [number, number] {
  for (let path = key; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const place = Object.hasOwn(places, path) ? places[path] : undefined;
    if (place !== undefined) return place;
  }
  return places[''] ?? [1, 1];
}
