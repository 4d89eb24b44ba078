import { ASCENT, countUnits, measureContent, scaleUnits, type Weight } from './font.ts';
import { type ChartModel, getSize, type SizeName, type Tone } from './model.ts';
import { PICTURE_THEME } from './theme.ts';

/** A chart on its own, to be shared or printed elsewhere: it carries what the page around it says. */
export interface Picture {
  /** Whose it is: site, agency, year. */
  eyebrow: string;
  /** Title and finding as pieces between which a line may break. */
  title: string[];
  finding: string[];
  tone: Tone;
  /** Absent where there is nothing to draw; the words then have the whole picture. */
  chart?: ChartModel;
  /** Where the figures come from, as of which day, and the address of the page. */
  source: string;
  asOf: string;
  address: string;
}

/** The size that social networks show uncut. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

export interface TextLine {
  text: string;
  x: number;
  /** Base line. */
  y: number;
  letter: number;
  weight: Weight;
  color: string;
  anchor: 'start' | 'end';
}

/** Where everything stands in a picture, in pixels. */
export interface PictureLayout {
  lines: TextLine[];
  rects: { x: number; y: number; width: number; height: number; color: string }[];
  chart?: { model: ChartModel; size: SizeName; x: number; y: number; scale: number };
}

const EDGE = 48;
const GUTTER = 40;
const FOOT = 92;
const HEAD = 104;
/** Half of the picture at most is the chart's; it is drawn in its narrow size, whose letters stay legible in a thumbnail. */
const CHART_WIDTH = 560;
const CHART_SIZE = 'narrow';

/** Letters of title and finding, largest first; a title that does not fit at the last is cut with an ellipsis. */
const LETTERS = [
  [46, 30],
  [40, 27],
  [36, 25],
  [32, 24],
  [28, 22],
] as const;

/** Lines of Thai need room for a vowel and a tone above and a vowel below. */
const LEADING = 1.5;

/** Lays out a picture; pure, so that SVG and PNG are the same drawing. */
export function layPicture(picture: Picture): PictureLayout {
  const { width, height } = PICTURE_SIZE;
  const { ink, soft, line, paper } = PICTURE_THEME;
  const foot = height - FOOT;
  const chart = picture.chart === undefined ? undefined : placeChart(picture.chart, foot);
  const textWidth = (chart === undefined ? width - EDGE : chart.x - GUTTER) - EDGE;
  const write = (text: string, x: number, y: number, rest: Partial<TextLine>): TextLine => {
    return { text, x, y, letter: 20, weight: 400, color: soft, anchor: 'start', ...rest };
  };
  const whole = width - 2 * EDGE;
  return {
    rects: [
      { x: 0, y: 0, width, height, color: paper },
      { x: 0, y: 0, width: 12, height, color: PICTURE_THEME[picture.tone] },
      { x: EDGE, y: foot, width: whole, height: 1, color: line },
    ],
    lines: [
      write(cut(picture.eyebrow, 24, 400, whole), EDGE, 66, { letter: 24 }),
      ...layWords(picture, textWidth, foot - HEAD - 12),
      write(cut(picture.source, 19, 400, whole), EDGE, foot + 36, { letter: 19 }),
      write(picture.asOf, EDGE, foot + 70, { letter: 19 }),
      write(cut(picture.address, 19, 600, whole * 0.7), width - EDGE, foot + 70, {
        letter: 19,
        weight: 600,
        color: ink,
        anchor: 'end',
      }),
    ],
    ...(chart === undefined ? {} : { chart }),
  };
}

function placeChart(model: ChartModel, foot: number): NonNullable<PictureLayout['chart']> {
  const size = getSize(model, CHART_SIZE);
  const room = foot - HEAD;
  const scale = Math.min(CHART_WIDTH / size.width, room / size.height);
  const y = HEAD - 8 + (room - size.height * scale) / 2;
  return { model, size: CHART_SIZE, x: PICTURE_SIZE.width - EDGE - size.width * scale, y, scale };
}

/** Title and finding in the largest letters that fit. */
function layWords({ title, finding }: Picture, width: number, room: number): TextLine[] {
  for (const [large, small] of LETTERS) {
    const titleLines = wrap(title, large, 600, width);
    const findingLines = wrap(finding, small, 400, width);
    const height = (titleLines.length * large + findingLines.length * small) * LEADING + 16;
    if (height <= room) return stack(titleLines, large, findingLines, small);
  }
  const [large, small] = LETTERS[LETTERS.length - 1] ?? [28, 22];
  const findingLines = wrap(finding, small, 400, width);
  const left = Math.max(1, Math.floor((room - 16 - findingLines.length * small * LEADING) / (large * LEADING)));
  const lines = wrap(title, large, 600, width);
  const kept = lines.slice(0, left);
  if (lines.length > left) kept.push(cut(`${kept.pop() ?? ''}…`, large, 600, width));
  return stack(kept, large, findingLines, small);
}

function stack(title: string[], large: number, finding: string[], small: number): TextLine[] {
  let y = HEAD;
  const lay = (text: string, letter: number, weight: Weight, color: string): TextLine => {
    const line = { text, x: EDGE, y: y + letter * (ASCENT + (LEADING - 1) / 2), letter, weight, color };
    y += letter * LEADING;
    return { ...line, anchor: 'start' };
  };
  const titleLines = title.map((text) => lay(text, large, 600, PICTURE_THEME.ink));
  y += 16;
  return [...titleLines, ...finding.map((text) => lay(text, small, 400, PICTURE_THEME.ink))];
}

/** As many pieces on a line as it holds; a piece that is wider than a line is broken between its letters. */
export function wrap(pieces: readonly string[], letter: number, weight: Weight, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let units = 0;
  for (const piece of pieces.flatMap((one) => breakUp(one, letter, weight, width))) {
    // A space at the end of a line takes no room.
    const shown = piece.trimEnd();
    if (line !== '' && shown !== '' && scaleUnits(units + countUnits(shown, weight), letter) > width) {
      lines.push(line.trim());
      line = '';
      units = 0;
    }
    line += piece;
    units += countUnits(piece, weight);
  }
  if (line.trim() !== '') lines.push(line.trim());
  return lines;
}

function breakUp(piece: string, letter: number, weight: Weight, width: number): string[] {
  if (measureContent(piece.trimEnd(), letter, weight) <= width) return [piece];
  // A letter with its marks, which must not be parted.
  const letters = piece.match(/\P{M}\p{M}*/gu) ?? [];
  const parts = [''];
  for (const one of letters) {
    const last = parts.length - 1;
    if (measureContent(parts[last] + one, letter, weight) > width) parts.push(one);
    else parts[last] += one;
  }
  return parts;
}

function cut(text: string, letter: number, weight: Weight, width: number): string {
  if (measureContent(text, letter, weight) <= width) return text;
  const letters = text.replace(/…$/, '').match(/\P{M}\p{M}*/gu) ?? [];
  while (letters.length > 0 && measureContent(`${letters.join('')}…`, letter, weight) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
