import { Document, isScalar, Pair, Scalar, type ScalarTag, YAMLMap, YAMLSeq } from 'yaml';
import { getKnownKeys } from '#data/schema-keys.ts';
import type { EntryKind } from '#domain/issue.ts';
import { schemaByKind } from '#domain/schemas/by-kind.ts';

/** Front matter or a YAML file as plain values. What is undefined is left out; a `Figure` keeps its decimals. */
export type Fields = Record<string, unknown>;

/** A number with the decimals it was typed with: 75.00 stays 75.00. */
export class Figure {
  readonly text: string;

  /** `text` is a plain decimal: digits, perhaps a sign and a point. */
  constructor(text: string) {
    if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`"${text}" is not a plain decimal`);
    this.text = text;
  }
}

/** Written digit by digit: by way of a number, more than 15 digits would be rounded without a word. */
const FIGURE: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  identify: (value) => value instanceof Figure,
  resolve: (text) => new Figure(text),
  stringify: ({ value }) => (value instanceof Figure ? value.text : String(value)),
};

/** Codes of plans and agencies: quoted, so that nobody takes them for numbers. */
const LIKE_NUMBER = /^[\d.]+$/;

/** A flow mapping or list of at most so many letters stays on one line: { id: city-20y, goal: "7.4.1" }. */
const SHORT = 70;

/**
 * The YAML of one entry: fields in the order of the schema, one spelling for everything, so that writing what was
 * read changes nothing. Reading it gives the same values. Ends in a line break; empty for no fields.
 */
export function formatYaml(kind: EntryKind, fields: Fields): string {
  const contents = toNode(fields, (path) => getKnownKeys(schemaByKind[kind], path), []);
  return contents instanceof YAMLMap && contents.items.length === 0 ? '' : stringify(contents);
}

/** A whole MDX entry: front matter between --- lines, an empty line, the text. `note` becomes a comment in the front matter. */
export function formatEntry(kind: EntryKind, fields: Fields, text = '', note?: string): string {
  const comment = note === undefined ? '' : `${note.replace(/^/gm, '# ')}\n`;
  const body = text.trim() === '' ? '' : `\n${text.replace(/^\n+/, '').trimEnd()}\n`;
  return `---\n${comment}${formatYaml(kind, fields)}---\n${body}`;
}

type GetKeys = (path: PropertyKey[]) => string[];

type YamlNode = Scalar | YAMLMap | YAMLSeq;

function toNode(value: unknown, getKeys: GetKeys, path: PropertyKey[]): YamlNode {
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    list.items = value.map((item, index) => toNode(item, getKeys, [...path, index]));
    return shorten(list);
  }
  if (typeof value === 'string' && LIKE_NUMBER.test(value)) {
    return Object.assign(new Scalar(value), { type: Scalar.QUOTE_DOUBLE });
  }
  if (typeof value !== 'object' || value === null || value instanceof Figure) return new Scalar(value);
  const keys = getKeys(path);
  const place = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const given = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const map = new YAMLMap();
  map.items = given
    .sort(([a], [b]) => place(a) - place(b))
    .map(([key, inner]) => new Pair(new Scalar(key), toNode(inner, getKeys, [...path, key])));
  return path.length === 0 ? map : shorten(map);
}

/** Lists and small records without anything nested go on one line where they fit. */
function shorten<T extends YAMLMap | YAMLSeq>(node: T): T {
  const inner = node.items.map((item) => (item instanceof Pair ? item.value : item));
  if (!inner.every((item) => isScalar(item) && !/\n/.test(String(item.value)))) return node;
  node.flow = true;
  if (stringify(node).length > SHORT) node.flow = false;
  return node;
}

function stringify(contents: YamlNode): string {
  const document = new Document(undefined, { version: '1.2', schema: 'core', customTags: (tags) => [FIGURE, ...tags] });
  return Object.assign(document, { contents }).toString({ lineWidth: 0 });
}
