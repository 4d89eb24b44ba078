import type { LineIndex } from './line-index.ts';

/** Tags left over from their other ends that were told already: one mistake, told once. */
export class LeftTags {
  /** How many closing tags of each component, in lower case, are to be expected. */
  left = new Map<string, number>();
  /** Closing tags told, by component: their openings are to be expected before them. */
  #orphans = new Map<string, number>();
  #blamed = new Set<number>();
  #lines: LineIndex;

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  /** Whether the tag at an offset only follows from a mistake that was told before. */
  isKnown(source: string, offset: number, message: string): boolean {
    const name = /^<\/?(\w+)/.exec(source.slice(offset, offset + 40))?.[1]?.toLowerCase() ?? '';
    const left = this.left.get(name) ?? 0;
    if (source[offset + 1] !== '/') {
      const closing = getErrorOffset(this.#lines, message);
      if (closing !== undefined && closing !== offset) this.#blamed.add(closing);
      if (offset < (this.#orphans.get(name) ?? -1)) {
        this.#orphans.delete(name);
        return true;
      }
      const isSingle = /^<[^>]*\/>/.test(source.slice(offset, offset + 4000));
      if (!isSingle) this.left.set(name, left + 1);
      return false;
    }
    if (this.#blamed.has(offset)) return true;
    if (left > 0) this.left.set(name, left - 1);
    else this.#orphans.set(name, offset);
    return left > 0;
  }
}

/** The offset of the tag to blame: of the opening one where two do not match, else of the one the parser names. */
export function findTag(text: string, lines: LineIndex, message: string): number | undefined {
  const opening = /corresponding closing tag for `<[^`]*>` \((\d+):(\d+)\)/.exec(message);
  const offset =
    opening === null ? getErrorOffset(lines, message) : lines.getOffset(Number(opening[1]), Number(opening[2]));
  return offset !== undefined && text[offset] === '<' ? offset : undefined;
}

function getErrorOffset(lines: LineIndex, message: string): number | undefined {
  const at = /^(\d+):(\d+)/.exec(message);
  return at === null ? undefined : lines.getOffset(Number(at[1]), Number(at[2]));
}
