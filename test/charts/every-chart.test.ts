import { describe, expect, test } from 'vitest';
import type { ChartModel } from '#charts/model.ts';
import { drawSvg } from '#charts/render-svg.ts';
import { english, thai } from '../support/build-site.ts';
import { getChart, listCharts } from '../support/chart-site.ts';
import { readRects, readTexts } from '../support/read-svg.ts';

const THAI = /[\u0E01-\u0E5B]/;

/** Every text that a drawing is given. Ticks that have no room are left out on purpose and hold numbers. */
function listTexts({ slots, series, axis, target, breaks = [] }: ChartModel): string[] {
  const words = [
    ...slots.flatMap(({ lines, absence }) => [...lines, ...(absence?.lines ?? [])]),
    ...series.flatMap(({ label, legend }) => (series.length > 1 || legend !== undefined ? [legend ?? label] : [])),
    ...(axis.title === undefined ? [] : [axis.title]),
    ...(target?.lines ?? []),
    ...breaks.map(({ label }) => label),
  ];
  return words.filter((text) => text.trim() !== '');
}

const CHARTS = (['th', 'en'] as const).flatMap((language) =>
  listCharts(language === 'th' ? thai : english).flatMap(([name, model]) =>
    (['wide', 'narrow'] as const).map((size) => [language, name, size, model] as const),
  ),
);

describe.each(CHARTS)('the %s chart of %s, %s', (_language, _name, size, model) => {
  const drawn = drawSvg(model, size);

  test('holds every text it was given as it was given', () => {
    const written = readTexts(drawn.markup).map(({ text }) => text);
    const given = listTexts(model);
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((text) => !written.includes(text))).toEqual([]);
  });

  test('is drawn of numbers, stays inside its frame, and is the same each time', () => {
    expect(drawn.markup).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(drawSvg(model, size)).toEqual(drawn);
    for (const { text, left, right, y } of readTexts(drawn.markup)) {
      expect([text, left > -1, right < drawn.width + 1, y > 8, y < drawn.height]).toEqual([
        text,
        true,
        true,
        true,
        true,
      ]);
    }
  });
});

test('the charts of the site hold Thai, and of every kind', () => {
  const all = listCharts(thai);
  expect(all.length).toBeGreaterThan(30);
  expect(all.filter(([, model]) => listTexts(model).some((text) => THAI.test(text))).length).toBe(all.length);
  expect(new Set(all.map(([, { id }]) => id))).toEqual(new Set(['quarters', 'years', 'statuses', 'weights']));
});

describe('figures in a drawing', () => {
  const bars = (path: string) =>
    readRects(drawSvg(getChart(path), 'wide').markup).filter(({ fill }) => fill !== 'var(--forbidden)');

  test('a missing quarter has no bar and says why; a reported zero has one', () => {
    const lights = drawSvg(getChart('2567/works/street-lights'), 'wide').markup;
    expect(bars('2567/works/street-lights')).toHaveLength(3);
    expect(readTexts(lights).filter(({ text }) => text === 'รายงาน')).toHaveLength(2);
    const deaths = bars('2567/health/road-deaths');
    expect(deaths).toHaveLength(5);
    expect(deaths.every(({ height }) => height >= 2)).toBe(true);
    expect(
      readTexts(drawSvg(getChart('2567/health/road-deaths'), 'wide').markup).filter(({ text }) => text === '0.00'),
    ).toHaveLength(5);
  });

  test('a figure over the target stands uncut above its line', () => {
    const { markup } = drawSvg(getChart('2567/works/street-lights'), 'wide');
    const line = /<path d="M[\d.]+ ([\d.]+)L[^"]*"[^>]*stroke-dasharray="7 4"/.exec(markup)?.[1];
    const tops = bars('2567/works/street-lights').map(({ y }) => y);
    expect(Math.min(...tops)).toBeLessThan(Number(line) - 20);
    expect(readTexts(markup).map(({ text }) => text)).toContain('119.58');
  });

  test('bars are as long as their figures', () => {
    const heights = bars('2567/works/road-repair').map(({ height }) => height);
    const [first = 0, second = 0, third = 0, fourth = 0, whole = 0] = heights;
    // Half the width of the zero line is no part of any bar: differences are exact.
    const unit = (fourth - first) / (92.25 - 18);
    expect(second - first).toBeCloseTo(unit * (40.5 - 18), 0);
    expect(third - first).toBeCloseTo(unit * (71 - 18), 0);
    expect(first).toBeCloseTo(unit * 18 - 0.5, 0);
    expect(whole).toBe(fourth);
  });

  test('a figure below zero hangs under the line of zero', () => {
    const [first, , , fourth] = bars('2567/health/growth');
    const zero = (fourth?.y ?? 0) + (fourth?.height ?? 0);
    expect(Math.abs((first?.y ?? 0) - zero)).toBeLessThan(1.5);
    expect(first?.height).toBeGreaterThan(30);
  });

  test('where lower is better, the part that a figure must not reach is tinted', () => {
    const { markup } = drawSvg(getChart('2567/health/dengue-rate'), 'wide');
    const tinted = readRects(markup).find(({ fill }) => fill === 'var(--forbidden)');
    const line = /<path d="M[\d.]+ ([\d.]+)L[^"]*"[^>]*stroke-dasharray="7 4"/.exec(markup)?.[1];
    expect((tinted?.y ?? 0) + (tinted?.height ?? 0)).toBeCloseTo(Number(line), 0);
    expect(
      readRects(drawSvg(getChart('2567/works/road-repair'), 'wide').markup).some(
        ({ fill }) => fill === 'var(--forbidden)',
      ),
    ).toBe(false);
  });

  test('levels of a scale stand as a ladder, the one reached as a full line', () => {
    const { markup } = drawSvg(getChart('2567/works/building-permits'), 'wide');
    const rungs = [
      ...markup.matchAll(
        /<path d="M[\d.]+ ([\d.]+)L[^"]*" fill="none" stroke="var\(--ink-soft\)"( stroke-width="1.5"| stroke-dasharray="1 3")/g,
      ),
    ];
    expect(rungs.map(([, , look]) => look?.trim())).toEqual([
      'stroke-dasharray="1 3"',
      'stroke-dasharray="1 3"',
      'stroke-width="1.5"',
      'stroke-dasharray="1 3"',
      'stroke-dasharray="1 3"',
    ]);
    const heights = rungs.map(([, y]) => Number(y));
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
  });

  test('a sum so far is a dotted line with points, a plan a mark: told apart without colour', () => {
    const { markup } = drawSvg(getChart('2567/works/drain-cleaning'), 'wide');
    expect(markup).toMatch(/stroke-dasharray="2 3"/);
    expect([...markup.matchAll(/A4\.5 4\.5/g)].length).toBeGreaterThanOrEqual(8);
    expect([...markup.matchAll(/stroke="var\(--ink\)" stroke-width="2\.5"/g)]).toHaveLength(5);
  });

  test('years that cannot be compared are parted by a line with its reason', () => {
    const model = listCharts(thai).find(([name]) => name === 'series/works/road-repair')?.[1];
    if (model === undefined) throw new Error('no chart');
    const { markup } = drawSvg(model, 'wide');
    expect(markup).toMatch(/stroke="var\(--odd\)"[^>]*stroke-dasharray="3 3"/);
    expect(readTexts(markup).map(({ text }) => text)).toContain('เปลี่ยนนิยาม');
  });
});
