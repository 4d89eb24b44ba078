import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchRecord } from '#search/document.ts';
import { type Excerpt, findMarks, findSections, holdsAll, makeExcerpt, markAll } from '#search/excerpt.ts';
import { normalise } from '#search/normalise.ts';
import { parseQuery } from '#search/query.ts';
import { thaiText } from './texts.ts';

/** A line as it is read, what is marked between brackets. */
const show = (excerpt: Excerpt | undefined) =>
  excerpt?.map(({ text, isMark }) => (isMark ? `[${text}]` : text)).join('');
const getMarks = (excerpt: Excerpt | undefined) => (excerpt ?? []).flatMap(({ text, isMark }) => (isMark ? text : []));
const find = (text: string, typed: string) => show(makeExcerpt(text, parseQuery(typed).parts));
const filler = (length: number) => 'ถนน '.repeat(Math.ceil(length / 4)).slice(0, length);

describe('what was found is marked as the page spells it:', () => {
  test.each([
    ['Thai digits', 'งบปี ๒๕๖๓ ของเขต', '2563', 'งบปี [๒๕๖๓] ของเขต'],
    ['เ twice for แ', 'ทบทวนเเผนแม่บท', 'แผน', 'ทบทวน[เเผน]แม่บท'],
    ['sara am in two characters', 'บำบัดน\u0e4d\u0e49\u0e32เสีย', 'น้ำเสีย', 'บำบัด[น\u0e4d\u0e49\u0e32เสีย]'],
    ['sara am with its tone behind', 'ระบายน\u0e33\u0e49ท่วม', 'น้ำท่วม', 'ระบาย[น\u0e33\u0e49ท่วม]'],
    ['dots of an abbreviation', 'ตาม พ.ร.บ. การสาธารณสุข', 'พรบ', 'ตาม [พ.ร.บ.] การสาธารณสุข'],
    ['a zero-width space', 'ตาม\u200bตัว\u200bชี้วัด', 'ตัวชี้วัด', 'ตาม\u200b[ตัว\u200bชี้วัด]'],
    ['commas of thousands', 'ใช้ 1,250,000 บาท', '1250000', 'ใช้ [1,250,000] บาท'],
    ['capitals', 'ค่า PM2.5 เฉลี่ย', 'pm2.5', 'ค่า [PM2.5] เฉลี่ย'],
    ['a word not yet typed to its sara am', 'การกระทำผิด', 'กระท', 'การ[กระทำ]ผิด'],
    ['one character for two letters', 'ofﬁce', 'f', 'o[f][ﬁ]ce'],
    ['a line broken within what is quoted', 'แก้ปัญหาน้ำ\nท่วม', '"น้ำ ท่วม"', 'แก้ปัญหา[น้ำ ท่วม]'],
  ])('%s', (_, text, typed, marked) => {
    expect(find(text, typed)).toBe(marked);
  });

  test('every time it stands there, and each of several words', () => {
    expect(show(markAll('ขยะและมูลฝอย ขยะ', ['มูลฝอย', 'ขยะ']))).toBe('[ขยะ]และ[มูลฝอย] [ขยะ]');
  });

  test('as one where marks overlap, side by side where they only touch', () => {
    expect(findMarks('การจัดการขยะ', ['จัดการ', 'การขยะ', 'การ'])).toEqual([
      [0, 3],
      [3, 12],
    ]);
    expect(findMarks('งบประมาณ', ['งบประมาณ', 'ประมาณ', 'งบ'])).toEqual([[0, 8]]);
  });

  test('not at all where nothing is there', () => {
    expect(find('การจัดการขยะ', 'น้ำ')).toBeUndefined();
    expect(makeExcerpt('การจัดการขยะ', [])).toBeUndefined();
    expect(markAll('การจัดการขยะ', [''])).toEqual([{ text: 'การจัดการขยะ', isMark: false }]);
  });
});

describe('a line', () => {
  test('has dots only on the side on which it is cut', () => {
    expect(find(`ขยะ ${filler(60)}`, 'ขยะ')).not.toContain('…');
    expect(find(`ขยะ ${filler(400)}`, 'ขยะ')).toMatch(/^\[ขยะ\] .*ถนน…$/);
    expect(find(`${filler(400)}ขยะ`, 'ขยะ')).toMatch(/^…ถนน .*\[ขยะ\]$/);
    expect(find(`${filler(400)}ขยะ ${filler(400)}`, 'ขยะ')).toMatch(/^…ถนน .*\[ขยะ\].*ถนน…$/);
  });

  test('is about as long as two lines of a narrow screen, its mark near the beginning', () => {
    const line = find(`${filler(800)}ขยะ ${filler(800)}`, 'ขยะ') ?? '';
    expect(line.length).toBeGreaterThan(120);
    expect(line.length).toBeLessThan(180);
    expect(line.indexOf('[')).toBeLessThan(45);
  });

  test('shows the stretch with the most different words, not the first or the most repeated', () => {
    const text = `ขยะ ขยะ ขยะ ${filler(300)}มูลฝอย กับขยะ ${filler(300)}มูลฝอย`;
    expect(find(text, 'ขยะ มูลฝอย')).toContain('[มูลฝอย] กับ[ขยะ]');
    expect(find(`ขยะ ก ${filler(300)}ขยะ ข`, 'ขยะ')).toMatch(/^\[ขยะ\] ก/);
  });

  test('counts a word in another spelling as the same word', () => {
    const text = `แผน เเผน ${filler(300)}แผน 2563 ${filler(300)}`;
    expect(find(text, 'แผน 2563')).toContain('[แผน] [2563]');
  });

  test('holds the last word that it was chosen for, to its end', () => {
    for (let gap = 60; gap < 108; gap++) {
      const text = `${filler(200)}ขยะ${'ก'.repeat(gap)} มูลฝอย${'ก'.repeat(200)}`;
      const marks = getMarks(makeExcerpt(text, ['ขยะ', 'มูลฝอย']));
      if (gap + 10 <= 114) expect(marks).toEqual(['ขยะ', 'มูลฝอย']);
    }
  });

  test('shows a quotation that is longer than itself to its end', () => {
    const quoted = `น้ำท่วม ${filler(200)}จบ`;
    expect(getMarks(makeExcerpt(`${filler(100)}${quoted} ${filler(100)}`, [quoted]))).toEqual([quoted]);
  });

  test('is cut at a space where one is near, and never within a Latin word', () => {
    const text = `${'ก'.repeat(50)} ข้อความยาวต่อเนื่อง ${'ค'.repeat(12)}ขยะ${'ง'.repeat(300)}`;
    expect(find(text, 'ขยะ')).toMatch(/^…ข้อความยาวต่อเนื่อง ค+\[ขยะ\]/);
    const latin = find(`${'ก'.repeat(40)}infrastructure${'ก'.repeat(30)}ขยะ`, 'ขยะ') ?? '';
    expect(latin).toMatch(/^…(infrastructure)?ก+\[ขยะ\]$/);
  });

  test('does not begin with a mark that stands alone behind a space', () => {
    const text = `${'ก'.repeat(50)} \u0e34${'ค'.repeat(20)}ขยะ`;
    expect(find(text, 'ขยะ')).toMatch(/^…(ก+ \u0e34)?ค+\[ขยะ\]$/);
  });

  test('never begins within a syllable, and marks nothing but what was looked for', () => {
    fc.assert(
      fc.property(thaiText, fc.nat(), fc.integer({ min: 1, max: 8 }), (written, at, length) => {
        const text = `ก${written.trim()}`;
        const wanted = normalise(text)
          .slice(at % text.length)
          .slice(0, length)
          .trim();
        const line = makeExcerpt(text, wanted === '' ? [] : [wanted]);
        const runs = line ?? [];
        const [first, second] = runs;
        const begin = first?.text === '…' ? second : first;
        // What was looked for may itself begin with a mark.
        if (!begin?.isMark) expect(begin?.text ?? '').not.toMatch(/^[\p{M}ะาำๅๆฯ\u200b]|^[\udc00-\udfff]/u);
        const last = runs.at(-1)?.text === '…' ? runs.at(-2) : undefined;
        if (!last?.isMark) expect(last?.text ?? '').not.toMatch(/[เแโใไ]$/);
        expect(text.replace(/\s+/g, ' ')).toContain(
          runs
            .filter(({ text }) => text !== '…')
            .map(({ text }) => text)
            .join(''),
        );
        expect(wanted !== '' && normalise(text).includes(wanted) ? getMarks(line).length : 1).toBeGreaterThan(0);
        for (const mark of getMarks(line)) expect(normalise(mark)).toContain(wanted);
      }),
      { numRuns: 800 },
    );
  });
});

const record: SearchRecord = {
  title: 'ร้อยละของขยะที่คัดแยก',
  titleEn: 'Sorted waste',
  place: 'สำนักสิ่งแวดล้อม',
  labels: ['สสล.', 'ปีงบประมาณ 2564'],
  sections: [
    { id: '', text: 'คัดแยกที่ต้นทาง' },
    { id: 'q1', text: 'จัดซื้อถัง ๑๒๐ ใบ' },
    { id: 'q2', text: 'อบรมชุมชน 4 แห่ง' },
  ],
};

describe('a page', () => {
  test('holds what stands anywhere on it, in any spelling', () => {
    for (const typed of ['คัดแยก', 'sorted', 'สสล', 'ถัง ชุมชน ขยะ', '120 "4 แห่ง"', '']) {
      expect(holdsAll(record, parseQuery(typed).parts)).toBe(true);
    }
  });

  test('does not hold what stands only in part, across two passages, or nowhere', () => {
    for (const typed of ['ถัง ดาวเทียม', 'ต้นทางจัดซื้อ', '"ใบ อบรม"', 'ถังขยะ']) {
      expect(holdsAll(record, parseQuery(typed).parts)).toBe(false);
    }
  });

  test('shows the passages in which something was found, in the order of the page, and no others', () => {
    const found = findSections(record, parseQuery('ชุมชน 120').parts);
    expect(found.map(({ section, excerpt }) => `${section.id}: ${show(excerpt)}`)).toEqual([
      'q1: จัดซื้อถัง [๑๒๐] ใบ',
      'q2: อบรม[ชุมชน] 4 แห่ง',
    ]);
  });
});

test('a line of one thing is not run together with the next, unless what was typed runs on', () => {
  const record = { title: '', labels: [], sections: [{ id: '', text: 'ร้อยละ\nแผนพัฒนาคลอง\nซ่อมถนนริมคลอง' }] };
  const read = (typed: string) => findSections(record, parseQuery(typed).parts).map(({ excerpt }) => show(excerpt));
  expect(read('คลอง')).toEqual(['แผนพัฒนา[คลอง]']);
  expect(read('คลอง ถนน')).toEqual(['ซ่อม[ถนน]ริม[คลอง]']);
  expect(read('"พัฒนาคลอง ซ่อม"')).toEqual(['ร้อยละ แผน[พัฒนาคลอง ซ่อม]ถนนริมคลอง']);
});
