import { getConfig } from './config.ts';
import { FONT_FAMILY, FONT_STACK } from './font.ts';
import { findFontFile, WEIGHTS } from './font-file.ts';
import { getSize } from './model.ts';
import { indexColors } from './palette.ts';
import { layPicture, PICTURE_SIZE, type Picture, type PictureLayout } from './picture.ts';
import { Chart } from './register.ts';
import { PICTURE_THEME } from './theme.ts';
import { writePng } from './write-png.ts';

type CanvasLibrary = typeof import('@napi-rs/canvas');

/** A picture as PNG, with the site's own font whatever machine it is made on. The same picture gives the same bytes. */
export async function renderPicturePng(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const library = await loadLibrary();
  const { width, height } = PICTURE_SIZE;
  const layout = layPicture(picture);
  const canvas = library.createCanvas(width, height);
  const context = canvas.getContext('2d');
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
  if (layout.chart !== undefined) drawChart(library, context, layout.chart);
  // Four bytes a pixel in the order of the machine, which is little-endian wherever the library runs.
  const pixels = canvas.data();
  const indexed = indexColors(new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4));
  // The library frees a canvas between two turns of the event loop only: without one each picture keeps a megabyte.
  await new Promise((resolve) => setImmediate(resolve));
  return writePng(indexed, width, height);
}

function drawChart(
  { createCanvas }: CanvasLibrary,
  context: ReturnType<ReturnType<CanvasLibrary['createCanvas']>['getContext']>,
  { model, size: name, x, y, scale }: NonNullable<PictureLayout['chart']>,
): void {
  const size = getSize(model, name);
  const canvas = createCanvas(size.width, size.height);
  const config = getConfig(model, PICTURE_THEME, size);
  // The library's canvas is one in all that Chart.js asks of it without a DOM.
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
    ...config,
    options: { ...config.options, devicePixelRatio: scale },
  });
  context.drawImage(canvas, Math.round(x), Math.round(y));
  chart.destroy();
}

let library: Promise<CanvasLibrary> | undefined;

/** Loaded at the first picture: a build without any needs no native code. */
function loadLibrary(): Promise<CanvasLibrary> {
  library ??= importLibrary();
  return library;
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
