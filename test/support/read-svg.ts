import { measureText } from '#charts/font.ts';

/** A text of a drawing with the room it takes, in pixels. */
export interface DrawnText {
  text: string;
  left: number;
  right: number;
  y: number;
}

/** The texts that are filled; their halos, which are drawn before them, are not counted twice. */
export function readTexts(markup: string): DrawnText[] {
  return [...markup.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].flatMap(([, attributes = '', escaped = '']) => {
    if (attributes.includes('fill="none"')) return [];
    const text = escaped
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    const x = read(attributes, 'x');
    const width = measureText(
      text,
      read(attributes, 'font-size'),
      attributes.includes('font-weight="600"') ? 600 : 400,
    );
    const share = attributes.includes('"middle"') ? 0.5 : attributes.includes('"end"') ? 1 : 0;
    return [{ text, left: x - width * share, right: x + width * (1 - share), y: read(attributes, 'y') }];
  });
}

/** Filled boxes: bars, keys of the legend, tinted parts. Those drawn as a path are boxes too where all their sides are straight. */
export function readRects(markup: string): { x: number; y: number; width: number; height: number; fill: string }[] {
  const rects = [...markup.matchAll(/<rect ([^>]*)\/>/g)].map(([, attributes = '']) => ({
    x: read(attributes, 'x'),
    y: read(attributes, 'y'),
    width: read(attributes, 'width'),
    height: read(attributes, 'height'),
    fill: /fill="([^"]*)"/.exec(attributes)?.[1] ?? '',
  }));
  const paths = [...markup.matchAll(/<path d="M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H[\d.]+Z" fill="([^"]*)"/g)].map(
    ([, x, y, right, bottom, fill = '']) => ({
      x: Number(x),
      y: Number(y),
      width: Number(right) - Number(x),
      height: Number(bottom) - Number(y),
      fill,
    }),
  );
  return [...rects.filter(({ width, height }) => width !== 12 || height !== 12), ...paths];
}

function read(attributes: string, name: string): number {
  return Number(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? Number.NaN);
}
