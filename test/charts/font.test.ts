import { describe, expect, test } from 'vitest';
import advances from '#charts/advances.json' with { type: 'json' };
import { isDrawable, measureContent, measureText } from '#charts/font.ts';
import { readAdvances } from '../../scripts/fonts/read-advances.ts';

describe('widths of the chart’s font', () => {
  test('are those of the files that the site serves', () => {
    expect(JSON.parse(JSON.stringify(readAdvances()))).toEqual(advances);
  });

  test('add up letter by letter; marks above and below take no room', () => {
    expect(measureText('ที่', 100, 400)).toBe(measureText('ท', 100, 400));
    expect(measureText('กุ้ง', 100, 400)).toBeCloseTo(measureText('กง', 100, 400));
    expect(measureText('75.00', 20, 400)).toBeCloseTo(measureText('7500', 20, 400) + measureText('.', 20, 400));
    expect(measureText('0', 10, 600)).toBeGreaterThan(0);
  });

  test('end the build where a letter is not in the font, naming it', () => {
    expect(() => measureText('ผล漢', 12, 400)).toThrow(/U\+6F22 \(漢\).*ผล漢/);
    expect(isDrawable('ร้อยละ “80” – 5')).toBe(true);
    expect(isDrawable('漢')).toBe(false);
  });

  test('count the widest for such a letter in a name, which is content and must not end the build', () => {
    expect(measureContent('漢', 12, 400)).toBe(12);
    expect(measureContent('ผล', 12, 400)).toBe(measureText('ผล', 12, 400));
  });
});
