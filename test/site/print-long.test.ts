import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { cut, getBody, getFoot, getLines, join, print } from './paper.ts';
import type { PdfPage, PdfText } from './read-pdf.ts';

const { open } = useBrowser();

/** The highest and the lowest letters that Thai has. */
const TALL = 'ฟื้นฟูปี่ที่ซื้อผู้น้ำญูฎูฏุฐุปั๊มป้ำพื้นที่ ';

/** A report with more to tell than the record has yet. */
async function lengthen(page: Page): Promise<void> {
  await page.evaluate((tall) => {
    const add = (selector: string, html: string) =>
      document.querySelector(selector)?.insertAdjacentHTML('beforeend', html);
    const parts = Array.from(
      { length: 60 },
      (_, part) => `<h4>หัวเรื่อง${part}</h4><p>${tall.repeat((part % 5) + 1)}</p>`,
    );
    add('[aria-labelledby=supporting]', `<div class="prose">${parts.join('')}</div>`);
    add('#q2 .prose', `<p>${tall.repeat(60)}</p>`);
    add('#q3 .prose', `<p>${tall.repeat(260)}</p>`.repeat(3));
    const rows = Array.from(
      { length: 60 },
      (_, row) => `<tr><td>แถว${row}ก<br>…<br>…<br>แถว${row}ข</td><td>${row}.00</td></tr>`,
    );
    add(
      '[aria-labelledby=obstacles] .prose',
      `<table><thead><tr><th>หัวตาราง</th><th>ร้อยละ</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
    );
    const address = `https://example.org/${'one-long-address-without-a-break'.repeat(9)}.pdf`;
    add('[aria-labelledby=evidence] .evidence', `<li><a href="${address}">เอกสารแนบ</a></li>`);
    add('.summary', '<details><summary>ดูเพิ่ม</summary><p>อยู่ในที่ปิด</p></details>');
  }, TALL);
}

describe('a long report on paper', () => {
  let pages: PdfPage[];
  beforeAll(async () => {
    const { page, close } = await open('/2564/budget/pbis/');
    await lengthen(page);
    pages = await print(page);
    await close();
  });

  it('breaks its section of quarters between quarters, and within a part only where it is longer than a sheet', () => {
    const marks = ['6. รายงานผล', '(6.1)', '(6.2)', '(6.3)', '(6.4)', '(6.5)', '7. ปัจจัย', '8. อุปสรรค', '9. หลักฐาน'];
    const parts = cut(pages, [...marks, 'ลงชื่อ']).slice(0, -1);
    const isCut = marks.filter((_, index) => parts[index]?.sheets.length !== 1);
    expect(isCut).toEqual(['(6.3)', '7. ปัจจัย', '8. อุปสรรค']);
  });

  it('leaves no heading alone at the foot of a sheet', () => {
    const heading = /^(6\.รายงาน|7\.ปัจจัย|8\.อุปสรรค|9\.หลักฐาน|\(6\.\d\)|ภาคผนวก|หัวเรื่อง|หัวตาราง|ดูเพิ่ม)/;
    const lines = pages.map(getLines);
    expect(lines.flat().filter((line) => heading.test(line)).length).toBeGreaterThan(60);
    expect(lines.flatMap((sheet) => sheet.slice(-1)).filter((line) => heading.test(line))).toEqual([]);
  });

  it('cuts no row of a table and repeats its head', () => {
    const printed = pages.map((page) => join([page]).text);
    const sheets = (text: string) => printed.flatMap((sheet, index) => (sheet.includes(text) ? [index] : []));
    for (let row = 0; row < 60; row++) expect(sheets(`แถว${row}ก`)).toEqual(sheets(`แถว${row}ข`));
    const used = new Set(Array.from({ length: 60 }, (_, row) => sheets(`แถว${row}ก`)).flat());
    expect(used.size).toBeGreaterThan(1);
    expect(sheets('หัวตาราง')).toEqual([...used]);
  });

  // A sheet cuts off what stands out of its first line, and draws the rest at the foot of the sheet before.
  it('loses no mark between two sheets', () => {
    const whole = join(pages).text.split('(6.4)')[0] ?? '';
    expect(whole.split(TALL.trim()).length - 1).toBe(60 + 3 * 260);
    expect(pages.map(getFoot).filter((foot) => !/^\d+\/\d+ชี้วัดกรุงเทพมหานคร·[a-z0-9/]+$/.test(foot))).toEqual([]);
  });

  it('lets no line run over another', () => {
    const isOver = (one: PdfText, other: PdfText) =>
      Math.abs(one.base - other.base) < 3 &&
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
      // Figures of a chart are drawn twice, first their outline.
      one.text !== other.text;
    const collisions = pages.flatMap((page) => {
      const texts = getBody(page);
      return texts.filter((one) => texts.some((other) => isOver(one, other)));
    });
    expect(collisions).toEqual([]);
  });

  it('writes out where evidence is found, within the margins', () => {
    expect(join(pages).text).toContain('เอกสารแนบ(https://example.org/one-long-address');
    expect(Math.max(...pages.flatMap(getBody).map(({ right }) => right))).toBeLessThan(194.5);
  });

  it('opens what is closed on the screen', () => {
    expect(join(pages).text).toContain('ดูเพิ่มอยู่ในที่ปิด');
  });
});
