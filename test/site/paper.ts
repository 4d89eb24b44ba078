import type { Page } from 'playwright-core';
import { type PdfPage, type PdfText, readPdf } from './read-pdf.ts';

/** The nine sections of the official form. */
export const TITLES = [
  '1. ชื่อตัวชี้วัด',
  '2. ระดับความสำเร็จ',
  '3. คำนิยาม',
  '4. วิธีการคำนวณ',
  '5. เป้าหมายและผลงาน',
  '6. รายงานผลการดำเนินงานรายไตรมาส',
  '7. ปัจจัยสนับสนุนการดำเนินงาน',
  '8. อุปสรรคต่อการดำเนินงาน',
  '9. หลักฐานอ้างอิง',
];

/** Bottom of the text area in millimetres; below it stands the running foot. */
export const BOTTOM = 297 - 18;

/** The sheets of a page as a reader who prints backgrounds gets them. */
export async function print(page: Page, scale = 1): Promise<PdfPage[]> {
  return readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true, scale }));
}

/** Lines are broken where a sheet needs it, so white space says nothing. Nothing else is folded. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

export function getBody({ texts }: PdfPage): PdfText[] {
  return texts.filter(({ base, text }) => base < BOTTOM && text.trim() !== '');
}

export function getFoot({ texts }: PdfPage): string {
  return squeeze(
    texts
      .filter(({ base }) => base >= BOTTOM)
      .map(({ text }) => text)
      .join(''),
  );
}

/** The text of sheets run together, and the number of the sheet of every letter. */
export function join(pages: PdfPage[]) {
  const parts = pages.flatMap((page, index) => getBody(page).map(({ text }) => ({ text: squeeze(text), index })));
  const text = parts.map((part) => part.text).join('');
  const sheets = parts.flatMap((part) => Array<number>(part.text.length).fill(part.index));
  return { text, sheets };
}

/** What stands between each mark and the next, in the order of the marks, and the sheets it stands on. */
export function cut(pages: PdfPage[], marks: readonly string[]) {
  const { text, sheets } = join(pages);
  let from = 0;
  const starts = marks.map((mark) => {
    const at = text.indexOf(squeeze(mark), from);
    if (at < 0) throw new Error(`"${mark}" is not printed after what should stand before it`);
    from = at + 1;
    return at;
  });
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length;
    return { text: text.slice(start, end), sheets: [...new Set(sheets.slice(start, end))] };
  });
}

/** Sizes of letters differ on one line, and with them where they stand, in millimetres; lines are further apart. */
const ONE_LINE = 1.5;

/** Every line of a sheet from left to right. */
export function getLines(page: PdfPage): string[] {
  const lines: PdfText[][] = [];
  for (const text of getBody(page).sort((a, b) => a.base - b.base)) {
    const last = lines.at(-1);
    if (last !== undefined && text.base - (last.at(-1)?.base ?? 0) < ONE_LINE) last.push(text);
    else lines.push([text]);
  }
  return lines.map((line) =>
    squeeze(
      line
        .sort((a, b) => a.left - b.left)
        .map(({ text }) => text)
        .join(''),
    ),
  );
}

/** Whether what the site adds to the form begins on this sheet. */
export const isAnnex = (page: PdfPage) => join([page]).text.startsWith('ภาคผนวก');
