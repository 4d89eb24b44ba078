import { type Document, isMap, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { Place } from '#domain/entry.ts';
import type { Issue, IssueCode } from '#domain/issue.ts';
import { NO_PLACES, type Places } from '#domain/places.ts';
import { findYamlMistake, lacksSpace } from './explain-yaml.ts';
import { parsePlainYaml } from './parse-plain-yaml.ts';
import { ValueReader } from './read-yaml-values.ts';

/** YAML as plain values with the place of each, and everything that is wrong with its writing. */
export interface ParsedYaml {
  value: Record<string, unknown>;
  /** Place of each value by dotted key; `key@` is the place of the key itself. */
  places: Places;
  /** Values as they were typed, by dotted key, where that differs from what they came to; found when it is asked for. */
  readonly written: Record<string, string>;
  issues: Issue[];
  /** Keys of the highest rank whose value could not be read: nothing can be said of it. */
  broken: Set<string>;
  /** False when the text could not be read far enough to hold it against a schema. */
  isReadable: boolean;
  /** True where nothing was written at all. */
  isEmpty: boolean;
}

const MOST_MISTAKES = 20;

type Report = (code: IssueCode, offset: number, params?: Issue['params']) => void;

/**
 * Parses front matter or a YAML file without any coercion beyond YAML 1.2's own: anchors, aliases and tags are
 * refused, numbers must be plain decimals, a key stands once. A field that cannot be read does not hide the others.
 * `linesAbove` is the number of lines above the text in its file.
 */
export function parseYaml(text: string, file: string, linesAbove: number): ParsedYaml {
  const plain = parsePlainYaml(text, linesAbove);
  if (plain === undefined) return parseAnyYaml(text, file, linesAbove);
  return {
    ...plain,
    get written() {
      return parseAnyYaml(text, file, linesAbove).written;
    },
    issues: [],
    broken: new Set(),
    isReadable: true,
    isEmpty: false,
  };
}

/** The same of any text, by the library: the authority on what a text says. */
export function parseAnyYaml(text: string, file: string, linesAbove: number): ParsedYaml {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return [line + linesAbove, col];
  };
  const issues: Issue[] = [];
  const report: Report = (code, offset, params) => {
    const [line, column] = at(offset);
    issues.push({ code, file, line, column, params });
  };
  const broken = new Set<string>();
  const { document, rest } = parseReadable(text, lines, report, broken);
  const reader = new ValueReader(rest, at, report);
  const { written } = reader;
  const nothing = { value: {}, places: NO_PLACES, written, issues, broken, isReadable: false, isEmpty: false };
  if (document === undefined) return nothing;
  const { contents } = document;
  if (contents === null) return { ...nothing, isReadable: true, isEmpty: broken.size === 0 };
  if (!isMap(contents)) {
    const offset = contents.range?.[0] ?? 0;
    const seen = /^.*/.exec(rest.slice(offset))?.[0].slice(0, 60) ?? '';
    report('CW206', offset, { seen, reason: lacksSpace(seen) ? 'space' : '' });
    return nothing;
  }
  // Safe: a map is read to a record.
  const value = reader.read(contents as ParsedNode, '', 0) as Record<string, unknown>;
  return { ...nothing, value, places: reader.getPlaces(), isReadable: !reader.isCut };
}

/** Parses; after a mistake blanks the field it stands in and parses again, so that every mistake is found in one run. */
function parseReadable(
  text: string,
  lines: LineCounter,
  report: Report,
  broken: Set<string>,
): { document: Document | undefined; rest: string } {
  let rest = text;
  for (let count = 0; count < MOST_MISTAKES; count++) {
    const lineCounter = count === 0 ? { lineCounter: lines } : {};
    const options = { ...lineCounter, version: '1.2', schema: 'core', prettyErrors: false, uniqueKeys: false } as const;
    const document = parseDocument(rest, options);
    const mistake = findYamlMistake(rest, document);
    if (mistake === undefined) return { document, rest };
    report(mistake.code, mistake.offset, { ...mistake.params });
    const { start, end, key } = findField(rest, mistake.offset);
    if (key !== undefined) broken.add(key);
    rest = `${rest.slice(0, start)}${rest.slice(start, end).replace(/[^\n]/g, ' ')}${rest.slice(end)}`;
  }
  return { document: undefined, rest };
}

/** The lines of the field of the highest rank that an offset lies in. */
function findField(text: string, offset: number): { start: number; end: number; key: string | undefined } {
  const TOP = /^(?![\s#\]}]|-(?:\s|$))/;
  let [start, end] = [0, 0];
  for (const line of text.split('\n')) {
    const next = end + line.length + 1;
    if (TOP.test(line) && end <= offset) start = end;
    else if (TOP.test(line)) break;
    end = next;
  }
  const key = /^["']?([^\s"':：]+)/.exec(text.slice(start, start + 200))?.[1];
  return { start, end: Math.min(end, text.length), key };
}
