import type { SearchDocument } from './document.ts';
import { normalise } from './normalise.ts';

/** Words that a reader can be offered; more would be a file too large for what it does. */
const MOST_WORDS = 12_000;
const SHORTEST = 3;
const LONGEST = 24;
/** Words side by side that make one, such as งบ and ประมาณ. */
const LONGEST_RUN = 3;

/** A word and how often it stands. */
export type WordCount = [word: string, count: number];

/**
 * Words of pages and runs of up to three that stand together, in the one spelling, the commonest first. At the build
 * only: how Thai is cut here decides what is offered for a misspelt word and nothing of what is found.
 */
export function countWords(documents: Iterable<SearchDocument>): WordCount[] {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  const counts = new Map<string, number>();
  for (const [text, times] of countLines(documents)) {
    const run: string[] = [];
    for (const { segment, isWordLike } of segmenter.segment(text)) {
      if (!isWordLike) {
        run.length = 0;
        continue;
      }
      run.push(segment);
      if (run.length > LONGEST_RUN) run.shift();
      for (let from = 0; from < run.length; from++) {
        const word = run.slice(from).join('');
        if (word.length < SHORTEST || word.length > LONGEST || /^[\d.]+$/.test(word)) continue;
        counts.set(word, (counts.get(word) ?? 0) + times);
      }
    }
  }
  return takeCommonest(counts);
}

/** The commonest words of several counts together. */
export function mergeWords(parts: Iterable<readonly WordCount[]>): string[] {
  const counts = new Map<string, number>();
  for (const part of parts) for (const [word, count] of part) counts.set(word, (counts.get(word) ?? 0) + count);
  return takeCommonest(counts).map(([word]) => word);
}

/** Lines of all texts, and how often each stands: pages repeat whole texts, and each is cut once. */
function countLines(documents: Iterable<SearchDocument>): Map<string, number> {
  const lines = new Map<string, number>();
  for (const { title, titleEn = '', labels, sections } of documents) {
    for (const text of [title, titleEn, ...labels, ...sections.map((section) => section.text)]) {
      for (const line of normalise(text).split(/(?<=[^ ]{30}) /)) lines.set(line, (lines.get(line) ?? 0) + 1);
    }
  }
  return lines;
}

function takeCommonest(counts: Map<string, number>): WordCount[] {
  const byCount = [...counts].sort(([a, of], [b, other]) => other - of || (a < b ? -1 : 1));
  return byCount.slice(0, MOST_WORDS);
}
