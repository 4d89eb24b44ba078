import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import type { Place } from '#domain/entry.ts';
import type { Issue, IssueCode } from '#domain/issue.ts';
import { type Places, packPlaces } from '#domain/places.ts';
import { CONTROL } from '#domain/thai-text.ts';
import { formatCharacter } from './decode-text.ts';

type Report = (code: IssueCode, offset: number, params?: Issue['params']) => void;

const MOST_DEPTH = 12;
const MOST_VALUES = 5000;

/** Turns YAML nodes into plain values, noting places and refusing what a data file has no use for. */
export class ValueReader {
  isCut = false;
  written: Record<string, string> = Object.create(null);
  /** Without a prototype: a key may be called `__proto__`. */
  #places: Record<string, Place> = Object.create(null);
  #count = 0;
  #text: string;
  #at: (offset: number) => Place;
  #report: Report;

  constructor(text: string, at: (offset: number) => Place, report: Report) {
    this.#text = text;
    this.#at = at;
    this.#report = report;
  }

  /** Places of all values read, and of keys under `key@`. */
  getPlaces(): Places {
    return packPlaces(this.#places);
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
    this.#refuseAnchors(node, offset, key);
    const isText = isScalar(node) && typeof node.value === 'string';
    if (node !== null && !isText) this.written[key] = this.#getWritten(node);
    if (isMap(node)) return this.#readMap(node.items as MapItem[], key, depth);
    if (isSeq(node))
      return node.items.map((item, index) => this.read(item as ParsedNode, `${key}.${index}`, depth + 1));
    if (!isScalar(node)) return undefined;
    if (typeof node.value === 'number') this.#checkNumber(node, offset, key);
    if (typeof node.value === 'string') this.#checkText(node, offset, key);
    return node.value;
  }

  #readMap(items: MapItem[], key: string, depth: number): unknown {
    const values = new Map<string, unknown>();
    for (const item of items) {
      const name = isScalar(item.key) ? String(item.key.source ?? item.key.value) : this.#getWritten(item.key);
      const inner = key === '' ? name : `${key}.${name}`;
      const keyOffset = item.key.range?.[0] ?? 0;
      if (values.has(name)) {
        this.#report('CW204', keyOffset, { seen: name, key: inner, line: this.#places[`${inner}@`]?.[0] ?? 0 });
        continue;
      }
      this.#places[inner] = this.#at(keyOffset);
      values.set(name, this.read(item.value, inner, depth + 1));
      this.#places[`${inner}@`] = this.#at(keyOffset);
    }
    return Object.fromEntries(values);
  }

  #checkNumber(node: Scalar, offset: number, key: string): void {
    const written = String(node.source ?? node.value);
    const isExact = written.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15;
    if (isPlainDecimal(written) && isExact) return;
    const meant = String(Number(node.value) + 0);
    this.#report('CW317', offset, { seen: written, key, type: isPlainDecimal(meant) && isExact ? meant : '' });
  }

  #checkText(node: Scalar, offset: number, key: string): void {
    const value = String(node.value);
    const control = CONTROL.exec(value)?.[0];
    if (control !== undefined) this.#report('CW110', offset, { seen: formatCharacter(control), key });
    const end = node.range?.[1] ?? 0;
    const lost = /^[ \t]+(#[^\n]*)/.exec(this.#text.slice(end, end + 200));
    if (lost === null || node.type !== 'PLAIN' || !/[\p{Script=Thai}\s]/u.test(value)) return;
    this.#report('CW208', end + lost[0].indexOf('#'), { seen: lost[1]?.slice(0, 40) ?? '', key });
  }

  #refuseAnchors(node: ParsedNode | null, offset: number, key: string): void {
    const sign = node === null ? undefined : getSign(node);
    if (sign === undefined) return;
    const before = this.#text.lastIndexOf(sign, offset);
    this.#report('CW205', before < 0 || offset - before > 200 ? offset : before, { seen: sign, key });
  }

  #getWritten(node: ParsedNode): string {
    const [start, end] = node.range ?? [0, 0];
    return this.#text
      .slice(start, Math.min(end, start + 200))
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80);
  }
}

/** The alias, anchor or tag of a node, as it was typed. */
function getSign(node: ParsedNode): string | undefined {
  if (isAlias(node)) return `*${node.source}`;
  if ('anchor' in node && node.anchor) return `&${node.anchor}`;
  return node.tag?.replace('tag:yaml.org,2002:', '!!');
}

/** Whether a number is written as people write it: digits, a point, digits. */
function isPlainDecimal(written: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(written) && !/^-0(\.0*)?$/.test(written);
}

interface MapItem {
  key: ParsedNode;
  value: ParsedNode | null;
}
