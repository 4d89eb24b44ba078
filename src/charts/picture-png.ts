import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { drawChart } from './draw-chart.ts';
import { FONT_FAMILY, FONT_STACK } from './font.ts';
import { findFontFile, WEIGHTS } from './font-file.ts';
import { getSize } from './model.ts';
import { indexColors } from './palette.ts';
import type { Pen } from './pen.ts';
import { layPicture, PICTURE_SIZE, type Picture, type PictureLayout } from './picture.ts';
import { PICTURE_THEME } from './theme.ts';
import { writePng } from './write-png.ts';

type CanvasLibrary = typeof import('@napi-rs/canvas');

/** A picture as PNG, with the site's own font whatever machine it is made on. The same picture gives the same bytes. */
export async function renderPicturePng(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = await getCanvas();
  const { width, height } = PICTURE_SIZE;
  const layout = layPicture(picture);
  const context = canvas.getContext('2d');
  // Whatever the picture before it left behind, even one that could not be drawn to its end.
  context.reset();
  context.fontKerning = 'none';
  for (const rect of layout.rects) {
    context.fillStyle = rect.color;
    context.fillRect(rect.x, rect.y, rect.width, rect.height);
  }
  for (const line of layout.lines) {
    context.font = `${line.weight} ${line.letter}px ${FONT_STACK}`;
    context.textAlign = line.anchor;
    context.fillStyle = line.color;
    context.fillText(line.text, line.x, line.y);
  }
  if (layout.chart !== undefined) drawPictureChart(context, layout.chart);
  // Four bytes a pixel in the order of the machine, which is little-endian wherever the library runs.
  const pixels = canvas.data();
  const indexed = indexColors(new Int32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4));
  // The library frees pixels between two turns of the event loop only: without one each picture keeps megabytes.
  await new Promise((resolve) => setImmediate(resolve));
  return writePng(indexed, width, height);
}

/** On whole pixels of the picture, so that the lines of its axes are sharp. */
function drawPictureChart(
  context: SKRSContext2D,
  { model, size, x, y, scale }: NonNullable<PictureLayout['chart']>,
): void {
  context.translate(Math.round(x), Math.round(y));
  context.scale(scale, scale);
  // The library's context is one in all that is drawn with it.
  const ctx = context as unknown as Pen;
  drawChart({ ctx, model, theme: PICTURE_THEME, size: getSize(model, size) }, scale);
}

let canvas: Promise<Canvas> | undefined;

/** One for all pictures, each of which covers it whole. Made at the first: a build without any needs no native code. */
function getCanvas(): Promise<Canvas> {
  canvas ??= makeCanvas();
  return canvas;
}

async function makeCanvas(): Promise<Canvas> {
  const { createCanvas } = await importLibrary();
  return createCanvas(PICTURE_SIZE.width, PICTURE_SIZE.height);
}

async function importLibrary(): Promise<CanvasLibrary> {
  // Fonts of the machine would make other bytes on each.
  process.env.DISABLE_SYSTEM_FONTS_LOAD = '1';
  const loaded = await import('@napi-rs/canvas');
  for (const weight of WEIGHTS) {
    for (const script of ['latin', 'thai'] as const) {
      const file = findFontFile(script, weight);
      if (!loaded.GlobalFonts.registerFromPath(file, FONT_FAMILY)) throw new Error(`cannot read the font ${file}`);
    }
  }
  return loaded;
}
