import type { SectionKey, Sections } from '#domain/entry.ts';
import { escapeHtml } from './escape.ts';

/** Signs that Markdown has no use for within a line: Thai and Latin letters, digits, common punctuation. */
const SIGN = '[A-Za-z0-9\\u0E01-\\u0E3A\\u0E3F-\\u0E5B .,()/%;!?"\'+:\\u2013\\u2018\\u2019\\u201C\\u201D\\u2026-]';

/** A line of a paragraph, or behind the sign of an item that of a list. What begins with a digit must not look like an item. */
const LINE = new RegExp(
  `^(?:([1-9]\\d{0,8})\\. |(- ))?((?:[A-Za-z\\u0E01-\\u0E3A\\u0E3F-\\u0E5B("\\u201C]|\\d+(?![\\d.)]))${SIGN}*)$`,
);

/** What becomes a link by itself or begins a line of code. */
const UNUSUAL = /www|[A-Za-z]:|:[A-Za-z/]|(?:^|[\n ])(?:import|export)| (?:\n|$)/i;

/** A paragraph or a list of text already fit for HTML, as it stands open. */
interface Block {
  tag: 'p' | 'ol' | 'ul';
  lines: string[];
}

/**
 * Reads a text of nothing but paragraphs, known headings and flat lists, as nearly all narratives are. Undefined
 * wherever a sign might mean something; the library reads all that, and reads what is read here to the same HTML.
 */
export function parsePlainText(source: string, titles: Readonly<Record<string, SectionKey>>): Sections | undefined {
  if (UNUSUAL.test(source)) return undefined;
  const reader = new PlainReader();
  for (const line of source.split('\n')) {
    const title = line.startsWith('## ') ? line.slice(3) : undefined;
    const key = title !== undefined && Object.hasOwn(titles, title) ? titles[title] : undefined;
    if (!(key === undefined ? reader.readLine(line) : reader.begin(key))) return undefined;
  }
  return reader.end();
}

class PlainReader {
  #sections: Sections = {};
  #begun = new Set<SectionKey>();
  #key: SectionKey = 'body';
  #html: string[] = [];
  #open: Block | undefined;
  /** Whether a list was closed by a blank line and nothing came after: another item would belong to it. */
  #isBelowList = false;

  /** Begins the section below a heading; false where it was begun before. */
  begin(key: SectionKey): boolean {
    this.end();
    if (this.#begun.has(key) || this.#sections[key] !== undefined) return false;
    this.#begun.add(key);
    this.#key = key;
    return true;
  }

  /** Reads a line that is no heading; false where it cannot be read with certainty. */
  readLine(line: string): boolean {
    if (line === '') {
      this.#isBelowList ||= this.#open !== undefined && this.#open.tag !== 'p';
      this.#close();
      return true;
    }
    const [, number, dash, words] = LINE.exec(line) ?? [];
    if (words === undefined) return false;
    const html = escapeHtml(words);
    return number === undefined && dash === undefined
      ? this.#readWords(html)
      : this.#readItem(number === undefined ? 'ul' : 'ol', number, html);
  }

  /** Closes the last section and gives all. */
  end(): Sections {
    this.#close();
    this.#isBelowList = false;
    if (this.#html.length > 0) {
      this.#sections[this.#key] = { html: this.#html.join('\n') };
    }
    this.#html = [];
    return this.#sections;
  }

  #readWords(html: string): boolean {
    if (this.#open === undefined) this.#open = { tag: 'p', lines: [] };
    this.#isBelowList = false;
    this.#open.lines.push(html);
    return this.#open.tag === 'p';
  }

  #readItem(tag: 'ol' | 'ul', number: string | undefined, html: string): boolean {
    if (this.#open?.tag !== tag) {
      // A list that does not begin with 1 says so, and does not end a paragraph.
      const isCertain = (this.#open === undefined || this.#open.tag === 'p') && !this.#isBelowList;
      if (!isCertain || (number !== undefined && number !== '1')) return false;
      this.#close();
      this.#open = { tag, lines: [] };
    }
    this.#open.lines.push(`<li>${html}</li>`);
    return true;
  }

  #close(): void {
    if (this.#open === undefined) return;
    const { tag, lines } = this.#open;
    const inner = lines.join('\n');
    const space = tag === 'p' ? '' : '\n';
    // Joined, not added up: what is added up holds on to the whole text of the file.
    this.#html.push([`<${tag}>`, inner, `</${tag}>`].join(space));
    this.#open = undefined;
  }
}
