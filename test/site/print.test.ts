import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Open, useBrowser } from './browser.ts';
import { BOTTOM, cut, getBody, getFoot, getLines, isAnnex, join, print, squeeze, TITLES } from './paper.ts';
import type { PdfPage } from './read-pdf.ts';

const { open } = useBrowser();
const PATH = '/2564/budget/pbis/';
/** Words that lead elsewhere or do something: of no use on paper. */
const NAVIGATION = ['หน้าแรก', 'วิธีคิดคะแนน', 'เกี่ยวกับ', 'English', 'JSON', 'ข้ามไปยังเนื้อหา'];

async function printAt(path: string, how?: Open, scale = 1): Promise<PdfPage[]> {
  const { page, close } = await open(path, how);
  const pages = await print(page, scale);
  await close();
  return pages;
}

const printed = new Map<string, Promise<PdfPage[]>>();

/** The sheets of a page as it is printed at first from a desk in the light; each is printed once. */
function getSheets(path: string): Promise<PdfPage[]> {
  const sheets = printed.get(path) ?? printAt(path);
  printed.set(path, sheets);
  return sheets;
}

describe('the form of an indicator on paper', () => {
  let pages: PdfPage[];
  let form: PdfPage[];
  let annex: PdfPage[];
  beforeAll(async () => {
    pages = await getSheets(PATH);
    const at = pages.findIndex(isAnnex);
    form = pages.slice(0, at);
    annex = pages.slice(at);
  });

  it('is A4', () => {
    for (const { width, height } of pages) {
      expect(Math.round(width)).toBe(210);
      expect(Math.round(height)).toBe(297);
    }
  });

  it('begins with what it is, of which agency and year, and has the nine sections in order', () => {
    expect(join(form).text).toMatch(
      /^แบบรายงานผลการปฏิบัติงานรายตัวชี้วัดสำนักงบประมาณกรุงเทพมหานครปีงบประมาณ2564\(อนุมาน\)1\.ชื่อตัวชี้วัด/,
    );
    expect(cut(form, TITLES)).toHaveLength(9);
  });

  it('holds every word of the report, each in its section', async () => {
    const { indicator, quarters, summary } = await fetch(`${inject('address')}/2564/budget/pbis.json`).then(
      (response) => response.json(),
    );
    const reports: { report?: { narrative?: string } }[] = quarters;
    const expected: [section: number, texts: string[]][] = [
      [1, [indicator.name]],
      [3, [indicator.definition]],
      [4, [indicator.method, ...indicator.scale.levels.map(({ criterion }: { criterion: string }) => criterion)]],
      [5, [indicator.declared.target, indicator.declared.result, indicator.declared.unit]],
      [6, reports.flatMap(({ report }) => report?.narrative ?? [])],
      [8, [summary.obstacles]],
      [9, summary.evidence.map(({ title }: { title: string }) => title)],
    ];
    const sections = cut(form, TITLES);
    let count = 0;
    for (const [number, texts] of expected) {
      const printed = sections[number - 1]?.text ?? '';
      const words = texts.flatMap((text) => text.split(/\s+/));
      expect(words.filter((word) => !printed.includes(word))).toEqual([]);
      // In their order, too: a list's numbers stand between its lines, and nothing within one.
      const lines = texts.flatMap((text) => text.split('\n').map(squeeze));
      expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
      count += words.length;
    }
    expect(count).toBeGreaterThan(60);
  });

  it('gives Thai back as it was written, without a letter lost or of private use', () => {
    const { text } = join(pages);
    expect(text).not.toMatch(/[\p{Cc}\p{Co}\uFFFD]/u);
    // Sara am in two pieces, and a mark that stands on nothing.
    expect(text).not.toMatch(
      /\u0E4D|(?<![\u0E01-\u0E2E\u0E31-\u0E3A\u0E47-\u0E4E])[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/u,
    );
  });

  it('ends with lines to sign on, and nobody’s name', () => {
    const last = form.at(-1) as PdfPage;
    const lines = getLines(last);
    expect(lines.slice(-3)).toEqual(['ลงชื่อผู้รับผิดชอบ', 'ตำแหน่ง', 'วันที่']);
    const base = getBody(last).findLast(({ text }) => text.includes('ลง'))?.base ?? 0;
    const signed = getBody(last).filter((text) => Math.abs(text.base - base) < 1);
    const gaps = signed.slice(1).map(({ left }, index) => left - (signed[index]?.right ?? 0));
    expect(Math.max(...gaps)).toBeGreaterThan(40);
  });

  it('cuts no section that fits on a sheet', () => {
    expect(cut(form, [...TITLES, 'ลงชื่อ']).map(({ sheets }) => sheets.length)).toEqual(Array(10).fill(1));
  });

  it('is followed on a new sheet by what the site adds, with its address and day', () => {
    expect(form.length).toBeGreaterThan(0);
    expect(form.some((page) => join([page]).text.includes('ตัวเลขที่ขัดแย้งกัน'))).toBe(false);
    const [, status] = cut(annex, ['ภาคผนวก', 'ไม่ถึงเป้าหมาย', 'ตัวเลขที่ขัดแย้งกัน', 'ที่มาของข้อมูล', `ที่อยู่ของหน้านี้${PATH}`]);
    expect(status?.text).toContain('12.00จาก20คะแนน·ระดับ3');
    expect(join(annex).text).toContain('สถานะคิดณวันที่22พฤศจิกายน2569');
    expect(join(annex).text).toContain('ไม่ใช่เว็บไซต์ทางการ');
  });

  it('has address and number at the foot of every sheet', () => {
    for (const [index, page] of pages.entries()) {
      expect(getFoot(page)).toBe(`${index + 1}/${pages.length}ชี้วัดกรุงเทพมหานคร·${PATH}`);
    }
  });

  it('leads nowhere: no word of the navigation is printed', async () => {
    const { page, close } = await open(PATH);
    const screen = squeeze((await page.locator('body').textContent()) ?? '');
    await close();
    expect(NAVIGATION.filter((word) => !screen.includes(word))).toEqual([]);
    expect(NAVIGATION.filter((word) => join(pages).text.includes(word))).toEqual([]);
  });

  // Enlarged by its reader, a sheet is narrower than the screen on which tables become cards.
  it.each([1, 1.25])('keeps its table a table at a scale of %d', async (scale) => {
    const sheets = scale === 1 ? pages : await printAt(PATH, {}, scale);
    const lines = sheets.flatMap(getLines);
    expect(lines).toContain('ไตรมาสเป้าหมายผลงานคะแนนสถานะ');
    expect(lines).toContain('ไตรมาสที่1100––รายงานเป็นข้อความ');
  });

  it('shows none of it on the screen, where the answer comes first', async () => {
    const { page, close } = await open(PATH);
    expect(await page.locator('.on-paper').count()).toBeGreaterThan(3);
    expect(await page.locator('.on-paper:visible').count()).toBe(0);
    const tops = await page.evaluate(() =>
      ['h1', '.answer', '#name', '#evidence', '#source'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN,
      ),
    );
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    await close();
  });
});

describe.each(['/', '/2563/', '/2564/budget/', PATH, '/agencies/', '/method/', `/en${PATH}`])('%s on paper', (path) => {
  let pages: PdfPage[];
  beforeAll(async () => {
    pages = await getSheets(path);
  });

  it('is the same light sheets from a phone in the dark as from a desk in the light', async () => {
    const dark = await printAt(path, { width: 360, scheme: 'dark' });
    expect(join(dark).text).toBe(join(pages).text);
    expect(dark.map(({ drawing }) => drawing)).toEqual(pages.map(({ drawing }) => drawing));
  });

  it('has no way to other pages', () => {
    expect(join(pages).text).not.toMatch(/ข้ามไปยังเนื้อหา|Skipto|English|สร้างด้วยชี้วัด|MadewithChiwat/);
  });

  it('keeps its text between the margins', () => {
    const texts = pages.flatMap(getBody);
    expect(texts.filter(({ left, right, base }) => left < 15.5 || right > 194.5 || base < 17)).toEqual([]);
    expect(
      pages.map((page) => Math.max(...getBody(page).map(({ base }) => base))).every((base) => base < BOTTOM - 1),
    ).toBe(true);
  });
});

it('every colour is set for paper', async () => {
  const { page, close } = await open(PATH);
  const readColours = async (media: 'screen' | 'print', colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ media, colorScheme });
    return page.evaluate(() => {
      const styles = document.documentElement.computedStyleMap();
      return Object.fromEntries(
        [...styles].filter(([name]) => name.startsWith('--')).map(([name, value]) => [name, String(value)]),
      );
    });
  };
  const [light, dark] = [await readColours('screen', 'light'), await readColours('screen', 'dark')];
  const changing = Object.keys(light).filter((name) => light[name] !== dark[name]);
  expect(changing.length).toBeGreaterThan(12);
  const paper = [await readColours('print', 'light'), await readColours('print', 'dark')] as const;
  expect(changing.filter((name) => paper[0][name] !== paper[1][name])).toEqual([]);
  expect(paper[1]['--paper']).toBe('#fff');
  await close();
});
