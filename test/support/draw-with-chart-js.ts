import { getConfig } from '#charts/config.ts';
import { type ChartModel, getSize, type SizeName } from '#charts/model.ts';
import { Chart } from '#charts/register.ts';
import { SvgContext } from '#charts/svg-context.ts';
import type { Theme } from '#charts/theme.ts';

/** What a browser's Chart.js draws of a model, written as SVG. */
export function drawWithChartJs(model: ChartModel, name: SizeName, theme: Theme): string {
  const size = getSize(model, name);
  const context = new SvgContext(size.width, size.height);
  // Chart.js knows canvases only; it draws on whatever context it is given, and clears it when it is done with.
  const chart = new Chart(context.canvas as unknown as HTMLCanvasElement, getConfig(model, theme, size));
  const markup = context.getMarkup();
  chart.destroy();
  return markup;
}
