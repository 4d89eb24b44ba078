import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue } from '#domain/issue.ts';
import type { IssueExample } from '#strings/issue-examples.ts';
import { listVariants } from '#strings/issue-text.ts';
import corrections from './corrections.json' with { type: 'json' };
import described from './described.json' with { type: 'json' };
import { findExampleIssues } from './find-example-issues.ts';

/** What stands right in a file: by line number, the line that belongs there; null where it is to be deleted. */
export type Correction = Record<string, string | null>;

/** Most files, lines and findings of one code that are shown. */
const MOST = { files: 2, lines: 8, issues: 4, letters: 120 };

/** Codes whose folder of this name shows less, or names a real city, with the folder that stands for them. */
const CHOSEN: Partial<Record<string, string>> = { CW332: 'CW332-far' };

/** Codes told by the name or the bytes of a file: its lines say nothing. */
const HAS_NO_LINES = new Set(['CW101', 'CW106', 'CW107', 'CW510', 'CW515']);

// Safe: the values of the file are of this type; a code without corrections has none.
const CORRECTIONS = corrections as Partial<Record<string, Record<string, Correction>>>;

/** Examples of every code, made from the folders of `fixtures` laid over the small site, and from those only told. */
export function makeExamples(fixtures: string): Record<string, IssueExample[]> {
  // Safe: a test holds them against what the reader finds.
  const made: Record<string, IssueExample[]> = { ...(described as unknown as Record<string, IssueExample[]>) };
  for (const code of readdirSync(join(fixtures, 'issues'))) {
    if (/^CW\d{3}$/.test(code)) made[code] = makeFromFolder(fixtures, code);
  }
  return Object.fromEntries(Object.entries(made).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What stands right in the files of a code's example, by path. */
export function getCorrections(code: string): Record<string, Correction> {
  return CORRECTIONS[code] ?? {};
}

/** Codes whose example is corrected. */
export function listCorrected(): string[] {
  return Object.keys(CORRECTIONS);
}

/** A text with the lines of a correction in place. */
export function correctText(text: string, correction: Correction): string {
  return numberLines(text, correction)
    .flatMap(({ right }) => (right === null ? [] : [right]))
    .join('\n');
}

function numberLines(text: string, correction: Correction) {
  return text.split('\n').map((line, index) => {
    const right = correction[String(index + 1)];
    return { number: index + 1, line, right: right === undefined ? line : right };
  });
}

function makeFromFolder(fixtures: string, code: string): IssueExample[] {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-example-'));
  try {
    const example = join(fixtures, 'issues', CHOSEN[code] ?? code);
    const [head, base] = [join(folder, 'head'), join(folder, 'base')];
    const hasBase = existsSync(join(example, 'base'));
    laySite(fixtures, example, head);
    if (hasBase) laySite(fixtures, join(example, 'base'), base);
    const issues = findExampleIssues(head, hasBase ? base : undefined).filter((issue) => issue.code === code);
    return chooseExamples(head, code, issues);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The small site with the files of an example over it. */
function laySite(fixtures: string, example: string, folder: string): void {
  cpSync(join(fixtures, 'sites/minimal'), folder, { recursive: true });
  cpSync(example, folder, { recursive: true });
  for (const part of ['base', 'expected.txt']) rmSync(join(folder, part), { recursive: true, force: true });
}

/** The first file, and another one where the code is worded otherwise. */
function chooseExamples(folder: string, code: string, issues: Issue[]): IssueExample[] {
  const seen = new Set<string>();
  const examples: IssueExample[] = [];
  for (const file of new Set(issues.map((issue) => issue.file))) {
    const inFile = issues.filter((issue) => issue.file === file);
    const isNew = inFile.some((issue) => !seen.has(getVariant(issue)));
    if (examples.length >= (HAS_NO_LINES.has(code) ? MOST.issues : MOST.files) || !isNew) continue;
    const example =
      HAS_NO_LINES.has(code) || !existsSync(join(folder, file))
        ? { file, from: 1, lines: [], issues: inFile.map(cutFile) }
        : excerpt(file, readFileSync(join(folder, file), 'utf8'), inFile, getCorrections(code)[file]);
    for (const issue of inFile) seen.add(getVariant(issue));
    examples.push(example);
  }
  return examples;
}

/** The lines around the first finding and its cure, and those findings that stand in them. */
function excerpt(file: string, text: string, issues: Issue[], correction: Correction | undefined): IssueExample {
  const all = numberLines(text.replace(/\n$/, ''), correction ?? {});
  const places = [...issues.map(({ line }) => line), ...Object.keys(correction ?? {}).map(Number)];
  const first = Math.min(...places);
  const last = Math.max(...places.filter((line) => line < first + MOST.lines - 1));
  let until = Math.min(all.length, last + 2);
  while (until > last && all[until - 1]?.line === '') until -= 1;
  const from = Math.max(1, first - Math.min(4, MOST.lines - (until - first + 1)));
  const shown = all.slice(from - 1, until);
  const right = shown.flatMap((line) => line.right?.split('\n') ?? []);
  while (right.at(-1) === '') right.pop();
  return {
    file,
    from,
    lines: shown.map(({ line }) => cut(line)),
    ...(correction === undefined ? {} : { right: right.map(cut) }),
    issues: issues
      .filter(({ line }) => line >= from && line <= until)
      .slice(0, MOST.issues)
      .map(cutFile),
  };
}

function cut(line: string): string {
  return line.length <= MOST.letters ? line : `${line.slice(0, MOST.letters)}…`;
}

function cutFile({ file: _, ...issue }: Issue): Omit<Issue, 'file'> {
  return issue;
}

/** Which of its texts a code is worded with. */
function getVariant({ params = {} }: Issue): string {
  return listVariants(params).join(' ');
}
