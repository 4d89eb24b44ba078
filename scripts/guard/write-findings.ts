import en from '#strings/guard.en.json' with { type: 'json' };
import th from '#strings/guard.th.json' with { type: 'json' };
import { describeIssue } from '#strings/issue-text.ts';
import type { Language } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';
import { clean, escapeData, escapeProperty } from '../check/write-report.ts';
import { type ChangeKind, type Finding, UNSEEN } from './check-changes.ts';

export interface GuardResult {
  kind: ChangeKind;
  /** How many files the pull request touches. */
  files: number;
  findings: Finding[];
}

/** So many are shown: whoever adds ten thousand links need not be told of each. */
const MOST_TOLD = 100;

const JSON_VERSION = 1;

/** For people. */
export function writeText(result: GuardResult, language: Language): string {
  const word = createWording({ th, en }, language);
  const blocks = tell(result, language).map(({ file, severity, message, fix }) => {
    const place = file === '' ? word('whole') : file;
    return `${place}  ${word(`severity.${severity}`)}\n  ${clean(message)}\n  → ${clean(fix)}`;
  });
  return [...blocks, ...summarise(result, language)].join('\n\n');
}

/** For programs: {version, kind, files, problems: [{file, severity, rule, message, fix}]}; every problem is there. */
export function writeJson(result: GuardResult, language: Language): string {
  const problems = tell(result, language, Number.POSITIVE_INFINITY);
  return JSON.stringify({ version: JSON_VERSION, kind: result.kind, files: result.files, problems }, null, 2);
}

/** For GitHub: workflow commands that become annotations. */
export function writeGithub(result: GuardResult, language: Language): string {
  const lines = tell(result, language).map(({ file, severity, rule, message, fix }) => {
    const place = file === '' ? '' : `file=${escapeProperty(file)},line=1,`;
    const text = escapeData(`${clean(message)}\n→ ${clean(fix)}`);
    return `::${severity} ${place}title=${escapeProperty(rule)}::${text}`;
  });
  return [...lines, ...summarise(result, language)].join('\n');
}

/** Each finding in words; names are shown so that every character of them can be seen. */
function tell({ findings }: GuardResult, language: Language, most = MOST_TOLD) {
  const word = createWording({ th, en }, language);
  return findings.slice(0, most).map(({ file: path, severity, reason }) => {
    const file = showName(path);
    if ('issue' in reason) {
      const { code, message, fix } = describeIssue(reason.issue, language);
      return { file, severity, rule: code, message, fix };
    }
    const { rule, params } = reason;
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? showName(value) : value]),
    );
    return { file, severity, rule, message: word(`rule.${rule}.text`, shown), fix: word(`rule.${rule}.fix`, shown) };
  });
}

function summarise({ kind, files, findings }: GuardResult, language: Language): string[] {
  const word = createWording({ th, en }, language);
  const rest = findings.length - MOST_TOLD;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return [
    ...(rest > 0 ? [word('rest', { count: rest })] : []),
    word(`summary.${kind}`, { files, errors, warnings: findings.length - errors }),
  ];
}

/** A line break in a name must not become one in the report, nor vanish. */
function showName(name: string): string {
  return name.replace(new RegExp(UNSEEN, 'gu'), (character) => {
    return `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`;
  });
}
