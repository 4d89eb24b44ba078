import { decodeHTMLStrict } from 'entities';
import { CONTROL } from '#domain/thai-text.ts';
import type { Repair } from './decode-source.ts';

/** Elements that begin a line of their own. */
const BLOCKS =
  'address|article|blockquote|body|center|dd|div|dl|dt|fieldset|footer|form|h[1-6]|head|header|hr|html|legend|li|main|ol|p|pre|section|table|tbody|tfoot|thead|title|tr|ul|option|textarea';

const INLINE =
  'a|abbr|b|big|button|cite|code|col|colgroup|em|font|i|img|input|ins|label|link|meta|nobr|o:p|s|select|small|span|strike|strong|sub|sup|td|th|tt|u|wbr';

/** Tags that are known; any other `<` is text: "<50" and "<ชื่อ>" stay. */
const TAG = new RegExp(
  `<(/?)(${BLOCKS}|${INLINE}|br)(?=[\\s/>])((?:"[^"]{0,500}"|'[^']{0,500}'|[^<>"']){0,400})>`,
  'giu',
);

const IS_BLOCK = new RegExp(`^(?:${BLOCKS}|br)$`, 'iu');

/** Whether line ends are only spaces, as in an HTML page, and tags make the lines. */
const IS_PAGE = /<(?:!doctype html|html|body|table|tr|p|div)(?=[\s>])/iu;

/** A text of which tags are a part: a single "<b>" in a text without any is what somebody typed. */
const HAS_TAGS = new RegExp(`<br(?=[\\s/>])|</(?:${BLOCKS}|${INLINE})\\s*>`, 'iu');

/** A digit, perhaps with tags behind it. */
const DIGIT_BEFORE = /\p{Nd}(?:<[^<>]*>)*$/u;

/** Letters that a few tags are long. */
const NEAR = 200;

/** What no print-out shows and has no inside. */
const UNSEEN = /<!doctype[^<>]*>|<\?xml[^<>]*>|<!\[[^<>]*\]>/giu;

/**
 * The lines that a text or a print-out in HTML shows: tags and entities resolved, anything else as it is. `isFolded`
 * takes the line ends of a page for spaces, as browsers do.
 */
export function stripMarkup(source: string, isFolded: boolean): { text: string; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const isPage = IS_PAGE.test(source);
  let text = isPage ? dropHidden(source).replace(UNSEEN, ' ') : source;
  const pictures = isPage ? (text.match(/<img(?=[\s/>])[^<>]*>/giu)?.length ?? 0) : 0;
  if (pictures > 0) repairs.push({ kind: 'pictures', count: pictures });
  if (isPage && isFolded) text = foldLines(text);
  text = resolveTags(text, isPage);
  let entities = 0;
  text = text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/giu, (entity) => {
    const character = decodeHTMLStrict(entity);
    if (character === entity || CONTROL.test(character)) return entity;
    entities += 1;
    return character;
  });
  if (entities > 0) repairs.push({ kind: 'entities', count: entities });
  return { text, repairs };
}

/** Without comments, scripts and styles. One that is never closed is text; it is looked for once. */
function dropHidden(source: string): string {
  // Letters of other scripts may change their length.
  const lower = source.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const unclosed = new Set<string>();
  let text = '';
  let from = 0;
  for (const { 0: opening, 1: name, index } of lower.matchAll(/<!--|<(script|style)(?=[\s>])/gu)) {
    const closing = name === undefined ? '-->' : `</${name}`;
    if (index < from || unclosed.has(closing)) continue;
    const at = lower.indexOf(closing, index + opening.length);
    const end = at < 0 ? -1 : lower.indexOf('>', at);
    if (end < 0) unclosed.add(closing);
    else {
      text += `${source.slice(from, index)} `;
      from = end + 1;
    }
  }
  return text + source.slice(from);
}

function resolveTags(text: string, isPage: boolean): string {
  if (!isPage && !HAS_TAGS.test(text)) return text;
  return text.replace(TAG, (_, closing: string, name: string, attributes: string, at: number) => {
    if (IS_BLOCK.test(name)) return '\n';
    // 80.00 with a raised 1 of a footnote is not 80.001, nor ten cubed 103.
    if (/^su[bp]$/iu.test(name) && closing === '' && DIGIT_BEFORE.test(text.slice(Math.max(0, at - NEAR), at)))
      return ' ';
    if (/^(?:td|th)$/iu.test(name)) return closing === '' ? ' ' : '';
    return name.toLowerCase() === 'input' ? showInput(attributes) : '';
  });
}

/** A page's own line ends are spaces, save in preformatted text. */
function foldLines(text: string): string {
  const parts = text.split(/(<\/?pre(?=[\s>]))/iu);
  let isKept = false;
  return parts
    .map((part, index) => {
      if (index % 2 === 1) isKept = !part.startsWith('</');
      return isKept ? part : part.replaceAll('\n', ' ');
    })
    .join('');
}

/** What a field of a form shows: its tick or what was typed into it. */
function showInput(attributes: string): string {
  const type = /\btype\s*=\s*["']?(\w+)/iu.exec(attributes)?.[1]?.toLowerCase() ?? 'text';
  if (type === 'checkbox' || type === 'radio') return /\bchecked\b/iu.test(attributes) ? '☑ ' : '☐ ';
  const value = /\bvalue\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(attributes);
  return type === 'text' || type === 'number' ? (value?.[1] ?? value?.[2] ?? value?.[3] ?? '') : '';
}
