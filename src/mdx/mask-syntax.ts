import { CONTROL } from '#domain/thai-text.ts';
import { components } from './components.ts';

/**
 * Noncharacters that stand in for signs which would be code. The parser never sees a brace, an import or an export,
 * so the part of it that reads JavaScript is never reached. Each is one UTF-16 unit, so that places stay true, and
 * none can come from a file: the reader refuses them.
 */
const MASKS: Record<string, string> = { '{': '\uFDD0', '<': '\uFDD1', i: '\uFDD2', e: '\uFDD3', '&': '\uFDD4' };
const MASKED_BACKSLASH = '\uFDD5';
const UNMASKED = Object.fromEntries(Object.entries(MASKS).map(([sign, mask]) => [mask, sign]));

/** Start of a tag of a component: the only `<` that the parser is shown. */
const COMPONENT_TAG = `</?(?:${Object.keys(components).join('|')})(?![\\w.:$-])`;

const SIGNS = new RegExp(
  [
    '\\\\[^]',
    '\\{',
    `<(?!\\s)(?!$)(?!${COMPONENT_TAG.slice(1)})`,
    '&#(?:[xX][0-9a-fA-F]+|\\d+);',
    '(?:import|export)(?=[\\s{*\'"])(?<=^(?:[ \\t>]|[-*+][ \\t]|\\d{1,9}[.)][ \\t])*(?:import|export))',
  ].join('|'),
  'gm',
);

/** A text without code, and where the signs stood that were taken out of it. */
export interface Masked {
  text: string;
  /** Offsets of signs that are mistakes unless they stand in quoted code or a quoted attribute. */
  signs: number[];
}

/** Takes out of a text everything that MDX would run or stumble over. */
export function maskSyntax(source: string): Masked {
  const signs: number[] = [];
  const text = source.replace(SIGNS, (found, offset: number) => {
    if (found.startsWith('\\')) return found === '\\{' ? `${MASKED_BACKSLASH}${MASKS['{']}` : found;
    if (found.startsWith('&') && !namesControl(found)) return found;
    signs.push(offset);
    return `${maskSign(found)}${found.slice(1)}`;
  });
  return { text, signs };
}

/** What is put in the place of a sign. */
export function maskSign(sign: string): string {
  return MASKS[sign.charAt(0)] ?? '\uFFFD';
}

/** Text for people as it was typed, escapes resolved. */
export function unmaskText(text: string): string {
  return unmaskCode(text.replaceAll(`${MASKED_BACKSLASH}${MASKS['{']}`, '{'));
}

/** Quoted code or the value of an attribute, exactly as it was typed. */
export function unmaskCode(text: string): string {
  return text.replace(/[\uFDD0-\uFDD5]/g, (mask) => UNMASKED[mask] ?? '\\');
}

/** Whether a numeric character reference (`&#1;`) stands for a character that must not be in a text. */
function namesControl(reference: string): boolean {
  const digits = reference.slice(2, -1);
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return !(code <= 0x10ffff) || CONTROL.test(String.fromCodePoint(code));
}
