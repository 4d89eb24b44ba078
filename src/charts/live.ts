import { Tooltip, type TooltipItem } from 'chart.js';
import { type Config, getConfig } from './config.ts';
import { FONT_FAMILY } from './font.ts';
import { type ChartModel, getSize, type SizeName } from './model.ts';
import { readModel } from './read-model.ts';
import { Chart } from './register.ts';
import { PAGE_THEME, type Theme } from './theme.ts';

Chart.register(Tooltip);

/** What a drawing depends on beside its model; when one of these changes it is drawn anew. */
const CHANGES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

interface Live {
  model: ChartModel;
  picture: HTMLElement;
  status: HTMLElement;
  chart?: Chart<'bar' | 'line', (number | null)[], string[]>;
  /** Width in CSS pixels that it is drawn for. */
  width: number;
  /** The slot that keys have reached. */
  slot: number;
}

/** Lays the same chart on canvas over its picture, in the same place, and has it answer pointer, finger and keys. */
export async function enliven(
  figure: HTMLElement,
  picture: HTMLElement,
  finger?: { x: number; y: number },
): Promise<void> {
  const data = figure.querySelector('script[type="application/json"]')?.textContent;
  const status = figure.querySelector<HTMLElement>('[role=status]');
  if (data == null || status === null) throw new Error('the figure has no data or no place to speak');
  const model = readModel(data);
  await loadFonts(model);
  const live: Live = { model, picture, status, width: 0, slot: -1 };
  draw(live);
  if (finger !== undefined) answer(live, finger);
  picture.addEventListener('keydown', (event) => move(live, event));
  picture.addEventListener('blur', () => leave(live));
  for (const query of CHANGES) matchMedia(query).addEventListener('change', () => draw(live));
  new ResizeObserver(() => {
    if (picture.clientWidth !== live.width) draw(live);
  }).observe(picture);
}

/** A canvas does not wait for a font: it would draw the first time in another. */
async function loadFonts({ slots, series }: ChartModel): Promise<void> {
  const sample = [...slots.flatMap(({ lines }) => lines), ...series.map(({ label }) => label), '0'].join('');
  const faces = [400, 600].map((weight) => document.fonts.load(`${weight} 12px '${FONT_FAMILY}'`, sample));
  await Promise.all(faces);
}

function draw(live: Live): void {
  const { picture, model } = live;
  const shown = [...picture.querySelectorAll('svg')].find((svg) => svg.getBoundingClientRect().width > 0);
  const name = shown?.dataset.size as SizeName | undefined;
  if (shown === undefined || name === undefined) return;
  const box = shown.getBoundingClientRect();
  const size = getSize(model, name);
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  canvas.style.width = `${box.width}px`;
  canvas.style.height = `${box.height}px`;
  canvas.setAttribute('aria-hidden', 'true');
  const config = getLiveConfig(live, name, (devicePixelRatio * box.width) / size.width);
  live.width = picture.clientWidth;
  const old = live.chart;
  picture.append(canvas);
  live.chart = new Chart(canvas, config);
  // Only now: the picture is never without a drawing.
  picture.dataset.live = '';
  old?.canvas.remove();
  old?.destroy();
  if (live.slot >= 0) point(live);
}

function getLiveConfig(live: Live, name: SizeName, devicePixelRatio: number): Config {
  const { model, picture } = live;
  const theme = readTheme(picture);
  const config = getConfig(model, theme, getSize(model, name));
  const isRows = model.shape === 'rows';
  return {
    ...config,
    options: {
      ...config.options,
      devicePixelRatio,
      events: ['mousemove', 'mouseout', 'click', 'touchstart', 'touchmove'],
      interaction: { mode: 'index', axis: isRows ? 'y' : 'x', intersect: false },
      plugins: {
        tooltip: {
          backgroundColor: theme.ink,
          titleColor: theme.paper,
          bodyColor: theme.paper,
          titleFont: { weight: 600, size: 13, lineHeight: 1.5 },
          bodyFont: { size: 13, lineHeight: 1.5 },
          displayColors: false,
          // As in the table; by itself the order is that of drawing.
          itemSort: (a: TooltipItem<'bar' | 'line'>, b: TooltipItem<'bar' | 'line'>) => a.datasetIndex - b.datasetIndex,
          padding: 10,
          caretPadding: 8,
          // A bar without a figure is an element all the same: what it has to say is why there is none.
          filter: ({ datasetIndex, dataIndex }: TooltipItem<'bar' | 'line'>) =>
            model.series[datasetIndex]?.points[dataIndex] !== undefined || isFirst(model, datasetIndex, dataIndex),
          callbacks: {
            title: ([item]) => model.slots[item?.dataIndex ?? -1]?.name ?? '',
            label: ({ datasetIndex, dataIndex }: TooltipItem<'bar' | 'line'>) =>
              tellPoint(model, datasetIndex, dataIndex),
          },
        },
      },
    },
  };
}

function tellPoint(model: ChartModel, index: number, slot: number): string {
  const series = model.series[index];
  const point = series?.points[slot];
  return point === undefined ? (model.slots[slot]?.absence?.text ?? '') : `${series?.label}: ${point.text}`;
}

/** Points at the slot under a finger; `x` and `y` are the window's. */
function answer(live: Live, { x, y }: { x: number; y: number }): void {
  const { chart, model } = live;
  const box = chart?.canvas.getBoundingClientRect();
  if (chart === undefined || box === undefined) return;
  const slot =
    model.shape === 'columns'
      ? chart.scales.x?.getValueForPixel(((x - box.left) / box.width) * chart.width)
      : chart.scales.y?.getValueForPixel(((y - box.top) / box.height) * chart.height);
  if (slot === undefined || model.slots[slot] === undefined) return;
  live.slot = slot;
  point(live);
}

/** Whether a slot has no figure at all and this is the series that speaks for it. */
function isFirst(model: ChartModel, index: number, slot: number): boolean {
  return index === 0 && model.series.every(({ points }) => points[slot] === undefined);
}

/** Arrows go from slot to slot, Home and End to the ends, Escape puts the tooltip away. */
function move(live: Live, event: KeyboardEvent): void {
  // With another key held down an arrow is the browser's: back, or the end of the page.
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const last = live.model.slots.length - 1;
  const next: Record<string, number> = {
    ArrowRight: Math.min(live.slot + 1, last),
    ArrowDown: Math.min(live.slot + 1, last),
    ArrowLeft: Math.max(live.slot - 1, 0),
    ArrowUp: Math.max(live.slot - 1, 0),
    Home: 0,
    End: last,
  };
  const slot = next[event.key];
  if (event.key === 'Escape') leave(live);
  if (slot === undefined) return;
  // The page must not scroll under the reader's arrow.
  event.preventDefault();
  live.slot = slot;
  point(live);
  live.status.textContent = tellSlot(live.model, slot, live.picture.dataset.none ?? '');
}

function tellSlot(model: ChartModel, index: number, none: string): string {
  const slot = model.slots[index];
  const figures = model.series.flatMap(({ points }, series) =>
    points[index] === undefined ? [] : [tellPoint(model, series, index)],
  );
  const notes = (model.notes ?? []).flatMap(({ label, texts }) =>
    texts[index] === undefined ? [] : [`${label}: ${texts[index]}`],
  );
  const reason = figures.length > 0 ? [] : [slot?.absence?.text ?? none];
  return [slot?.name ?? '', ...figures, ...reason, ...notes].join(' · ');
}

function point({ chart, model, slot }: Live): void {
  if (chart === undefined) return;
  const active = model.series.flatMap(({ points }, datasetIndex) =>
    points[slot] === undefined ? [] : [{ datasetIndex, index: slot }],
  );
  const [first] = active;
  const at = first && chart.getDatasetMeta(first.datasetIndex).data[slot];
  chart.setActiveElements(active);
  chart.tooltip?.setActiveElements(active, { x: at?.x ?? 0, y: at?.y ?? 0 });
  chart.update('none');
}

function leave(live: Live): void {
  live.slot = -1;
  live.status.textContent = '';
  live.chart?.setActiveElements([]);
  live.chart?.tooltip?.setActiveElements([], { x: 0, y: 0 });
  live.chart?.update('none');
}

/** The page's colours as they are now: canvas knows no variables. */
function readTheme(picture: HTMLElement): Theme {
  const probe = document.createElement('span');
  picture.append(probe);
  const theme = Object.entries(PAGE_THEME).map(([key, color]) => {
    probe.style.color = color;
    return [key, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  // Safe: it has the keys of PAGE_THEME.
  return Object.fromEntries(theme) as Theme;
}
