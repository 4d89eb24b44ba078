import { type Document, isCollection, isScalar, visit, type YAMLParseError } from 'yaml';
import type { IssueCode } from '#domain/issue.ts';

/** A mistake in the writing of YAML in the reader's terms; `reason` picks the words of the cure. */
export interface YamlMistake {
  code: IssueCode;
  offset: number;
  params: { seen: string; reason: Reason | '' };
}

type Reason = 'tab' | 'indent' | 'colon' | 'space' | 'no-colon' | 'quote' | 'escape' | 'bracket' | 'start' | 'document';

/** A field whose colon has no plain space behind it, or is a wide one. */
const NO_SPACE = /^[ \t]*[^\s:：#]+[ \t]*(?::(?=[^ \t])|：)/;

/** A value that begins with a sign which YAML keeps for itself. */
const RESERVED_START = /^[>|!&*%@`?,\]}-]/;

/** The first mistake in the writing, at the place where it was made rather than where the parser gave up. */
export function findYamlMistake(text: string, document: Document): YamlMistake | undefined {
  const [problem] = document.errors
    .filter((error) => error.code !== 'TAG_RESOLVE_FAILED')
    .sort((a, b) => a.pos[0] - b.pos[0]);
  if (problem === undefined) return undefined;
  const at = problem.pos[0];
  const told = (offset: number, reason: Reason | ''): YamlMistake => ({
    code: 'CW203',
    offset,
    params: { seen: getLine(text, offset).text.trim().slice(0, 60), reason },
  });
  if (/call stack|stack overflow/i.test(problem.message)) return { ...told(at, ''), code: 'CW207' };
  if (problem.code === 'BAD_ALIAS') return { ...told(at, ''), code: 'CW205' };
  if (problem.code === 'BAD_DQ_ESCAPE') return told(at, 'escape');
  if (problem.code === 'TAB_AS_INDENT') return told(at, 'tab');
  const divider = findDivider(text, problem);
  if (divider !== undefined) return told(divider, 'document');
  const quote = findOpenQuote(text, document, problem);
  if (quote !== undefined) return told(quote, 'quote');
  const value = getValueOffset(text, at);
  if (RESERVED_START.test(text.slice(value, value + 1))) return told(value, 'start');
  const bracket = findOpenBracket(document, at);
  if (bracket !== undefined) return told(bracket, 'bracket');
  return explainLine(text, at, problem, told);
}

/** Whether a line looks like a field whose colon is not followed by a space. */
export function lacksSpace(line: string): boolean {
  return NO_SPACE.test(line);
}

function explainLine(
  text: string,
  at: number,
  problem: YAMLParseError,
  told: (offset: number, reason: Reason | '') => YamlMistake,
): YamlMistake {
  const line = getLine(text, at);
  if (lacksSpace(line.text)) return told(line.start + line.text.search(/\S/), 'space');
  const value = getValueOffset(text, at);
  const isKeyInValue = problem.code === 'BLOCK_AS_IMPLICIT_KEY' || problem.code === 'MULTILINE_IMPLICIT_KEY';
  if (isKeyInValue && /:(?:\s|$)/.test(text.slice(value, line.start + line.text.length))) return told(value, 'colon');
  if (isKeyInValue && value === at && !/:(?:\s|$)/.test(line.text)) return told(at, 'no-colon');
  if (isKeyInValue) {
    const next = getNextLine(text, line.start + line.text.length);
    return told(next.start + Math.max(0, next.text.search(/\S/)), 'indent');
  }
  if (problem.code === 'BAD_INDENT' || /without - indicator/.test(problem.message)) {
    return told(line.start + Math.max(0, line.text.search(/\S/)), 'indent');
  }
  return told(at, problem.code === 'MISSING_CHAR' ? 'no-colon' : '');
}

/** Where a line stands that ends the text for YAML: `---`, `...` or a directive. */
function findDivider(text: string, problem: YAMLParseError): number | undefined {
  const isDivided = problem.code === 'MULTIPLE_DOCS' || problem.message.startsWith('Missing directives-end');
  if (!isDivided) return undefined;
  const found = [...text.slice(0, problem.pos[0] + 3).matchAll(/^(?:---|\.\.\.|%)/gm)].at(-1);
  return found?.index ?? problem.pos[0];
}

/** Where the quotation begins that is not closed, or that is closed too early. */
function findOpenQuote(text: string, document: Document, problem: YAMLParseError): number | undefined {
  const at = problem.pos[0];
  const isOpen = problem.message.startsWith('Missing closing');
  if (!isOpen && !/at node end|^Unexpected scalar/.test(problem.message)) return undefined;
  let start: number | undefined;
  visit(document, {
    Scalar: (_, node) => {
      const [from = 0, until = 0] = node.range ?? [];
      const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      if (isQuoted && from < at && (isOpen ? until >= at - 1 : /^\s*$/.test(text.slice(until, at)))) start = from;
    },
  });
  return start;
}

/** Where the innermost list in brackets or group in braces begins that holds a place. */
function findOpenBracket(document: Document, at: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Node: (_, node) => {
      if (isScalar(node) || !isCollection(node) || node.flow !== true) return;
      const [from = 0, until = 0] = node.range ?? [];
      if (from <= at && at <= until) start = from;
    },
  });
  return start;
}

/** Where the value of the field on a line begins. */
function getValueOffset(text: string, at: number): number {
  const line = getLine(text, at);
  const before = /^[ \t]*(?:-[ \t]+)*[^\s#:'"][^:]*:[ \t]+/.exec(line.text)?.[0];
  return before === undefined ? at : line.start + before.length;
}

function getLine(text: string, offset: number): { start: number; text: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  return { start, text: text.slice(start, end < 0 ? undefined : end) };
}

/** The next line that holds anything. */
function getNextLine(text: string, offset: number): { start: number; text: string } {
  const found = /\S/.exec(text.slice(offset));
  return getLine(text, found === null ? offset : offset + found.index);
}
