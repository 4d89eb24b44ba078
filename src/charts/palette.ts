/** A drawing in at most 256 colours: an index a pixel, and what each index stands for. */
export interface Indexed {
  palette: [red: number, green: number, blue: number][];
  indexes: Uint8Array;
}

const MOST = 256;

/**
 * The colours of an opaque drawing, one number a pixel: red in the lowest byte, then green and blue. A chart has a dozen
 * colours and their blends at the edges of letters: the commonest stay exactly as they are, a rare blend takes the
 * nearest of them. A third of the bytes of the same drawing in full colour, and always the same ones.
 */
export function indexColors(pixels: Uint32Array): Indexed {
  const counts = countColors(pixels);
  const sorted = [...counts].sort(([a, often], [b, oftener]) => oftener - often || a - b).map(([color]) => color);
  const kept = sorted.slice(0, MOST);
  const index = new Map(kept.map((color, place) => [color, place]));
  for (const rare of sorted.slice(MOST)) index.set(rare, findNearest(rare, kept));
  const indexes = new Uint8Array(pixels.length);
  // Most pixels are like the one before them, which saves looking them up.
  let last = pixels[0];
  let place = index.get(last ?? 0) ?? 0;
  for (let at = 0; at < pixels.length; at++) {
    const color = pixels[at];
    if (color !== last) {
      last = color;
      place = index.get(color ?? 0) ?? 0;
    }
    indexes[at] = place;
  }
  return { palette: kept.map(split), indexes };
}

/** How many pixels have each colour. */
function countColors(pixels: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  let start = 0;
  for (let at = 1; at <= pixels.length; at++) {
    if (pixels[at] === pixels[start]) continue;
    const color = pixels[start] ?? 0;
    counts.set(color, (counts.get(color) ?? 0) + at - start);
    start = at;
  }
  return counts;
}

function split(color: number): [number, number, number] {
  return [color & 255, (color >> 8) & 255, (color >> 16) & 255];
}

function findNearest(color: number, kept: readonly number[]): number {
  const [red, green, blue] = split(color);
  let [nearest, least] = [0, Number.POSITIVE_INFINITY];
  kept.forEach((other, place) => {
    const [r, g, b] = split(other);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [nearest, least] = [place, distance];
  });
  return nearest;
}
