import type { Nodes, Root, RootContent } from 'hast';
import { mdxToHast } from 'satteri';
import type { Place, SectionKey, Sections } from '#domain/entry.ts';
import type { Issue, IssueCode } from '#domain/issue.ts';
import { findNearest } from '#domain/nearest.ts';
import { buildSection } from '#domain/section-text.ts';
import { findTag, LeftTags } from './broken-tags.ts';
import { explainSigns, explainTag } from './explain-syntax.ts';
import { findExcess, MOST_DEPTH } from './find-excess.ts';
import { HtmlWriter } from './html-writer.ts';
import { LineIndex } from './line-index.ts';
import { maskSign, maskSyntax } from './mask-syntax.ts';
import { getPlace, getText } from './node-text.ts';
import { parsePlainText } from './parse-plain-text.ts';

/** What the text of an entry came to: safe HTML by section, what it refers to, what is wrong with it. */
export interface ParsedText {
  sections: Sections;
  mentions: { name: string; place: Place }[];
  issues: Issue[];
  /** Where a pattern stands in a section, as typed. */
  findPlace: (section: SectionKey, pattern: RegExp) => Place | undefined;
}

export interface ParseOptions {
  /** Path for issues. */
  file: string;
  /** Titles of second-rank headings that open a section; without any the whole text is one section. */
  titles: Readonly<Record<string, SectionKey>>;
  /** Rank of the highest heading inside each section, so that the page's outline has no gaps. */
  headingRank: (section: SectionKey) => number;
}

type Report = (code: IssueCode, place: Place, params?: Issue['params']) => void;

/** So many unreadable tags of one file are reported; then the rest of it is left unread. */
const MOST_BROKEN_TAGS = 20;

/**
 * Reads the text of an entry. Nothing in it is run: code is taken out before it is parsed to a tree, every node is
 * held against an allowlist and written to HTML. `source` is the text with the front matter blanked, so that lines
 * are the file's.
 */
export function parseMdx(source: string, options: ParseOptions): ParsedText {
  const sections = parsePlainText(source, options.titles);
  if (sections === undefined) return parseAnyMdx(source, options);
  const findPlace: ParsedText['findPlace'] = (...what) => parseAnyMdx(source, options).findPlace(...what);
  return { sections, mentions: [], issues: [], findPlace };
}

/** The same of any text, by the library: the authority on what a text comes to. */
export function parseAnyMdx(source: string, options: ParseOptions): ParsedText {
  const issues: Issue[] = [];
  const report: Report = (code, [line, column], params) => {
    issues.push({ code, file: options.file, line, column, params });
  };
  const lines = new LineIndex(source);
  const sections: Sections = {};
  const mentions: ParsedText['mentions'] = [];
  const nothing = { sections, mentions, issues, findPlace: () => undefined };
  const excess = findExcess(source);
  if (excess !== undefined) {
    report(excess.code, lines.getPlace(excess.offset), excess.params);
    return nothing;
  }
  const tree = parseTree(source, lines, report);
  if (tree === undefined) return nothing;

  const parts = splitSections(tree, options, report);
  for (const { key, nodes, place } of parts) {
    const writer = new HtmlWriter({ report, mentions, headingRank: options.headingRank(key) });
    const html = writer.write(nodes).trim();
    if (sections[key] !== undefined) report('CW417', place, { seen: key });
    else if (html !== '') sections[key] = buildSection(html, getText(nodes));
  }
  const findPlace: ParsedText['findPlace'] = (section, pattern) =>
    findInNodes(
      source,
      lines,
      parts.flatMap((part) => (part.key === section ? part.nodes : [])),
      pattern,
    );
  return { sections, mentions, issues, findPlace };
}

/** Parses; after a tag that cannot be read masks it and parses again, so that every mistake is found in one run. */
function parseTree(source: string, lines: LineIndex, report: Report): Root | undefined {
  const masked = maskSyntax(source);
  const broken: { offset: number; end: number }[] = [];
  const leftTags = new LeftTags(lines);
  let { text } = masked;
  for (let count = 0; count <= MOST_BROKEN_TAGS; count++) {
    try {
      // Safe: mdxToHast always gives a root for a whole document.
      const tree = mdxToHast(text, { features: { gfm: { footnotes: false }, frontmatter: false } }) as Root;
      const quoted = new Uint8Array(source.length);
      for (const { offset, end } of [...findQuoted(tree, text), ...broken]) quoted.fill(1, offset, end);
      const signs = masked.signs.filter((sign) => quoted[sign] === 0 && isMistake(source, tree, sign));
      for (const { code, offset, params } of explainSigns(source, signs, leftTags.left))
        report(code, lines.getPlace(offset), params);
      return tree;
    } catch (error) {
      if (error instanceof RangeError) {
        report('CW419', lines.getPlace(lines.findLongest()), { seen: MOST_DEPTH });
        return undefined;
      }
      const message = error instanceof Error ? error.message : String(error);
      const offset = findTag(text, lines, message);
      if (offset === undefined) {
        report('CW415', lines.getPlace(source.search(/\S|$/)), { seen: message.slice(0, 80) });
        return undefined;
      }
      const explained = explainTag(source, offset);
      if (!leftTags.isKnown(source, offset, message)) {
        report(explained.code, lines.getPlace(offset), explained.params);
        broken.push(explained);
      }
      text = `${text.slice(0, offset)}${maskSign('<')}${text.slice(offset + 1)}`;
    }
  }
  return undefined;
}

/** Quoted code, and quoted attributes in the tags of components: what stands there is text, whatever it looks like. */
function findQuoted(tree: Root, text: string): { offset: number; end: number }[] {
  const quoted: { offset: number; end: number }[] = [];
  const nodes: Nodes[] = [tree];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const { start, end } = node.position ?? {};
    const isCode = node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre');
    if (isCode && start?.offset !== undefined && end?.offset !== undefined) {
      quoted.push({ offset: start.offset, end: end.offset });
    } else if (node.type.startsWith('mdxJsx') && start?.offset !== undefined) {
      const tag = /<\w+(?:\s+[\w:-]+(?:="[^"]*"|='[^']*')?)*/y;
      tag.lastIndex = start.offset;
      const found = tag.exec(text)?.[0] ?? '';
      quoted.push({ offset: start.offset + 1, end: start.offset + found.length });
    }
    if ('children' in node) for (const child of node.children) nodes.push(child);
  }
  return quoted;
}

/** The words import and export are code only where they begin a paragraph at the left margin. */
function isMistake(source: string, tree: Root, sign: number): boolean {
  if (!/[ie]/.test(source.charAt(sign))) return true;
  return tree.children.some((node) => node.position?.start.offset === sign && node.position.start.column === 1);
}

interface Part {
  key: SectionKey;
  nodes: RootContent[];
  place: Place;
}

function splitSections(tree: Root, options: ParseOptions, report: Report): Part[] {
  const known = Object.keys(options.titles);
  let part: Part = { key: 'body', nodes: [], place: [1, 1] };
  const parts = [part];
  for (const node of tree.children) {
    const isTitle = known.length > 0 && node.type === 'element' && /^h[12]$/.test(node.tagName);
    if (!isTitle) {
      part.nodes.push(node);
      continue;
    }
    const title = getText([node]).trim();
    const key = Object.hasOwn(options.titles, title) ? options.titles[title] : undefined;
    if (key === undefined) {
      report('CW416', getPlace(node), {
        seen: title,
        nearest: findNearest(title, known) ?? '',
        known: known.join(' · '),
      });
      continue;
    }
    part = { key, nodes: [], place: getPlace(node) };
    parts.push(part);
  }
  return parts;
}

function findInNodes(source: string, lines: LineIndex, within: readonly Nodes[], pattern: RegExp): Place | undefined {
  const nodes = [...within].reverse();
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if ('children' in node) for (const child of [...node.children].reverse()) nodes.push(child);
    const start = node.position?.start.offset;
    const found = node.type === 'text' ? pattern.exec(node.value) : null;
    if (found === null || start === undefined) continue;
    const offset = source.indexOf(found[0], start + found.index);
    return lines.getPlace(offset < 0 ? start : offset);
  }
  return undefined;
}
