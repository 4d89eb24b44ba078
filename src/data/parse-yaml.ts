import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type Scalar,
} from 'yaml';
import type { Place } from '#domain/entry.ts';
import type { Issue, IssueCode } from '#domain/issue.ts';

/** YAML as plain values with the place of each, and everything that is wrong with its writing. */
export interface ParsedYaml {
  value: Record<string, unknown>;
  /** Place of each value by dotted key; `key@` is the place of the key itself. */
  places: Record<string, Place>;
  issues: Issue[];
  /** False when the text could not be read far enough to hold it against a schema. */
  isReadable: boolean;
}

const MOST_DEPTH = 12;
const MOST_VALUES = 5000;

/**
 * Parses front matter or a YAML file without any coercion beyond YAML 1.2's own: anchors, aliases and tags are
 * refused, numbers must be plain decimals, a key stands once.
 * `linesAbove` is the number of lines above the text in its file.
 */
export function parseYaml(text: string, file: string, linesAbove: number): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return [line + linesAbove, col];
  };
  const issues: Issue[] = [];
  const report: Report = (code, offset, params) => {
    const [line, column] = at(offset);
    issues.push({ code, file, line, column, params });
  };
  for (const problem of [...document.errors, ...document.warnings]) {
    const offset = problem.pos[0];
    const word = /^[^\s:]*/.exec(text.slice(offset))?.[0] ?? '';
    if (problem.code === 'DUPLICATE_KEY') report('CW204', offset, { seen: word });
    else if (problem.code === 'TAG_RESOLVE_FAILED') report('CW205', offset, { seen: word });
    else report('CW203', offset, { seen: problem.message.split('\n')[0] ?? problem.code });
  }
  const places: Record<string, Place> = {};
  const hasSyntaxError = issues.some((issue) => issue.code === 'CW203');
  if (hasSyntaxError) return { value: {}, places, issues, isReadable: false };
  // Nothing between the lines, or only comments: a report in words alone has no fields to give.
  if (document.contents === null) return { value: {}, places, issues, isReadable: true };
  if (!isMap(document.contents)) {
    report('CW206', document.contents.range[0]);
    return { value: {}, places, issues, isReadable: false };
  }
  const reader = new ValueReader(places, at, report);
  const value = reader.read(document.contents, '', 0) as Record<string, unknown>;
  return { value, places, issues, isReadable: !reader.isCut };
}

type Report = (code: IssueCode, offset: number, params?: Issue['params']) => void;

/** Turns YAML nodes into plain values, noting places and refusing what a data file has no use for. */
class ValueReader {
  isCut = false;
  #count = 0;
  #places: Record<string, Place>;
  #at: (offset: number) => Place;
  #report: Report;

  constructor(places: Record<string, Place>, at: (offset: number) => Place, report: Report) {
    this.#places = places;
    this.#at = at;
    this.#report = report;
  }

  read(node: ParsedNode | null, key: string, depth: number): unknown {
    const offset = node?.range?.[0] ?? 0;
    if (node !== null) this.#places[key] = this.#at(offset);
    this.#count += 1;
    if (depth > MOST_DEPTH || this.#count > MOST_VALUES) {
      if (!this.isCut) this.#report('CW207', offset);
      this.isCut = true;
      return undefined;
    }
    this.#refuseAnchors(node, offset);
    if (isMap(node)) return this.#readMap(node.items as MapItem[], key, depth);
    if (isSeq(node))
      return node.items.map((item, index) => this.read(item as ParsedNode, `${key}.${index}`, depth + 1));
    if (!isScalar(node)) return undefined;
    if (typeof node.value === 'number') return this.#readNumber(node, offset, key);
    return node.value;
  }

  #readMap(items: MapItem[], key: string, depth: number): unknown {
    return Object.fromEntries(
      items.map((item): [string, unknown] => {
        const name = isScalar(item.key) ? String(item.key.source ?? item.key.value) : '?';
        const inner = key === '' ? name : `${key}.${name}`;
        const keyOffset = item.key.range?.[0] ?? 0;
        this.#places[inner] = this.#at(keyOffset);
        const value = this.read(item.value, inner, depth + 1);
        this.#places[`${inner}@`] = this.#at(keyOffset);
        return [name, value];
      }),
    );
  }

  #readNumber(node: Scalar, offset: number, key: string): unknown {
    const written = String(node.source ?? node.value);
    const isPlain = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(written) && !/^-0(\.0*)?$/.test(written);
    const isExact = written.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15;
    if (!isPlain || !isExact) this.#report('CW317', offset, { seen: written, key });
    return node.value;
  }

  #refuseAnchors(node: Node | null, offset: number): void {
    if (isAlias(node)) this.#report('CW205', offset, { seen: `*${node.source}` });
    else if (node !== null && 'anchor' in node && node.anchor)
      this.#report('CW205', offset, { seen: `&${node.anchor}` });
    else if (node?.tag?.startsWith('!')) this.#report('CW205', offset, { seen: node.tag });
  }
}

interface MapItem {
  key: ParsedNode;
  value: ParsedNode | null;
}
