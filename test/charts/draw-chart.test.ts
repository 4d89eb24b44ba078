import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartModel, SizeName } from '#charts/model.ts';
import { drawSvg } from '#charts/render-svg.ts';
import { PAGE_THEME, PICTURE_THEME, type Theme } from '#charts/theme.ts';
import { anyChart } from '../support/any-chart.ts';
import { thai } from '../support/build-site.ts';
import { listCharts } from '../support/chart-site.ts';
import { drawWithChartJs } from '../support/draw-with-chart-js.ts';

const WAYS: [SizeName, Theme][] = [
  ['wide', PAGE_THEME],
  ['narrow', PICTURE_THEME],
];

/** The drawing, or that it cannot be drawn. */
function attempt(draw: () => string): string {
  try {
    return draw();
  } catch (error) {
    return String(error);
  }
}

function compare(model: ChartModel): void {
  for (const [size, theme] of WAYS) {
    expect(attempt(() => drawSvg(model, size, theme).markup)).toBe(attempt(() => drawWithChartJs(model, size, theme)));
  }
}

describe('what the build draws is what Chart.js draws in a browser, to the byte', () => {
  test.each(listCharts(thai))('%s', (_, model) => compare(model));

  test('of any chart', () => {
    fc.assert(fc.property(anyChart, compare), { numRuns: 120, seed: 4287 });
  });
});
