/** Where characters of the source went. */
export type Place =
  /** Stands word for word in a field or a section of a file. */
  | { kind: 'placed'; file: string; field: string }
  /** Was turned into a value: a tick, the number of a level. */
  | { kind: 'read'; field: string }
  /** The form's own words: titles, labels, dots. */
  | { kind: 'furniture' }
  /** A person's name or telephone number: told to who imports, written nowhere. */
  | { kind: 'private' }
  /** Belongs to no field of the form: kept word for word in a note. */
  | { kind: 'unplaced' };

/** A part of one line; `line` counts from 0 within the form. */
export interface Span {
  line: number;
  start: number;
  end: number;
}

export interface SourceLine {
  /** Line of the source file after its markup was resolved, from 1. */
  number: number;
  text: string;
}

interface Mark extends Span {
  place: Place;
}

/** The lines of one form, of which every character can be taken once. What nobody took is found at the end. */
export class SourceText {
  readonly lines: readonly SourceLine[];
  #marks: Mark[][];

  constructor(lines: readonly SourceLine[]) {
    this.lines = lines;
    this.#marks = lines.map(() => []);
  }

  getText({ line, start, end }: Span): string {
    return this.lines[line]?.text.slice(start, end) ?? '';
  }

  /** The whole of some lines, without blank ones. */
  getSpans(from: number, until: number): Span[] {
    const spans: Span[] = [];
    for (let line = from; line < until; line++) spans.push({ line, start: 0, end: this.lines[line]?.text.length ?? 0 });
    return spans.flatMap((span) => this.trim(span));
  }

  /** The span without spaces around; none where it is blank. */
  trim(span: Span): Span[] {
    const text = this.getText(span);
    const start = span.start + (text.length - text.trimStart().length);
    return text.trim() === '' ? [] : [{ line: span.line, start, end: start + text.trim().length }];
  }

  /** Says where characters went. Throws where one of them is taken already: nothing may stand in two places. */
  mark(spans: readonly Span[], place: Place): void {
    for (const span of spans.flatMap((item) => this.trim(item))) {
      const marks = this.#marks[span.line] ?? [];
      if (marks.some((mark) => mark.start < span.end && span.start < mark.end)) {
        throw new Error(`characters of line ${this.lines[span.line]?.number} were taken twice`);
      }
      marks.push({ ...span, place });
      marks.sort((a, b) => a.start - b.start);
    }
  }

  /** What is not taken yet, in order. */
  findUnmarked(): Span[] {
    return this.lines.flatMap(({ text }, line) => {
      const ends = [0, ...(this.#marks[line] ?? []).map((mark) => mark.end)];
      const starts = [...(this.#marks[line] ?? []).map((mark) => mark.start), text.length];
      return ends.flatMap((start, index) => this.trim({ line, start, end: starts[index] ?? start }));
    });
  }

  /** Every taken part with its text, in order. */
  listMarks(): (SourceLine & { place: Place })[] {
    return this.#marks.flatMap((marks, line) =>
      marks.map((mark) => ({ number: this.lines[line]?.number ?? 0, text: this.getText(mark), place: mark.place })),
    );
  }

  /** Several spans as one text with a space between, and the way back from its offsets. */
  join(spans: readonly Span[]): JoinedText {
    const starts: number[] = [];
    let text = '';
    for (const span of spans) {
      if (text !== '') text += ' ';
      starts.push(text.length);
      text += this.getText(span);
    }
    const slice = (from: number, until: number): Span[] =>
      spans.flatMap((span, index) => {
        const base = (starts[index] ?? 0) - span.start;
        const start = Math.max(span.start, from - base);
        const end = Math.min(span.end, until - base);
        return end > start ? [{ line: span.line, start, end }] : [];
      });
    return { text, slice };
  }
}

export interface JoinedText {
  text: string;
  /** The parts of the source between two offsets of the text. */
  slice: (from: number, until: number) => Span[];
}
