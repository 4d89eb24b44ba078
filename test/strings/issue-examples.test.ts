import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { type IssueCode, isError } from '#domain/issue.ts';
import { catalogue } from '#domain/issue-catalogue.ts';
import made from '#strings/issue-examples.json' with { type: 'json' };
import { getIssueExamples } from '#strings/issue-examples.ts';
import { describeIssue } from '#strings/issue-text.ts';
import described from '../../scripts/examples/described.json' with { type: 'json' };
import { correctText, getCorrections, listCorrected, makeExamples } from '../../scripts/examples/make-examples.ts';
import { copySite, writeFiles } from '../support/content-folder.ts';
import { makeExample, SHOWN_ELSEWHERE } from '../support/examples.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');
// Safe: the keys of the catalogue are its codes.
const CODES = Object.keys(catalogue) as IssueCode[];

describe('the examples that the guide shows', () => {
  it('are those that the fixtures give today; otherwise: npm run examples', () => {
    expect(JSON.stringify(made)).toBe(JSON.stringify(makeExamples(FIXTURES)));
  }, 120_000);

  test.each(CODES)('%s has one, worded with what was seen and a cure in both languages', (code) => {
    const examples = getIssueExamples(code);
    expect(examples.length).toBeGreaterThan(0);
    for (const { file, from, lines, issues } of examples) {
      expect(issues.length).toBeGreaterThan(0);
      for (const issue of issues) {
        expect(issue.code).toBe(code);
        if (lines.length > 0) expect(lines[issue.line - from]).toBeDefined();
        for (const language of ['th', 'en'] as const) {
          const { message, fix } = describeIssue({ ...issue, file }, language);
          expect(`${message} ${fix}`).toMatch(/\S \S/);
          expect(`${message} ${fix}`).not.toMatch(/\{(?:seen|type|known|nearest|choices|limit)\}/);
        }
      }
    }
  });

  const told = Object.keys(described).filter((code) => SHOWN_ELSEWHERE[code] === undefined);
  test.each(told)('%s, which cannot be kept in a repository, is told as the reader finds it', (code) => {
    const { folder, options } = makeExample(code);
    const found = readContent(folder, options).issues;
    for (const { file, issues } of getIssueExamples(code as IssueCode)) {
      for (const issue of issues) expect(found).toContainEqual({ ...issue, file });
    }
  });
});

describe('what the guide shows as right', () => {
  it('is there for the codes that staff meet most', () => {
    expect(listCorrected().length).toBeGreaterThan(60);
    const everyday = CODES.filter((code) => /^CW(20[1-8]|30[1-8]|31[015]|40[1-9]|41[0-4]|61[5-9])$/.test(code));
    expect(everyday.filter((code) => !listCorrected().includes(code))).toEqual([]);
  });

  test.each(listCorrected())('%s: with the right lines the file has no issue left', (code) => {
    const folder = copySite(existsSync(join(FIXTURES, 'issues', code)) ? `issues/${code}` : undefined);
    for (const [file, correction] of Object.entries(getCorrections(code))) {
      const before = readContent(folder).issues.filter((issue) => issue.file === file);
      expect(before.map((issue) => issue.code)).toContain(code);
      const text = correctText(readFileSync(join(folder, file), 'utf8'), correction);
      writeFiles(folder, { [file]: text, ...listNamedFiles(folder, file, text) });
      const after = readContent(folder).issues;
      expect(after.filter((issue) => issue.file === file)).toEqual([]);
      expect(after.filter((issue) => isError(issue) && issue.code !== code)).toEqual([]);
    }
  });
});

/** Files that a text names and that do not stand beside it, so that only its wording is judged. */
function listNamedFiles(folder: string, file: string, text: string): Record<string, string | Uint8Array> {
  const beside = join(folder, file, '..');
  const names = [...text.matchAll(/[a-z0-9-]+\.(pdf|png)\b/g)].map(([name]) => name);
  const png = readFileSync(join(FIXTURES, 'sites/minimal/reports/2567/public-works/road-repair/road.png'));
  const missing = names.filter((name) => !readdirSync(beside).includes(name));
  return Object.fromEntries(
    missing.map((name) => [join(file, '..', name), name.endsWith('.pdf') ? '%PDF-1.4\n' : png]),
  );
}
