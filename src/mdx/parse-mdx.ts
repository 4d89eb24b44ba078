import type { Root, RootContent } from 'hast';
import { mdxToHast } from 'satteri';
import type { Place, SectionKey, Sections } from '#domain/entry.ts';
import type { Issue, IssueCode } from '#domain/issue.ts';
import { explainSyntax } from './explain-syntax.ts';
import { getPlace, getText, HtmlWriter } from './html-writer.ts';

/** What the text of an entry came to: safe HTML by section, what it refers to, what is wrong with it. */
export interface ParsedText {
  sections: Sections;
  mentions: { name: string; place: Place }[];
  issues: Issue[];
}

export interface ParseOptions {
  /** Path for issues. */
  file: string;
  /** Titles of second-rank headings that open a section; without any the whole text is one section. */
  titles: Readonly<Record<string, SectionKey>>;
  /** Rank of the highest heading inside each section, so that the page's outline has no gaps. */
  headingRank: (section: SectionKey) => number;
}

/** So many syntax errors of one file are reported; then the rest of it is left unread. */
const MOST_SYNTAX_ERRORS = 50;

/**
 * Reads the text of an entry. Nothing in it is run: it is parsed to a tree, every node is held against an
 * allowlist and written to HTML. `source` is the text with the front matter blanked, so that lines are the file's.
 */
export function parseMdx(source: string, options: ParseOptions): ParsedText {
  const { tree, issues } = parseTree(source, options.file);
  const report = (code: IssueCode, place: Place, params?: Issue['params']) => {
    issues.push({ code, file: options.file, line: place[0], column: place[1], params });
  };
  if (tree === undefined) return { sections: {}, mentions: [], issues };

  const sections: Sections = {};
  const mentions: ParsedText['mentions'] = [];
  for (const { key, nodes, place } of splitSections(tree, options, report)) {
    const writer = new HtmlWriter({ report, mentions, headingRank: options.headingRank(key) });
    const html = writer.write(nodes).trim();
    if (sections[key] !== undefined) report('CW417', place, { seen: key });
    else if (html !== '') sections[key] = { html, text: getText(nodes) };
  }
  return { sections, mentions, issues };
}

/** Parses, and after a syntax error masks the offending sign and parses again, so that every error is found in one run. */
function parseTree(source: string, file: string): { tree: Root | undefined; issues: Issue[] } {
  const issues: Issue[] = [];
  let text = source;
  while (issues.length < MOST_SYNTAX_ERRORS) {
    try {
      // Safe: mdxToHast always gives a root for a whole document.
      return { tree: mdxToHast(text, { features: { gfm: { footnotes: false }, frontmatter: false } }) as Root, issues };
    } catch (error) {
      const explained = explainSyntax(text, error);
      issues.push({ file, ...explained.issue });
      if (explained.masked === undefined) break;
      text = explained.masked;
    }
  }
  return { tree: undefined, issues };
}

interface Part {
  key: SectionKey;
  nodes: RootContent[];
  place: Place;
}

function splitSections(
  tree: Root,
  options: ParseOptions,
  report: (code: IssueCode, place: Place, params?: Issue['params']) => void,
): Part[] {
  const known = Object.keys(options.titles);
  let part: Part = { key: 'body', nodes: [], place: [1, 1] };
  const parts = [part];
  for (const node of tree.children) {
    const isTitle = known.length > 0 && node.type === 'element' && node.tagName === 'h2';
    if (!isTitle) {
      part.nodes.push(node);
      continue;
    }
    const title = getText([node]).trim();
    const key = options.titles[title];
    if (key === undefined) {
      report('CW416', getPlace(node), { seen: title, known: known.join(' · ') });
      continue;
    }
    part = { key, nodes: [], place: getPlace(node) };
    parts.push(part);
  }
  return parts;
}
