import { getConfig } from './config.ts';
import { type ChartModel, getSize, type SizeName } from './model.ts';
import { Chart } from './register.ts';
import { SvgContext } from './svg-context.ts';
import { PAGE_THEME, type Theme } from './theme.ts';

/** A drawing as the inside of an svg element, with its size in pixels. */
export interface Drawn {
  markup: string;
  width: number;
  height: number;
}

/** Draws a chart as SVG. The same model gives the same bytes. */
export function drawSvg(model: ChartModel, name: SizeName, theme: Theme = PAGE_THEME): Drawn {
  const size = getSize(model, name);
  const context = new SvgContext(size.width, size.height);
  // Chart.js knows canvases only; it draws on whatever context it is given, and clears it when it is done with.
  const canvas = context.canvas as unknown as HTMLCanvasElement;
  const chart = new Chart(canvas, getConfig(model, theme, size));
  const markup = context.getMarkup();
  chart.destroy();
  return { markup, width: size.width, height: size.height };
}
