import { BlockedError } from './write-files.ts';

/** Why the disk did not do what was asked, for people; undefined for any other error. */
export function findFailure(error: unknown): { key: 'blocked' | 'disk'; path: string; code: string } | undefined {
  if (error instanceof BlockedError) return { key: 'blocked', path: error.path, code: '' };
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  const path = 'path' in error ? String(error.path) : '';
  return { key: 'disk', path, code: String(error.code) };
}
