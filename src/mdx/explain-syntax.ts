import type { Issue, IssueCode } from '#domain/issue.ts';
import { findNearest } from '#domain/nearest.ts';
import { components } from './components.ts';

/** A mistake in the reader's terms, and up to where the text belongs to it. */
export interface Explained {
  code: IssueCode;
  offset: number;
  end: number;
  params: NonNullable<Issue['params']>;
}

/** Elements without a closing tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/**
 * Says what is wrong with signs that are no Markdown: braces, `<`, imports, control characters. Signs inside a
 * mistake already told, and closing tags of one, are left out; `leftOpen` counts tags told before.
 */
export function explainSigns(
  source: string,
  signs: readonly number[],
  leftOpen: ReadonlyMap<string, number>,
): Explained[] {
  const told: Explained[] = [];
  const open = new Map(leftOpen);
  let end = 0;
  for (const offset of signs) {
    if (offset < end) continue;
    const closing = /^<\/([a-z][\w:.-]*|)\s*>/i.exec(source.slice(offset, offset + 60))?.[1];
    const left = closing === undefined ? 0 : (open.get(closing) ?? 0);
    if (closing !== undefined && left > 0) {
      open.set(closing, left - 1);
      continue;
    }
    const explained = explainSign(source, offset);
    told.push(explained);
    end = explained.end;
    const opening = /^<([a-z][\w:.-]*|(?=>))[^>]*(?<!\/)>$/i.exec(source.slice(offset, end))?.[1];
    if (opening !== undefined && !VOID.test(opening)) open.set(opening, (open.get(opening) ?? 0) + 1);
  }
  return told;
}

/** Says what is wrong with the tag of a component that begins at an offset and that the parser refused. */
export function explainTag(source: string, offset: number): Explained {
  const tag = /^<[^>]*>/.exec(source.slice(offset, offset + 4000))?.[0];
  const shown = tag ?? getLine(source, offset);
  const end = offset + shown.length;
  const params = { seen: shown.split('\n')[0]?.slice(0, 40) ?? '' };
  const well = /^<[A-Z]\w*(?:\s+[\w:-]+(?:="[^"]*"|='[^']*')?)*/.exec(shown)?.[0] ?? '';
  const isWell = tag === undefined || tag.startsWith('</') || /^\s*\/?>$/.test(tag.slice(well.length));
  if (isWell) return { code: 'CW414', offset, end, params };
  const broken = tag.slice(well.length).trimStart();
  const attribute = (/^[\w:-]+/.exec(broken) ?? /[\w:-]+$/.exec(well))?.[0] ?? '';
  if (broken.startsWith('{')) return { code: 'CW409', offset, end, params: { ...params, attribute: '{…}' } };
  if (/^[\w:-]*\s*=?\s*\{/.test(broken)) return { code: 'CW409', offset, end, params: { ...params, attribute } };
  return { code: 'CW411', offset, end, params: { ...params, attribute, reason: 'quotes' } };
}

function explainSign(source: string, offset: number): Explained {
  const sign = source.charAt(offset);
  if (sign === '{') return explainBraces(source, offset);
  if (sign === '<') return explainAngle(source, offset);
  const line = getLine(source, offset);
  if (sign === '&') {
    const seen = line.slice(0, line.indexOf(';') + 1);
    return { code: 'CW110', offset, end: offset + 1, params: { seen } };
  }
  const blank = /\n[ \t]*\n/.exec(source.slice(offset));
  const end = blank === null ? source.length : offset + blank.index;
  return { code: 'CW401', offset, end, params: { seen: line.slice(0, 60) } };
}

function explainBraces(source: string, offset: number): Explained {
  const close = findClosingBrace(source, offset);
  const run = /^\{+/.exec(source.slice(offset))?.[0].length ?? 1;
  const inside = close === undefined ? getLine(source, offset) : source.slice(offset, close + 1);
  const seen = inside.replace(/\s+/g, ' ').slice(0, 40);
  const isWhole = close !== undefined && seen.endsWith('}');
  const params = { seen, type: isWhole ? seen.replace(/^\{+/, '(').replace(/\}+$/, ')') : '' };
  const end = close === undefined ? offset + run : close + 1;
  return { code: /\p{Script=Thai}/u.test(inside) ? 'CW403' : 'CW402', offset, end, params };
}

/** The brace that closes the one at an offset, in the same paragraph. */
function findClosingBrace(source: string, offset: number): number | undefined {
  const MOST = 4000;
  let depth = 0;
  for (let at = offset; at < Math.min(source.length, offset + MOST); at++) {
    const character = source[at];
    if (character === '{') depth += 1;
    if (character === '}' && --depth === 0) return at;
    if (character === '\n' && /^\n[ \t]*\n/.test(source.slice(at, at + 80))) return undefined;
  }
  return undefined;
}

function explainAngle(source: string, offset: number): Explained {
  const rest = source.slice(offset, offset + 4000);
  const tag = /^<(?:"[^"]*"|'[^']*'|[^<>"'])*>/.exec(rest)?.[0] ?? /^<[^<>]*>/.exec(rest)?.[0];
  const shown = (tag ?? getLine(rest, 0).slice(0, 400)).replace(/\s+/g, ' ').slice(0, 40);
  const told = (code: IssueCode, end: number, params = {}) => ({
    code,
    offset,
    end,
    params: { seen: shown, ...params },
  });
  if (rest.startsWith('<!--')) return told('CW406', getEnd(source, offset, '-->'));
  if (rest.startsWith('<!')) return told('CW406', getEnd(source, offset, '>'));
  const tagEnd = offset + (tag?.length ?? 1);
  if (/^<(?:[a-z][a-z0-9+.-]*:(?=[^\s>]*[/@])|www\.|[\w.+-]+@)/i.test(rest)) {
    const address = shown.slice(1).replace(/>.*$/, '');
    return told('CW405', tagEnd, { type: address.includes(':') ? address : getAddress(address) });
  }
  const script = /^<(script|style)\b/i.exec(rest)?.[1];
  if (script !== undefined) return told('CW407', getEnd(source, tagEnd, `</${script}>`) || tagEnd);
  const name = /^<\/?([A-Z][\w:.-]*)/.exec(rest)?.[1];
  if (name !== undefined) {
    const known = Object.keys(components);
    return told('CW408', tagEnd, {
      seen: `<${name}>`,
      nearest: findNearest(name, known) ?? '',
      known: known.join(', '),
    });
  }
  if (/^<(?:\/?[a-z$_]|\/?>)/i.test(rest)) return told('CW407', tagEnd);
  const seen = /^<\S*/.exec(rest)?.[0].slice(0, 20) ?? '<';
  const [, most, number = ''] = /^<(=?)([\d๐-๙][\d๐-๙.,]*%?)/.exec(seen) ?? [];
  return told('CW404', offset + 1, { seen, number, reason: number === '' ? '' : most === '=' ? 'most' : 'less' });
}

/** The address meant by one without a scheme. */
function getAddress(address: string): string {
  return address.includes('@') ? `mailto:${address}` : `https://${address}`;
}

/** Just behind the next `sign`, or just behind the offset where there is none. */
function getEnd(source: string, offset: number, sign: string): number {
  const found = source.indexOf(sign, offset);
  return found < 0 ? offset + 1 : found + sign.length;
}

function getLine(source: string, offset: number): string {
  const end = source.indexOf('\n', offset);
  return source.slice(offset, end < 0 ? undefined : end);
}
