import fc from 'fast-check';
import type { Axis, ChartModel, Point, Series, Slot, Tick } from '#charts/model.ts';

/** Letters with marks above and below, digits, and those that markup must escape. */
const LETTERS = [...'กขงจฐญปฟยรลวศสอฮเแโใไะาำ0123456789ABcdfijm .,%–()<&"', 'ก้', 'ป่', 'ญู', 'ฐุ', 'ที่', 'น้ำ'];

const text = fc.oneof(
  fc.constantFrom('ไตรมาส 1', 'เป้าหมาย', 'ทั้งปี', 'ยังไม่ถึงกำหนดรายงาน', '1,234,567.89', ' ', ''),
  fc.array(fc.constantFrom(...LETTERS), { maxLength: 60 }).map((letters) => letters.join('')),
);
const lines = fc.array(text, { minLength: 1, maxLength: 3 });

/** Chart.js never ends where an axis is as short as the least numbers there are; no figure is. */
function dropDust(number: number): number {
  return Math.abs(number) < 1e-9 ? 0 : number;
}

const percent = fc.integer({ min: -20, max: 120 });
const hundredths = fc.integer({ min: -20_000, max: 20_000 }).map((number) => number / 100);

/** Figures of one kind in a chart, or of every kind side by side: small, huge, negative, with many digits. */
const FIGURES = [
  percent,
  hundredths,
  fc.oneof(
    percent,
    hundredths,
    fc.constantFrom(0, -0, 1, -1, 100),
    fc.double({ min: -150, max: 150, noNaN: true }).map(dropDust),
    fc.double({ min: -1e13, max: 1e13, noNaN: true }).map(dropDust),
    fc.integer({ min: 1, max: 999 }).map((millionths) => millionths * 1e-6),
  ),
];

type Figures = (typeof FIGURES)[number];

const anyPoint = (value: Figures): fc.Arbitrary<Point> =>
  fc.record(
    { value, text, tone: fc.constantFrom('good', 'fair', 'warn', 'bad', 'odd', 'open') },
    { requiredKeys: ['value', 'text'] },
  );

const slot: fc.Arbitrary<Slot> = fc.record(
  { name: text, lines, absence: fc.record({ text, lines }), isWhole: fc.boolean() },
  { requiredKeys: ['name', 'lines'] },
);

const anyTick = (value: Figures): fc.Arbitrary<Tick> =>
  fc.record({ value, lines, rung: fc.constantFrom('reached', 'open') }, { requiredKeys: ['value', 'lines'] });

function anySeries(kind: Series['kind'], slots: number, value: Figures): fc.Arbitrary<Series> {
  const points = fc.array(fc.option(anyPoint(value), { nil: undefined, freq: 4 }), {
    minLength: slots,
    maxLength: slots,
  });
  return fc.record(
    { kind: fc.constant(kind), label: text, legend: text, points },
    { requiredKeys: ['kind', 'label', 'points'] },
  );
}

function anyKinds(): fc.Arbitrary<Series['kind'][]> {
  const parts = fc.integer({ min: 1, max: 4 }).map((count) => Array.from({ length: count }, () => 'part' as const));
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.constantFrom('bar', 'line', 'mark'), { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: parts },
  );
}

/** An axis that holds the figures of a chart, or one that holds some of them by chance. */
function anyAxis(series: readonly Series[], value: Figures): fc.Arbitrary<Axis> {
  const values = series.flatMap(({ points }) => points.flatMap((each) => (each === undefined ? [] : [each.value])));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const fitting = fc.constant([least, most > least ? most : least + 1] as const);
  const span = fc.tuple(value, value).map(([a, b]) => [Math.min(a, b), a === b ? a + 1 : Math.max(a, b)] as const);
  return fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 1, arbitrary: span }),
      fc.array(anyTick(value), { maxLength: 7 }),
      fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 6 }),
      fc.option(text, { nil: undefined }),
    )
    .map(([[min, max], ticks, shares, title]) => ({
      min,
      max,
      ticks: [
        ...ticks,
        ...[0, 100, ...shares].map((share) => ({ value: min + (share / 100) * (max - min), lines: [String(share)] })),
      ],
      ...(title === undefined ? {} : { title }),
    }));
}

/** Any chart that a model can describe: figures above, below and far beyond, gaps, long labels, targets, breaks. */
export const anyChart: fc.Arbitrary<ChartModel> = fc
  .tuple(fc.array(slot, { minLength: 1, maxLength: 9 }), anyKinds(), fc.constantFrom(...FIGURES))
  .chain(([slots, kinds, value]) => {
    const series = kinds.map((kind) => anySeries(kind, slots.length, value));
    return fc.tuple(fc.constant(slots), fc.tuple(...series), fc.constant(value));
  })
  .chain(([slots, series, value]) => {
    const target = fc.record({ value, lines, isCeiling: fc.boolean() });
    const breaks = fc.array(fc.record({ before: fc.integer({ min: 1, max: slots.length }), label: text }), {
      maxLength: 2,
    });
    return fc.record(
      {
        id: fc.constant('any'),
        shape: fc.constantFrom('columns', 'rows'),
        finding: text,
        caption: text,
        slotLabel: text,
        slots: fc.constant(slots),
        series: fc.constant(series),
        axis: anyAxis(series, value),
        target,
        breaks,
      },
      { requiredKeys: ['id', 'shape', 'finding', 'caption', 'slotLabel', 'slots', 'series', 'axis'] },
    );
  });
