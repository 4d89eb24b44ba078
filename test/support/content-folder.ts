import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ReadOptions, readContent } from '#data/read-content.ts';
import type { Issue } from '#domain/issue.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');

/** A folder of its own that is gone when the test is over. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'chiwat-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the small valid site, with the files of `overlay` (a folder below fixtures/) laid over it. */
export function copySite(overlay?: string): string {
  const folder = makeFolder();
  cpSync(join(FIXTURES, 'sites/minimal'), folder, { recursive: true });
  if (overlay !== undefined) cpSync(join(FIXTURES, overlay), folder, { recursive: true });
  rmSync(join(folder, 'expected.txt'), { force: true });
  return folder;
}

/** Writes files into a folder, by path. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

/** The small site with some files changed or added. */
export function writeSite(files: Record<string, string | Uint8Array>): string {
  const folder = copySite();
  writeFiles(folder, files);
  return folder;
}

/** What the reader finds in a folder, each as "CODE path:line:column". */
export function findIssues(folder: string, options?: ReadOptions): string[] {
  return readContent(folder, options).issues.map(formatIssue);
}

export function formatIssue({ code, file, line, column }: Issue): string {
  return `${code} ${file}:${line}:${column}`;
}

/** Path of a fixture. */
export function getFixture(...parts: string[]): string {
  const path = join(FIXTURES, ...parts);
  if (!existsSync(path)) throw new Error(`There is no fixture ${path}`);
  return path;
}
