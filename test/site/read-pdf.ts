import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text where it was drawn, in millimetres from the left and from the top of its sheet. */
export interface PdfText {
  text: string;
  left: number;
  right: number;
  /** The line the letters stand on. */
  base: number;
}

export interface PdfPage {
  width: number;
  height: number;
  texts: PdfText[];
  /** The drawing commands as they stand in the file: two pages that look the same have the same. */
  drawing: string;
}

const MM = 25.4 / 72;

/**
 * The pages of a PDF that Chromium wrote.
 *
 * Thai needs more than what pdf.js gives: it reads glyph by glyph, and the glyphs of lowered, raised and joined marks
 * stand for no letter of their own. It gives U+0000 for them, and sara am in two pieces. Chromium therefore writes the
 * letters of each such cluster beside its glyphs, as /ActualText, which other readers follow and pdf.js passes over.
 * They are taken from the file here and put in the place of the glyphs; nothing is guessed and no mark is dropped.
 */
export async function readPdf(bytes: Buffer): Promise<PdfPage[]> {
  const drawings = readDrawings(bytes);
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const { numPages } = await task.promise;
  if (drawings.length !== numPages) throw new Error(`${numPages} pages, but ${drawings.length} drawings`);
  const pages = await Promise.all(drawings.map((drawing, index) => readPage(task, index + 1, drawing)));
  await task.destroy();
  return pages;
}

async function readPage(task: ReturnType<typeof getDocument>, number: number, drawing: string): Promise<PdfPage> {
  const page = await (await task.promise).getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const clusters = [...drawing.matchAll(/\/ActualText <FEFF([0-9A-F]*)>/g)].map(([, hex = '']) => decodeUtf16(hex));
  const texts: PdfText[] = [];
  let cluster: PdfText | undefined;
  for (const item of items) {
    if (!('str' in item)) {
      const isCluster = item.type.startsWith('begin') && 'tag' in item && item.tag === 'Span';
      // Chromium also writes the lines past the edge of the sheet; pdf.js leaves those out, and so leaves clusters empty.
      if (cluster !== undefined && !Number.isNaN(cluster.left)) texts.push(cluster);
      cluster = isCluster ? { text: getNext(clusters), left: Number.NaN, right: 0, base: 0 } : undefined;
      continue;
    }
    // White space that pdf.js puts in where it sees a gap.
    if (cluster !== undefined && item.str.trim() === '') continue;
    const x = item.transform[4] - left;
    const place = { left: x * MM, right: (x + item.width) * MM, base: (top - item.transform[5]) * MM };
    if (cluster === undefined) texts.push({ text: item.str, ...place });
    else if (Number.isNaN(cluster.left)) Object.assign(cluster, place);
    else cluster.right = Math.max(cluster.right, place.right);
  }
  if (clusters.length > 0) throw new Error(`page ${number}: ${clusters.length} clusters were not drawn`);
  return { width: (right - left) * MM, height: (top - bottom) * MM, texts, drawing };
}

/** The unpacked content of every page, in order. */
function readDrawings(bytes: Buffer): string[] {
  const file = bytes.toString('latin1');
  // Fonts and pictures say more about themselves than a filter and a length.
  const streams = [...file.matchAll(/<<\/Filter \/FlateDecode\s*\/Length (\d+)>>\s*stream\r?\n/g)];
  return streams
    .map(({ index, 0: head, 1: length }) => {
      const start = index + head.length;
      return inflateSync(bytes.subarray(start, start + Number(length))).toString('latin1');
    })
    .filter((stream) => stream.includes(' Tf'));
}

function decodeUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function getNext(clusters: string[]): string {
  const next = clusters.shift();
  if (next === undefined) throw new Error('more clusters are drawn than the file names');
  return next;
}
