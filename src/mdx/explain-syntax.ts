import type { Issue } from '#domain/issue.ts';
import { components } from './components.ts';

/** A syntax error with its place, and the text with the offending sign masked where the parser can go on. */
interface Explained {
  issue: Pick<Issue, 'code' | 'line' | 'column' | 'params'>;
  masked: string | undefined;
}

/** Stands in for a masked sign: one UTF-16 unit, so that later places stay true, and never syntax. */
const MASK = '\uFFFC';

/** Says in the reader's terms what the parser stumbled over. */
export function explainSyntax(text: string, error: unknown): Explained {
  const message = error instanceof Error ? error.message : String(error);
  const at = /^(\d+):(\d+)/.exec(message);
  if (at === null)
    return { issue: { code: 'CW415', line: 1, column: 1, params: { seen: message } }, masked: undefined };
  const line = Number(at[1]);
  const column = Number(at[2]);
  const offset = findSign(text, getOffset(text, line, column));
  const place = getLineColumn(text, offset);
  const rest = text.slice(offset, offset + 80).split('\n')[0] ?? '';
  const code = classify(rest);
  const masked = /^[<{}]/.test(rest) ? `${text.slice(0, offset)}${MASK}${text.slice(offset + 1)}` : undefined;
  const seen = code === 'CW415' ? `${rest.slice(0, 30)} (${message})` : getSeen(rest, code);
  return { issue: { code, ...place, params: { seen } }, masked };
}

function classify(rest: string): Issue['code'] {
  if (rest.startsWith('{') || rest.startsWith('}')) return isProse(rest) ? 'CW403' : 'CW402';
  if (!rest.startsWith('<')) return 'CW415';
  if (rest.startsWith('<!')) return 'CW406';
  if (/^<(https?:|mailto:|www\.|[\w.+-]+@)/i.test(rest)) return 'CW405';
  if (/^<\/?[a-z]/.test(rest)) return 'CW407';
  const name = /^<\/?([A-Z][\w.]*)/.exec(rest)?.[1];
  if (name !== undefined) return Object.hasOwn(components, name) ? 'CW414' : 'CW408';
  return 'CW404';
}

/** Whether what stands in braces is words for people rather than code. */
export function isProse(text: string): boolean {
  return /\p{Script=Thai}/u.test(text);
}

function getSeen(rest: string, code: Issue['code']): string {
  if (code === 'CW404') return /^<\S*/.exec(rest)?.[0].slice(0, 20) ?? '<';
  const tag = /^<[^>]*>/.exec(rest)?.[0] ?? /^\{[^}]*\}/.exec(rest)?.[0];
  return (tag ?? rest).slice(0, 40);
}

/** The parser sometimes points just behind the sign: step back to it on the same line when it is near. */
function findSign(text: string, offset: number): number {
  if (/[<{}]/.test(text[offset] ?? '')) return offset;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const sign = Math.max(before.lastIndexOf('<'), before.lastIndexOf('{'), before.lastIndexOf('}'));
  return sign < 0 ? offset : lineStart + sign;
}

function getOffset(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}

function getLineColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
