import { findMarks } from './excerpt.ts';
import { parseQuery } from './query.ts';

/** Elements whose text runs on from one to the next of its parts: nothing that was searched for crosses their borders. */
const BLOCKS = 'h1, h2, h3, p, li, dd, dt, td, th, figcaption, summary, blockquote, .note';

/** What is not read as text. */
const PASSED_OVER = 'script, style, svg, canvas, nav, .hidden, .on-paper';

/** Marks on a page what was typed into the search, and brings the reader to the passage. */
export function markPage(typed: string): void {
  const { parts } = parseQuery(typed);
  const main = document.querySelector<HTMLElement>('main');
  if (main === null || parts.length === 0) return;
  for (const block of main.querySelectorAll<HTMLElement>(BLOCKS)) {
    if (block.closest(PASSED_OVER) === null) markBlock(block, parts);
  }
  goToPassage(main);
}

function markBlock(block: HTMLElement, parts: readonly string[]): void {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    // What stands in a block of its own is marked there.
    if (parent?.closest(BLOCKS) === block && parent.closest(PASSED_OVER) === null) nodes.push(node);
  }
  const text = nodes.map(({ data }) => data).join('');
  let start = 0;
  const marks = findMarks(text, parts);
  if (marks.length === 0) return;
  for (const node of nodes) {
    const end = start + node.data.length;
    const own = marks.filter(([from, to]) => from < end && to > start);
    // From the last on, so that what stands before keeps its place.
    for (const [from, to] of own.reverse())
      wrap(node, Math.max(from - start, 0), Math.min(to - start, node.data.length));
    start = end;
  }
}

function wrap(node: Text, from: number, to: number): void {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, to);
  const mark = document.createElement('mark');
  mark.className = 'found';
  range.surroundContents(mark);
}

/** The first passage of the section that the address names; else of the page, unless its title already holds it. */
function goToPassage(main: HTMLElement): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const named = id === '' ? null : document.getElementById(id);
  const section = named === null || /^H\d$/.test(named.tagName) ? named?.parentElement : named;
  const mark = section?.querySelector('.found') ?? (id === '' ? main.querySelector('.found') : null);
  if (mark == null || mark.closest('h1') !== null) return;
  for (let at = mark.closest('details'); at !== null; at = at.parentElement?.closest('details') ?? null) at.open = true;
  mark.scrollIntoView({ block: 'center' });
}
