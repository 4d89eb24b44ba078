import { readFileSync } from 'node:fs';
import { FONT_FAMILY, FONT_STACK } from './font.ts';
import { findFontFile, WEIGHTS } from './font-file.ts';
import { layPicture, PICTURE_SIZE, type Picture, type TextLine } from './picture.ts';
import { drawSvg } from './render-svg.ts';
import { escapeXml, roundLength } from './svg-text.ts';
import { PICTURE_THEME } from './theme.ts';

/** A picture as a file of its own: text stays text, and the Thai letters' font is in it, for many machines have none. */
export function writePictureSvg(picture: Picture): string {
  const { width, height } = PICTURE_SIZE;
  const { rects, lines, chart } = layPicture(picture);
  const boxes = rects.map((rect) => {
    return `<rect x="${rect.x}" y="${rect.y}" width="${rect.width}" height="${rect.height}" fill="${rect.color}"/>`;
  });
  const drawing =
    chart === undefined
      ? ''
      : `<g transform="translate(${roundLength(chart.x)} ${roundLength(chart.y)}) scale(${chart.scale.toFixed(4)})">${drawSvg(chart.model, chart.size, PICTURE_THEME).markup}</g>`;
  const title = escapeXml(picture.title.join(''));
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(FONT_STACK)}" font-kerning="none" role="img" aria-labelledby="title finding">
<title id="title">${title}</title>
<desc id="finding">${escapeXml(picture.finding.join(''))}</desc>
<style>${getFaces()}</style>
${boxes.join('')}${lines.map(writeLine).join('')}${drawing}
</svg>
`;
}

function writeLine({ text, x, y, letter, weight, color, anchor }: TextLine): string {
  const at = `x="${roundLength(x)}" y="${roundLength(y)}" font-size="${letter}" font-weight="${weight}"`;
  return `<text ${at} fill="${color}"${anchor === 'end' ? ' text-anchor="end"' : ''}>${escapeXml(text)}</text>`;
}

let faces: string | undefined;

/** Thai alone: digits and Latin letters there are everywhere, and they would double the file. */
function getFaces(): string {
  faces ??= WEIGHTS.map((weight) => {
    const data = readFileSync(findFontFile('thai', weight)).toString('base64');
    const rules = `font-family:'${FONT_FAMILY}';font-weight:${weight};unicode-range:U+0E01-0E5B`;
    return `@font-face{${rules};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
  }).join('');
  return faces;
}
