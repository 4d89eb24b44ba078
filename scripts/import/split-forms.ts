import { FORM_TITLE, findLabels } from './find-labels.ts';
import { type SourceLine, SourceText } from './source-text.ts';

/** With fewer labels and no title a text is something else. */
const FEWEST_LABELS = 3;

/** The forms of a text, cut at their titles; lines above the first title go with the first form. None in another text. */
export function splitForms(text: string): SourceText[] {
  const lines = text.split('\n').map((line, index): SourceLine => ({ number: index + 1, text: line }));
  const titles = lines.flatMap((line, index) => (FORM_TITLE.test(line.text) ? [index] : []));
  if (titles.length === 0) {
    const whole = new SourceText(lines);
    return findLabels(whole).parts.length < FEWEST_LABELS ? [] : [whole];
  }
  return titles.map((start, index) => new SourceText(lines.slice(index === 0 ? 0 : start, titles[index + 1])));
}
