import type { Place } from '#domain/entry.ts';
import { type Places, packPlace } from '#domain/places.ts';
import { MAYBE_CONTROL } from '#domain/thai-text.ts';
import type { ParsedYaml } from './parse-yaml.ts';
import { FLOW_TEXT, parseScalar, QUOTED } from './plain-scalar.ts';

const KEY = /([A-Za-z]\w*):(?: +([^ ].*))?$/y;
const ITEM = /- +(?=[^ ])/y;
const FLOW_KEY = /([A-Za-z]\w*): +/y;

const MOST_DEPTH = 10;
const MOST_VALUES = 2000;

type PlainYaml = Pick<ParsedYaml, 'value' | 'places'>;

/**
 * Reads YAML of the kind that nearly all entries are written in: keys of letters and digits, a value a line, groups
 * and lists indented or in brackets on one line. Undefined wherever anything is unusual or wrong: quotation marks with
 * escapes, values over several lines, comments behind values, no value, anything that another reader may take for a
 * number. The library reads all that, and reads what is read here to the same values and places.
 */
export function parsePlainYaml(text: string, linesAbove: number): PlainYaml | undefined {
  return MAYBE_CONTROL.test(text) ? undefined : new PlainReader(text.split('\n'), linesAbove).read();
}

/** What was found to hold a value: its dotted key, the place of the key in a group, how deep it lies. */
interface Holder {
  key: string;
  place: Place | undefined;
  depth: number;
}

class PlainReader {
  #lines: string[];
  #row = 0;
  #linesAbove: number;
  #places: Places[] = [];
  #count = 0;
  /** Where in its line a list or group in brackets has been read to. */
  #at = 0;
  /** Set where the library must be asked; nothing read after that counts. */
  #isDoubtful = false;

  constructor(lines: string[], linesAbove: number) {
    this.#lines = lines;
    this.#linesAbove = linesAbove;
  }

  read(): PlainYaml | undefined {
    if (this.#findNext() !== 0) return undefined;
    const value = this.#readMap(0, { key: '', place: undefined, depth: 0 });
    return this.#isDoubtful ? undefined : { value, places: this.#places.join('') };
  }

  /** Goes on to the next line that holds anything and gives its indentation; -1 at the end. */
  #findNext(): number {
    for (; this.#row < this.#lines.length; this.#row++) {
      const line = this.#getLine();
      const indent = line.search(/[^ ]/);
      if (indent >= 0 && line[indent] !== '#') return indent;
    }
    return -1;
  }

  #getLine(): string {
    return this.#lines[this.#row] ?? '';
  }

  #readMap(indent: number, holder: Holder): Record<string, unknown> {
    this.#note(holder, indent);
    const values: Record<string, unknown> = {};
    let next = indent;
    for (; next === indent && !this.#isDoubtful; next = this.#findNext()) {
      const found = match(KEY, this.#getLine(), indent);
      const name = found?.[1];
      // The line of an item is no line of the group around the list.
      if (name === undefined || Object.hasOwn(values, name)) return this.#doubt(values);
      const inner = this.#hold(holder, name, this.#getPlace(indent));
      values[name] = found?.[2] === undefined ? this.#readBelow(indent, inner) : this.#readBeside(found[2], inner);
    }
    return next > indent ? this.#doubt(values) : values;
  }

  /** The value of a key that stands in the lines below it. */
  #readBelow(indent: number, holder: Holder): unknown {
    this.#row += 1;
    const next = this.#findNext();
    if (next >= indent && match(ITEM, this.#getLine(), next) !== undefined) return this.#readList(next, holder);
    return next > indent ? this.#readMap(next, holder) : this.#doubt(undefined);
  }

  #readList(indent: number, holder: Holder): unknown[] {
    this.#note(holder, indent);
    const values: unknown[] = [];
    let next = indent;
    for (; next === indent && !this.#isDoubtful; next = this.#findNext()) {
      const line = this.#getLine();
      const sign = match(ITEM, line, indent)?.[0];
      if (sign === undefined) return values;
      const start = indent + sign.length;
      const inner = this.#hold(holder, values.length);
      if (match(KEY, line, start) === undefined) values.push(this.#readBeside(line.slice(start), inner));
      else {
        // What follows the sign is read as the first line of a group so far indented.
        this.#lines[this.#row] = `${' '.repeat(start)}${line.slice(start)}`;
        values.push(this.#readMap(start, inner));
      }
    }
    return next > indent ? this.#doubt(values) : values;
  }

  /** A value that ends the line it stands in. */
  #readBeside(text: string, holder: Holder): unknown {
    const line = this.#getLine();
    this.#at = line.length - text.length;
    if (!/^["'[{]/.test(text)) {
      this.#note(holder, this.#at);
      this.#row += 1;
      return parseScalar(text) ?? this.#doubt(undefined);
    }
    const value = this.#readFlow(line, holder);
    this.#row += 1;
    return this.#at === line.length ? value : this.#doubt(undefined);
  }

  #readFlow(line: string, holder: Holder): unknown {
    this.#note(holder, this.#at);
    if (this.#isDoubtful) return undefined;
    const sign = line[this.#at];
    if (sign === '[') return this.#readFlowList(line, holder);
    if (sign === '{') return this.#readFlowMap(line, holder);
    const quoted = this.#take(QUOTED, line);
    if (quoted !== undefined) return quoted[1] ?? quoted[2];
    return parseScalar(this.#take(FLOW_TEXT, line)?.[0].trimEnd() ?? '') ?? this.#doubt(undefined);
  }

  #readFlowList(line: string, holder: Holder): unknown[] {
    const values: unknown[] = [];
    do {
      this.#skipSign(line);
      values.push(this.#readFlow(line, this.#hold(holder, values.length)));
    } while (this.#isFollowed(line, ']'));
    return values;
  }

  #readFlowMap(line: string, holder: Holder): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    do {
      this.#skipSign(line);
      const place = this.#getPlace(this.#at);
      const name = this.#take(FLOW_KEY, line)?.[1];
      if (name === undefined || Object.hasOwn(values, name)) return this.#doubt(values);
      values[name] = this.#readFlow(line, this.#hold(holder, name, place));
    } while (this.#isFollowed(line, '}'));
    return values;
  }

  /** Whether a comma follows; else the bracket that closes is taken. */
  #isFollowed(line: string, closing: string): boolean {
    if (this.#isDoubtful) return false;
    while (line[this.#at] === ' ') this.#at += 1;
    if (line[this.#at] === ',') return true;
    if (line[this.#at] !== closing) this.#isDoubtful = true;
    this.#at += 1;
    return false;
  }

  /** Goes behind an opening bracket or a comma and the spaces after it. */
  #skipSign(line: string): void {
    this.#at += 1;
    while (line[this.#at] === ' ') this.#at += 1;
  }

  #take(pattern: RegExp, line: string): RegExpExecArray | undefined {
    const found = match(pattern, line, this.#at);
    this.#at += found?.[0].length ?? 0;
    return found;
  }

  #hold({ key, depth }: Holder, name: string | number, place?: Place): Holder {
    return { key: key === '' ? String(name) : `${key}.${name}`, place, depth: depth + 1 };
  }

  #note({ key, place, depth }: Holder, column: number): void {
    this.#count += 1;
    if (depth > MOST_DEPTH || this.#count > MOST_VALUES) this.#isDoubtful = true;
    this.#places.push(packPlace(key, this.#getPlace(column), place));
  }

  #getPlace(column: number): Place {
    return [this.#row + 1 + this.#linesAbove, column + 1];
  }

  #doubt<T>(value: T): T {
    this.#isDoubtful = true;
    return value;
  }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
