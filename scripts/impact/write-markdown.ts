import type { Language } from '#strings/translate.ts';
import type { Comparison } from './compare-revisions.ts';
import { countChanges } from './count-changes.ts';
import { quote, quotePath } from './escape-markdown.ts';
import { listSections } from './list-sections.ts';
import { formatSection } from './section.ts';
import { createWords, type Words } from './words.ts';
import { writeVerdict } from './write-verdict.ts';

/** GitHub takes comments of 65,536 characters. */
const MOST_CHARACTERS = 60_000;

/** Rows of each part, tried until the whole fits. */
const MOST_ROWS = [200, 100, 50, 25, 10, 4, 1];

/** How many paths or files are named in the last lines. */
const MOST_NAMES = 5;

/** The report as a comment on a pull request: a verdict, what to look at, tables, and what was compared. */
export function writeMarkdown(comparison: Comparison, language: Language): string {
  const words = createWords(language);
  const unread = { errors: comparison.head.errors.length, setAside: comparison.setAside.length };
  const verdict = writeVerdict(countChanges(comparison.impact), unread, words);
  const sections = listSections(comparison, words);
  const foot = writeFoot(comparison, words);
  const tellMore = (count: number) => words.say('rows.more', { count: words.format.count(count) });
  const write = (most: number) =>
    [...verdict, ...sections.map((section) => formatSection(section, most, tellMore)), '---', foot]
      .filter((part) => part !== '')
      .join('\n\n');
  const texts = MOST_ROWS.values().map(write);
  return texts.find((text) => text.length <= MOST_CHARACTERS) ?? [...verdict, foot].join('\n\n');
}

function writeFoot({ range, impact, base, head, setAside }: Comparison, words: Words): string {
  const { say, format } = words;
  const start = { revision: quote(range.base.revision), commit: quotePath(range.base.commit.slice(0, 10)) };
  const end = { revision: quote(range.head.revision ?? ''), commit: quotePath(range.head.commit.slice(0, 10)) };
  const leftOut = [...base.leftOut, ...head.leftOut].map(({ file }) => quote(file));
  const lines = [
    say(range.base.isMergeBase ? 'foot.merge-base' : 'foot.exact', start),
    range.head.revision === undefined ? say('foot.working-tree') : say('foot.head', end),
    say('foot.today', { day: format.day(impact.today) }),
  ];
  if (base.isEmpty) lines.push(say('foot.base-empty'));
  if (base.errors > 0) lines.push(say('foot.base-errors', { count: format.count(base.errors) }));
  if (setAside.length > 0) {
    lines.push(say('foot.set-aside', { count: format.count(setAside.length), paths: list(setAside.map(quotePath)) }));
  }
  if (leftOut.length > 0) {
    lines.push(say('foot.left-out', { count: format.count(leftOut.length), files: list(leftOut) }));
  }
  return lines.map((line) => `- ${line}`).join('\n');
}

function list(names: readonly string[]): string {
  return [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])].join(', ');
}
