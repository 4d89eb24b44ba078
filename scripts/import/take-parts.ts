import type { Indicator } from '#domain/schemas/indicator.ts';
import { FORM_TITLE, type Part, type PartKey } from './find-labels.ts';
import { readFigure } from './read-figure.ts';
import { type PrintedLevel, readLevels } from './read-levels.ts';
import { readOutcome } from './read-outcome.ts';
import { readSignature } from './read-signature.ts';
import type { SourceText, Span } from './source-text.ts';

/** Nothing was filled in: dots and lines that wait for a pen, stars. */
const BLANK = /^[\s.…_*:]*$/u;

/** A bracket between the words of a label and its sign. */
const TYPED = /(\([^():=]*\))\s*(?:::|[:=：]|[\s*]*)$/u;

/** What the form itself prints there. */
const OWN_BRACKET = /^\(\s*(?:รายไตรมาส|ปลายปีงบประมาณ)?\s*\)$/u;

export function markTitle(text: SourceText): void {
  const line = text.lines.findIndex((source) => FORM_TITLE.test(source.text));
  const end = FORM_TITLE.exec(text.lines[line]?.text ?? '')?.[0].length ?? 0;
  if (line >= 0) text.mark([{ line, start: 0, end }], { kind: 'furniture' });
}

/** "::" opens a field, however late; alone it says that the field is empty. Elsewhere it is text. */
export function dropMarker(text: SourceText, part: Part): void {
  const [first, ...others] = part.content;
  if (first === undefined || !text.getText(first).startsWith('::')) return;
  const end = first.start + (/^:+/.exec(text.getText(first))?.[0].length ?? 0);
  text.mark([{ ...first, end }], { kind: 'furniture' });
  part.content = [...text.trim({ ...first, start: end }), ...others];
}

/** The content of a part; its label, and what only waits for a pen, is the form's. */
export function takeLabel(text: SourceText, part: Part | undefined): Span[] {
  if (part === undefined) return [];
  text.mark(cutLabel(text, part), { kind: 'furniture' });
  if (!part.content.every((span) => BLANK.test(text.getText(span)))) return part.content;
  text.mark(part.content, { kind: 'furniture' });
  return [];
}

/** A label without what somebody typed into it: "5. เป้าหมาย (ร้อยละ 80) :". */
function cutLabel(text: SourceText, { key, label }: Part): Span[] {
  const match = key === 'support' ? null : TYPED.exec(text.getText(label));
  if (match === null || OWN_BRACKET.test(match[1] ?? '')) return [label];
  const start = label.start + match.index;
  const end = start + (match[1]?.length ?? 0);
  return [
    { ...label, end: start },
    { ...label, start: end },
  ].flatMap((span) => text.trim(span));
}

/** The three lines on the plan with their labels, as the form prints them. */
export function takePlan(text: SourceText, parts: ReadonlyMap<PartKey, Part>): string {
  const found = (['area', 'subArea', 'goal'] as const).flatMap((key) => parts.get(key) ?? []);
  const isBlank = found.every(({ content }) => content.every((span) => BLANK.test(text.getText(span))));
  if (isBlank) for (const part of found) takeLabel(text, part);
  if (isBlank) return '';
  const spans = found.flatMap(({ label, content }) => [...text.trim(label), ...content]);
  text.mark(spans, { kind: 'placed', file: 'indicator.mdx', field: 'declared.plan' });
  const lines = Map.groupBy(spans, ({ line }) => line);
  return [...lines.values()].map((group) => getLine(text, group)).join(' ');
}

/** Parts of one line with what stands between them. */
function getLine(text: SourceText, group: readonly Span[]): string {
  const [first] = group;
  return first === undefined ? '' : text.getText({ ...first, end: group.at(-1)?.end ?? first.end }).trim();
}

export function takeLines(text: SourceText, spans: readonly Span[], file: string, field: string): string[] {
  text.mark(spans, { kind: 'placed', file, field });
  return spans.map((span) => text.getText(span));
}

/** A dash in place of a list of evidence is a way to leave it empty. */
export function withoutDashes(text: SourceText, spans: Span[]): Span[] {
  if (!spans.every((span) => /^[\s\p{Pd}.]*$/u.test(text.getText(span)))) return spans;
  text.mark(spans, { kind: 'furniture' });
  return [];
}

export function takeOutcome(text: SourceText, content: readonly Span[]): Indicator['outcome'] {
  const { outcome, understood } = readOutcome(text.join(content));
  text.mark(understood, { kind: 'read', field: 'outcome' });
  return outcome;
}

export function takeFigures(text: SourceText, ofTarget: readonly Span[], ofResult: readonly Span[]) {
  const target = readFigure(text.join(ofTarget));
  const result = readFigure(text.join(ofResult));
  const isSame = target.unit === result.unit;
  const file = 'indicator.mdx';
  text.mark([...target.brackets, ...result.brackets], { kind: 'furniture' });
  text.mark(target.rawSpans, { kind: 'placed', file, field: 'declared.target' });
  text.mark(result.rawSpans, { kind: 'placed', file, field: 'declared.result' });
  text.mark(target.unitSpans, { kind: 'placed', file, field: 'declared.unit' });
  const isOnlyUnit = isSame || target.unit === '';
  const ofUnit = isOnlyUnit ? ({ file, field: 'declared.unit' } as const) : { file: 'year.mdx', field: 'declared' };
  text.mark(result.unitSpans, { kind: 'placed', ...ofUnit });
  return {
    target: target.raw,
    result: result.raw,
    unit: target.unit === '' ? result.unit : target.unit,
    resultUnit: isOnlyUnit ? '' : result.unit,
  };
}

export function takeLevels(text: SourceText, method: readonly Span[]): PrintedLevel[] {
  const levels = readLevels(text, method);
  for (const { criterionSpans, otherSpans } of levels) {
    text.mark(criterionSpans, { kind: 'placed', file: 'indicator.mdx', field: 'scale.levels.criterion' });
    text.mark(otherSpans, { kind: 'read', field: 'scale.levels' });
  }
  return levels;
}

export function takeSignature(text: SourceText, part: Part | undefined): void {
  if (part === undefined) return;
  const { line } = part.label;
  const { furniture, persons } = readSignature(text, text.getSpans(line, (part.content.at(-1)?.line ?? line) + 1));
  text.mark(furniture, { kind: 'furniture' });
  text.mark(persons, { kind: 'private' });
}
