import { type Issue, isError } from '#domain/issue.ts';
import { describeIssue } from '#strings/issue-text.ts';
import type { Language } from '#strings/translate.ts';
import texts from './texts.json' with { type: 'json' };

/** What a report is written from. */
export interface Findings {
  issues: Issue[];
  /** How many files were read. */
  files: number;
  /** The content folder, for paths that lead from the repository. */
  content: string;
}

/** Version of the shape of the JSON report. */
const JSON_VERSION = 1;

/** For people: by file, each issue with its place, its field, what was seen and what to type. */
export function writeText({ issues, files, content }: Findings, language: Language, hasColour: boolean): string {
  const paint = (code: number, text: string) => (hasColour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const say = texts[language];
  const blocks = issues.map((issue) => {
    const { place, code, severity, label, key, message, fix } = describeIssue(issue, language);
    const mark = severity === 'error' ? paint(31, say.error) : paint(33, say.warning);
    const field = key === undefined ? '' : `${label === key ? key : `${label} (${key})`}: `;
    return `${paint(1, `${content}/${place}`)}  ${mark} ${code}\n  ${field}${message}\n  → ${fix}`;
  });
  const errors = issues.filter(isError).length;
  const summary = `${say.errors} ${errors} · ${say.warnings} ${issues.length - errors} · ${say.files} ${files}`;
  return [...blocks, summary].join('\n\n');
}

/** For programs: {version, counts, issues: [{file, line, column, code, severity, field?, message, fix, params}]}. */
export function writeJson({ issues, files, content }: Findings, language: Language): string {
  const errors = issues.filter(isError).length;
  const list = issues.map((issue) => {
    const { code, severity, label, key, message, fix } = describeIssue(issue, language);
    const field = key === undefined ? {} : { field: { key, label } };
    const { line, column, params = {} } = issue;
    return { file: `${content}/${issue.file}`, line, column, code, severity, ...field, message, fix, params };
  });
  return JSON.stringify(
    { version: JSON_VERSION, counts: { errors, warnings: issues.length - errors, files }, issues: list },
    null,
    2,
  );
}

/** For GitHub: workflow commands that become annotations on the lines. */
export function writeGithub({ issues, content }: Findings, language: Language): string {
  const lines = issues.map((issue) => {
    const { code, severity, label, key, message, fix } = describeIssue(issue, language);
    const title = key === undefined ? code : `${code} ${label} (${key})`;
    const at = `file=${escapeProperty(`${content}/${issue.file}`)},line=${issue.line},col=${issue.column}`;
    return `::${severity} ${at},title=${escapeProperty(title)}::${escapeData(`${message}\n→ ${fix}`)}`;
  });
  return lines.join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
