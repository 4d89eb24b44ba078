import { createHash } from 'node:crypto';
import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { layPicture, PICTURE_SIZE, type Picture, wrap } from '#charts/picture.ts';
import { renderPicturePng } from '#charts/picture-png.ts';
import { writePictureSvg } from '#charts/picture-svg.ts';
import { getIndicatorPicture } from '#views/picture-view.ts';
import { thai } from '../support/build-site.ts';
import { chartSite } from '../support/chart-site.ts';

const get = (path: string): Picture => getIndicatorPicture(chartSite, path, thai);
const picture = get('2567/works/drain-cleaning');

describe('a picture of a chart', () => {
  test('carries title, finding, source, day and address of its page', () => {
    const written = layPicture(picture).lines.map(({ text }) => text);
    expect(written.join('')).toContain('ความยาวท่อระบายน้ำ');
    expect(written).toContain('ที่มา: เทศบาลนครท่าสาย');
    expect(written).toContain('สถานะ ณ 31 ตุลาคม 2567');
    expect(written).toContain('https://chiwat.example.org/2567/works/drain-cleaning/');
    expect(written.join(' ')).toContain('68.50');
  });

  test.each([...chartSite.items.keys()])('%s: no word runs out of the frame or into the chart', (path) => {
    const { lines, chart } = layPicture(get(path));
    const edge = chart === undefined ? PICTURE_SIZE.width : chart.x;
    for (const line of lines.slice(1, -3)) {
      const [right] = wrap([line.text], line.letter, line.weight, edge - line.x);
      expect(right).toBe(line.text);
      expect(line.y).toBeLessThan(PICTURE_SIZE.height - 92);
    }
  });

  test('cuts a name that is too long with an ellipsis and keeps the finding', () => {
    const long = { ...picture, title: Array.from({ length: 90 }, () => 'ตัวชี้วัดยาวมาก') };
    const { lines } = layPicture(long);
    expect(lines.some(({ text }) => text.endsWith('…'))).toBe(true);
    expect(lines.map(({ text }) => text).join(' ')).toContain('68.50');
  });

  test('a piece wider than a line is broken between letters, never before a mark', () => {
    const lines = wrap(['กั้นกั้นกั้นกั้นกั้นกั้น'], 20, 400, 60);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe('กั้นกั้นกั้นกั้นกั้นกั้น');
    expect(lines.filter((line) => /^\p{M}/u.test(line))).toEqual([]);
  });

  test('as SVG has its words as text and the Thai font within it, and asks nobody for anything', () => {
    const svg = writePictureSvg(picture);
    expect(svg).toMatch(/<title id="title">ความยาวท่อระบายน้ำ/);
    expect(svg).toContain('>ไตรมาส 1</text>');
    expect(svg).toMatch(/@font-face\{[^}]*data:font\/woff2;base64,/);
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '').match(/(?:href|url\()["']?https?:/g)).toBeNull();
    expect(writePictureSvg(picture)).toBe(svg);
  });

  test('as SVG is sound XML whatever a name holds', () => {
    const svg = writePictureSvg({ ...picture, title: ['<script>"&\'</title>'], source: 'ที่มา: a&b<c' });
    expect(svg).not.toContain('<script>');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).toContain('a&amp;b&lt;c');
  });

  test('as PNG is 1200 × 630, small, and the same bytes each time, whatever is drawn beside it', async () => {
    const png = await renderPicturePng(picture);
    const { width, height, palette } = decode(png);
    expect([width, height]).toEqual([1200, 630]);
    expect(palette?.length).toBeLessThanOrEqual(256);
    expect(png.length).toBeLessThan(100_000);
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const others = [get('2567/health/growth'), picture, get('2567/health/dengue-rate')];
    const [, again] = await Promise.all(others.map((other) => renderPicturePng(other)));
    expect(again && digest(again)).toBe(digest(png));
  });

  test('as PNG shows Thai with its marks: another mark is another drawing', async () => {
    const draw = async (title: string) => (await renderPicturePng({ ...picture, title: [title] })).length;
    const plain = await renderPicturePng({ ...picture, title: ['นา ท ป'] });
    const marked = await renderPicturePng({ ...picture, title: ['น้ำ ที่ ปู่'] });
    expect(Buffer.compare(plain, marked)).not.toBe(0);
    expect(await draw('ที่')).not.toBe(await draw('ท'));
  });
});
