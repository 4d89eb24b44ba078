import type { Section } from './entry.ts';

/** What ends a line of plain text. */
const LINE_END = /<\/(?:p|h[1-6]|li|pre|td|th)>|<br>/g;
const TAG = /<[^>]*>/g;
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** A section as plain text, one line a block. */
export function findText(section: Section | undefined): string | undefined {
  return section === undefined ? undefined : (section.words ?? readWords(section.html));
}

/** A section of which no text is kept that its HTML tells as well: that would double what a site takes in memory. */
export function buildSection(html: string, text: string): Section {
  return readWords(html) === text ? { html } : { html, words: text };
}

/** The words between the tags of HTML that `HtmlWriter` wrote: no `<` or `>` stands in its attributes or its text. */
function readWords(html: string): string {
  const lines = html.replace(LINE_END, '\n').replace(TAG, '').split('\n');
  const text = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  return text.replace(ENTITY, (entity) => SIGNS[entity] ?? entity);
}
