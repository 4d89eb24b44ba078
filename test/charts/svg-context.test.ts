import { describe, expect, test } from 'vitest';
import { SvgContext } from '#charts/svg-context.ts';

const FONT = "600 10px 'IBM Plex Sans Thai Looped'";

function draw(use: (context: SvgContext) => void): string {
  const context = new SvgContext(200, 100);
  context.font = FONT;
  use(context);
  return context.getMarkup();
}

describe('the context that writes SVG', () => {
  test('keeps text as text, escaped, in its place', () => {
    const markup = draw((context) => {
      context.fillStyle = 'var(--ink)';
      context.textAlign = 'center';
      context.fillText('น้ำ <5 & “ที่”', 20.04, 30);
    });
    expect(markup).toBe(
      '<text x="20" y="30" font-size="10" font-weight="600" text-anchor="middle" fill="var(--ink)">น้ำ &lt;5 &amp; “ที่”</text>',
    );
  });

  test('sets a line by its middle, top or bottom as browsers do: by the font’s ascent and descent within one em', () => {
    const y = (baseline: CanvasTextBaseline) =>
      Number(
        / y="([\d.]+)"/.exec(
          draw((context) => {
            context.textBaseline = baseline;
            context.fillText('ก', 0, 50);
          }),
        )?.[1],
      );
    expect(y('alphabetic')).toBe(50);
    expect(y('top')).toBeCloseTo(56.8, 1);
    expect(y('middle')).toBeCloseTo(51.8, 1);
    expect(y('bottom')).toBeCloseTo(46.8, 1);
  });

  test('writes lines, boxes and circles to one decimal', () => {
    const markup = draw((context) => {
      context.strokeStyle = 'red';
      context.setLineDash([7, 4]);
      context.lineWidth = 2;
      context.beginPath();
      context.moveTo(0.123, 1);
      context.lineTo(10, 1.06);
      context.stroke();
      context.fillRect(5, 5, -2, 3);
      context.beginPath();
      context.arc(50, 50, 4, 0, Math.PI * 2);
      context.fill();
    });
    expect(markup).toContain(
      '<path d="M0.1 1L10 1.1" fill="none" stroke="red" stroke-width="2" stroke-dasharray="7 4"/>',
    );
    expect(markup).toContain('<rect x="3" y="5" width="2" height="3"');
    expect(markup).toContain('A4 4 0 0 1 46 50A4 4 0 0 1 54 50Z');
  });

  test('moves the origin and puts everything back', () => {
    const markup = draw((context) => {
      context.save();
      context.translate(10, 20);
      context.fillStyle = 'red';
      context.setLineDash([1]);
      context.fillRect(0, 0, 1, 1);
      context.restore();
      context.fillRect(0, 0, 1, 1);
      expect(context.getLineDash()).toEqual([]);
    });
    expect(markup).toBe(
      '<rect x="10" y="20" width="1" height="1" fill="red"/><rect x="0" y="0" width="1" height="1" fill="#000"/>',
    );
  });

  test.each<[string, (context: SvgContext) => void]>([
    ['a property it does not know', (context) => Object.assign(context, { shadowBlur: 3 })],
    [
      'a method it does not have',
      (context) => (context as unknown as CanvasRenderingContext2D).ellipse(0, 0, 1, 1, 0, 0, 1),
    ],
    ['a length that is not a number', (context) => context.fillRect(Number.NaN, 0, 1, 1)],
    ['an infinite length', (context) => context.moveTo(0, Number.POSITIVE_INFINITY)],
    ['text turned on its side', (context) => context.rotate(1)],
    ['scaling', (context) => context.setTransform(2, 0, 0, 2, 0, 0)],
    ['clearing a part', (context) => context.clearRect(10, 10, 20, 20)],
    ['a letter that the font lacks', (context) => context.fillText('漢', 0, 0)],
    ['an unknown line of text', (context) => Object.assign(context, { textBaseline: 'hanging' }).fillText('ก', 0, 0)],
    ['an unknown end of text', (context) => Object.assign(context, { textAlign: 'justify' }).fillText('ก', 0, 0)],
    ['a font without a size', (context) => Object.assign(context, { font: 'large serif' }).measureText('ก')],
    ['an arc against the clock', (context) => context.arc(0, 0, 1, 1, 0)],
  ])('refuses %s', (_, use) => {
    expect(() => draw(use)).toThrow();
  });

  test('is empty again when it is cleared whole', () => {
    expect(
      draw((context) => {
        context.fillRect(0, 0, 1, 1);
        context.clearRect(0, 0, 200, 100);
      }),
    ).toBe('');
  });
});
