import { type Issue, isError } from '#domain/issue.ts';
import { describeIssue, describeReport, nameField } from '#strings/issue-text.ts';
import type { Language } from '#strings/translate.ts';

/** What a report is written from. */
export interface Findings {
  /** By file and place. */
  issues: Issue[];
  /** How many files were read. */
  files: number;
  /** The content folder, for paths that lead from where the command was given. */
  content: string;
}

/** Version of the shape of the JSON report. */
const JSON_VERSION = 1;

/** For people: by file, each issue with its place, its field, what was seen and what to type. */
export function writeText(findings: Findings, language: Language, hasColour: boolean): string {
  const { issues, files, content } = findings;
  const paint = (code: number, text: string) => (hasColour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const byFile = Map.groupBy(issues, (issue) => issue.file);
  const blocks = [...byFile.values()].map((group) => {
    const lines = group.map((issue) => {
      const text = describeIssue(issue, language);
      const mark = paint(text.severity === 'error' ? 31 : 33, describeReport(text.severity, language));
      const place = paint(1, clean(`${content}/${text.place}`));
      const said = `${place}  ${text.code}  ${mark}\n  ${clean(`${nameField(text)}${text.message}`)}\n  → ${clean(text.fix)}`;
      return issue.lines === undefined ? said : `${said}\n\n${cleanLines(issue.lines)}\n`;
    });
    return lines.join('\n').trimEnd();
  });
  const { errors, warnings } = count(issues);
  return [...blocks, describeReport('summary', language, { errors, warnings, files })].join('\n\n');
}

/** For programs: {version, counts, issues: [{file, line, column, code, severity, field?, message, fix, lines?, params}]}. */
export function writeJson({ issues, files, content }: Findings, language: Language): string {
  const list = issues.map((issue) => {
    const { code, severity, label, key, message, fix } = describeIssue(issue, language);
    const field = key === undefined ? {} : { field: { key, label } };
    const { line, column, params = {}, lines } = issue;
    const written = lines === undefined ? {} : { lines };
    return {
      file: `${content}/${issue.file}`,
      line,
      column,
      code,
      severity,
      ...field,
      message,
      fix,
      ...written,
      params,
    };
  });
  return JSON.stringify({ version: JSON_VERSION, counts: { ...count(issues), files }, issues: list }, null, 2);
}

/** For GitHub: workflow commands that become annotations on the lines. */
export function writeGithub({ issues, content }: Findings, language: Language): string {
  const lines = issues.map((issue) => {
    const text = describeIssue(issue, language);
    const lines = issue.lines === undefined ? [] : ['', cleanLines(issue.lines)];
    const title = text.key === undefined ? text.code : `${text.code} ${nameField(text).replace(/: $/, '')}`;
    const at = `file=${escapeProperty(`${content}/${issue.file}`)},line=${issue.line},col=${issue.column}`;
    return `::${text.severity} ${at},title=${escapeProperty(title)}::${escapeData([text.message, `→ ${text.fix}`, ...lines].join('\n'))}`;
  });
  return lines.join('\n');
}

function count(issues: readonly Issue[]): { errors: number; warnings: number } {
  const errors = issues.filter(isError).length;
  return { errors, warnings: issues.length - errors };
}

/** What authors typed cannot steer a terminal or break a line of the report. */
export function clean(text: string): string {
  return text.replace(/\s/g, ' ').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '�');
}

/** Lines that are to be pasted as they stand: each at its place, with what authors typed in them made harmless. */
function cleanLines(lines: string): string {
  return lines
    .split('\n')
    .map((line) => clean(line))
    .join('\n');
}

/** A message of a GitHub workflow command, which ends at the end of its line. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a GitHub workflow command: file, title. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
