import { compareValues, type Difference } from './difference.ts';

/** JSON of the shape that this version makes, or the difference that says why it is none. */
export function parseJson(
  file: string,
  text: string,
  version: number,
): { value: Record<string, unknown> } | { differences: [Difference] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { differences: [{ file, kind: /^\s*</.test(text) ? 'web-page' : 'not-json' }] };
  }
  if (!isRecord(value)) return { differences: [{ file, kind: 'shape', field: '' }] };
  if (value.version === version) return { value };
  return { differences: [{ file, kind: 'version', ...compareValues(value.version, version, 'version')[0] }] };
}

/** The dotted key of the first value whose shape is another one. */
export function locateIssue(issues: readonly { path: PropertyKey[] }[]): string {
  return (issues[0]?.path ?? []).map(String).join('.');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
