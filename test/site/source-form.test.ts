import { describe, expect, inject, it } from 'vitest';
import { read, useBrowser } from './browser.ts';
import { TITLES } from './paper.ts';

const { open } = useBrowser();
const PATH = '/2564/budget/pbis/';

describe('the page of the real report form', () => {
  it('answers at once: missed, 75.00 of 100, 12.00 of 20 points, level 3', async () => {
    const { page, close } = await open(PATH);
    const answer = await read(page, '.answer');
    expect(answer).toContain('ไม่ถึงเป้าหมาย');
    expect(answer).toContain('75.00');
    expect(answer).toContain('12.00 จาก 20 คะแนน · ระดับ 3');
    expect(answer).toContain('ไตรมาสที่ 4 ไม่ได้รายงาน');
    await close();
  });

  it('shows the score with its steps and the other reading beside it', async () => {
    const { page, close } = await open(PATH);
    expect(await read(page, '[data-reading=main]')).toContain('60% ของน้ำหนัก 20 = 12.00 คะแนน');
    const other = await read(page, '[data-reading=other]');
    expect(other).toContain('15.00 จาก 20 คะแนน');
    expect(other).toContain('12 + (75.00 − 60) ÷ (80 − 60) × (16 − 12) = 15.00');
    await close();
  });

  it('points out that the declared target is a level and the result a percentage', async () => {
    const { page, close } = await open(PATH);
    const odd = await read(page, '.disagreements [data-code=CW629]');
    expect(odd).toContain('“5”');
    expect(odd).toContain('“75.00”');
    await close();
  });

  it('keeps words, absence and figures of the quarters apart', async () => {
    const { page, close } = await open(PATH);
    const row = (quarter: string) => read(page, `.quarters [data-quarter=${quarter}]`);
    for (const quarter of ['q1', 'q2', 'q3']) {
      expect(await row(quarter)).toContain('รายงานเป็นข้อความ');
      expect(await row(quarter)).not.toContain('75');
    }
    expect(await row('q4')).toContain('ไม่ได้รายงาน');
    expect(await row('year')).toContain('75.00');
    await close();
  });

  it('has the nine sections of the official form in order', async () => {
    const { page, close } = await open(PATH);
    const titles = await page.locator('.form-section > h2').allInnerTexts();
    expect(titles.map((title) => title.trim())).toEqual(TITLES);
    await close();
  });

  it('marks the level reached on the ladder', async () => {
    const { page, close } = await open(PATH);
    expect(await read(page, '.rung[data-here]')).toContain('ระดับ 3');
    expect(await page.locator('.rung[data-reached]').count()).toBe(3);
    await close();
  });

  it('gives the same figures as data', async () => {
    const data = await fetch(`${inject('address')}/2564/budget/pbis.json`).then((response) => response.json());
    expect(data.standing.score).toMatchObject({ points: 12, weight: 20, level: 3, other: { points: 15 } });
    expect(data.standing.result.value).toBe(75);
    expect(data.quarters.map((quarter: { result?: number }) => quarter.result)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('says so in English too, with the words of the form left in Thai', async () => {
    const { page, close } = await open(`/en${PATH}`);
    expect(await read(page, '.answer')).toContain('12.00 of 20 points · Level 3');
    expect(await page.locator('h1').getAttribute('lang')).toBe('th');
    await close();
  });
});
