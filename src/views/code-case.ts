import en from '#strings/codes.en.json' with { type: 'json' };
import th from '#strings/codes.th.json' with { type: 'json' };
import type { IssueExample } from '#strings/issue-examples.ts';
import { describeIssue, nameField } from '#strings/issue-text.ts';
import type { Language } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';

/** A line of a file as it is shown; marked where a reader is to look. */
export interface ShownLine {
  number?: number;
  text: string;
  isMarked: boolean;
}

/** What the checker finds in a file, and what stands right in it. */
export interface CodeCase {
  file: string;
  lines: ShownLine[];
  /** Each with the lines to write, where the cure is whole lines. */
  findings: { place: string; message: string; fix: string; lines?: string }[];
  right: ShownLine[];
}

/** The texts of the pages about codes. */
export function getCodeWords(language: Language) {
  return createWording<keyof typeof th>({ th, en }, language);
}

/** An example as the checker words it. */
export function getCodeCase({ file, from, lines, right = [], issues }: IssueExample, language: Language): CodeCase {
  const word = getCodeWords(language);
  const marked = new Set(issues.map(({ line }) => line));
  return {
    file,
    lines: lines.map((text, index) => ({
      number: from + index,
      text: showInvisible(text),
      isMarked: marked.has(from + index),
    })),
    findings: issues.map((issue) => {
      const text = describeIssue({ ...issue, file }, language);
      return {
        place: lines.length === 0 ? word('whole') : word('at', { line: issue.line }),
        message: showInvisible(`${nameField(text)}${text.message}`),
        fix: showInvisible(text.fix),
        ...(issue.lines === undefined ? {} : { lines: issue.lines }),
      };
    }),
    right: right.map((text) => ({ text, isMarked: text !== '' && !lines.includes(text) })),
  };
}

/** What a reader cannot see, by its number: [U+200B]. */
function showInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (letter) =>
    letter === '\t' ? '[Tab]' : `[U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
