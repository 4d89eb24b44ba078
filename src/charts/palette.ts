/** A drawing in at most 256 colours: an index a pixel, and what each index stands for. */
export interface Indexed {
  palette: Color[];
  indexes: Uint8Array;
}

type Color = [red: number, green: number, blue: number];

const MOST = 256;

/** Red, green and blue of a pixel. Without its opacity, the same everywhere, it is a number that is quick to look up. */
const OPAQUE = 0xffffff;

/**
 * The colours of an opaque drawing, one number a pixel: red in the lowest byte, then green and blue. A chart has a dozen
 * colours and their blends at the edges of letters: the commonest stay exactly as they are, a rare blend takes the
 * nearest of them. A third of the bytes of the same drawing in full colour, and always the same ones.
 */
export function indexColors(pixels: Int32Array): Indexed {
  const { colors, counts, runs, ends } = findRuns(pixels);
  const sorted = [...colors.keys()].sort((a, b) => at(counts, b) - at(counts, a) || at(colors, a) - at(colors, b));
  const palette = sorted.slice(0, MOST).map((color) => split(at(colors, color)));
  const places = new Uint8Array(colors.length);
  sorted.forEach((color, rank) => {
    places[color] = rank < MOST ? rank : findNearest(split(at(colors, color)), palette);
  });
  const indexes = new Uint8Array(pixels.length);
  let start = 0;
  for (let run = 0; run < runs.length; run++) {
    const place = at(places, at(runs, run));
    // Most runs are a pixel or two, the edge of a letter, for which a fill would take longer.
    for (const end = at(ends, run); start < end; start++) indexes[start] = place;
  }
  return { palette, indexes };
}

/** The colours in the order in which they are met, and pixels that are like the one before them taken together. */
interface Runs {
  colors: number[];
  /** How many pixels have each colour. */
  counts: number[];
  /** Of each run, the place of its colour in `colors`, and where it ends. */
  runs: number[];
  ends: number[];
}

function findRuns(pixels: Int32Array): Runs {
  const found: Runs = { colors: [], counts: [], runs: [], ends: [] };
  const known = new Map<number, number>();
  let start = 0;
  for (let end = findEnd(pixels, start); start < pixels.length; start = end, end = findEnd(pixels, start)) {
    const color = at(pixels, start) & OPAQUE;
    let place = known.get(color);
    if (place === undefined) {
      place = found.colors.push(color) - 1;
      found.counts.push(0);
      known.set(color, place);
    }
    found.counts[place] = at(found.counts, place) + end - start;
    found.runs.push(place);
    found.ends.push(end);
  }
  return found;
}

/** Where the pixels that are like the one at `start` end. */
function findEnd(pixels: Int32Array, start: number): number {
  const color = pixels[start];
  let end = start + 1;
  while (end < pixels.length && pixels[end] === color) end++;
  return end;
}

function at(list: ArrayLike<number>, index: number): number {
  return list[index] ?? 0;
}

function split(color: number): Color {
  return [color & 255, (color >> 8) & 255, (color >> 16) & 255];
}

function findNearest([red, green, blue]: Color, palette: readonly Color[]): number {
  let [nearest, least] = [0, Number.POSITIVE_INFINITY];
  palette.forEach(([r, g, b], place) => {
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [nearest, least] = [place, distance];
  });
  return nearest;
}
