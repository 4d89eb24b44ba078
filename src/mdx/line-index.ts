import type { Place } from '#domain/entry.ts';

/** Turns offsets of a text into places and back. */
export class LineIndex {
  #text: string;
  #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Line and column (1-based, UTF-16 units) of an offset. */
  getPlace(offset: number): Place {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (this.#starts[low] ?? 0) + 1];
  }

  /** The offset of a place. */
  getOffset(line: number, column: number): number {
    return (this.#starts[line - 1] ?? this.#text.length) + column - 1;
  }

  /** The offset at which the longest line begins. */
  findLongest(): number {
    const lengths = this.#starts.map((start, index) => (this.#starts[index + 1] ?? this.#text.length) - start);
    const longest = lengths.reduce((best, length, index) => (length > (lengths[best] ?? 0) ? index : best), 0);
    return this.#starts[longest] ?? 0;
  }
}
