import type { Indicator } from '#domain/schemas/indicator.ts';
import { findLabels, PARTS, type Part, type PartKey } from './find-labels.ts';
import type { PrintedLevel } from './read-levels.ts';
import { namesPerson } from './read-signature.ts';
import type { SourceText, Span } from './source-text.ts';
import {
  dropMarker,
  markTitle,
  takeFigures,
  takeLabel,
  takeLevels,
  takeLines,
  takeOutcome,
  takePlan,
  takeSignature,
  withoutDashes,
} from './take-parts.ts';

/** Sections of running text, each with the file it goes to. */
const SECTIONS = {
  definition: 'indicator.mdx',
  method: 'indicator.mdx',
  q1: 'q1.mdx',
  q2: 'q2.mdx',
  q3: 'q3.mdx',
  q4: 'q4.mdx',
  summary: 'year.mdx',
  supporting: 'year.mdx',
  obstacles: 'year.mdx',
} as const;

export type SectionName = keyof typeof SECTIONS;

/** A line that is kept or withheld, with its place in the source. */
export interface NotedLine {
  number: number;
  text: string;
}

/** What one form says, word for word. Its source text knows where each character went. */
export interface ParsedForm {
  text: SourceText;
  name: string;
  outcome: Indicator['outcome'];
  /** The lines on the plan in one; empty where nothing was filled in. */
  plan: string;
  target: string;
  result: string;
  unit: string;
  /** The phrase behind the result where it is not the one behind the target. */
  resultUnit: string;
  levels: PrintedLevel[];
  sections: Partial<Record<SectionName, string[]>>;
  evidence: string[];
  /** Parts whose label is not there. */
  missing: PartKey[];
  outOfOrder: PartKey[];
  alike: number[];
  unplaced: NotedLine[];
  withheld: NotedLine[];
}

/** Parts without which a form is whole all the same. */
const OPTIONAL: PartKey[] = ['support', 'area', 'subArea', 'signature'];

/** Lines drawn across the page. */
const RULE = /^[\s.…_*:=\p{Pd}]*$/u;

/** Reads one form. Whatever belongs to no part is kept as unplaced; persons and telephones are withheld. */
export function parseForm(text: SourceText): ParsedForm {
  markTitle(text);
  const labels = findLabels(text);
  const parts = new Map<PartKey, Part>(labels.parts.map((part) => [part.key, part]));
  for (const part of labels.parts) if (part.key !== 'signature') dropMarker(text, part);
  const take = (key: PartKey) => takeLabel(text, parts.get(key));
  const plan = takePlan(text, parts);
  const name = takeLines(text, take('name'), 'indicator.mdx', 'name').join(' ');
  const outcome = takeOutcome(text, take('outcome'));
  take('support');
  take('quarters');
  const figures = takeFigures(text, take('target'), take('result'));
  const method = take('method');
  const levels = takeLevels(text, method);
  const free = new Set(text.findUnmarked().map(({ line }) => line));
  const sections = takeSections(
    text,
    parts,
    method.filter(({ line }) => free.has(line)),
  );
  const evidence = takeLines(text, withoutDashes(text, take('evidence')), 'year.mdx', 'evidence');
  takeSignature(text, parts.get('signature'));
  return {
    text,
    name,
    outcome,
    plan,
    ...figures,
    levels,
    sections,
    evidence,
    missing: PARTS.filter((key) => !parts.has(key) && !OPTIONAL.includes(key)),
    outOfOrder: labels.outOfOrder,
    alike: labels.alike,
    ...sortRest(text),
  };
}

function takeSections(
  text: SourceText,
  parts: ReadonlyMap<PartKey, Part>,
  /** What the steps of the scale left of it. */
  method: readonly Span[],
): ParsedForm['sections'] {
  const sections: ParsedForm['sections'] = {};
  // Safe: the keys of the table above.
  for (const [name, file] of Object.entries(SECTIONS) as [SectionName, string][]) {
    const spans = name === 'method' ? method : takeLabel(text, parts.get(name));
    const lines = takeLines(text, spans, file, name);
    if (lines.length > 0) sections[name] = lines;
  }
  return sections;
}

/** What nobody took: unplaced, save where it names a person or a telephone. */
function sortRest(text: SourceText): Pick<ParsedForm, 'unplaced' | 'withheld'> {
  for (const span of text.findUnmarked()) {
    const line = text.getText(span);
    const kind = RULE.test(line) ? 'furniture' : namesPerson(line) ? 'private' : 'unplaced';
    text.mark([span], { kind });
  }
  const list = (kind: 'unplaced' | 'private') =>
    text
      .listMarks()
      .flatMap(({ number, text: words, place: at }) => (at.kind === kind ? [{ number, text: words }] : []));
  return { unplaced: list('unplaced'), withheld: list('private') };
}
