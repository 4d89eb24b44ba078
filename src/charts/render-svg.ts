import { spend } from '#data/phases.ts';
import { drawChart } from './draw-chart.ts';
import { type ChartModel, getSize, type Size, type SizeName } from './model.ts';
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
  return spend('charts', () => draw(model, getSize(model, name), theme));
}

function draw(model: ChartModel, size: Size, theme: Theme): Drawn {
  const context = new SvgContext(size.width, size.height);
  drawChart({ ctx: context, model, theme, size });
  return { markup: context.getMarkup(), width: size.width, height: size.height };
}
