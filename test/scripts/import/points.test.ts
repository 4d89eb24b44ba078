import { describe, expect, it, test } from 'vitest';
import { findText } from '#domain/section-text.ts';
import { copySite, getFixture } from '../../support/content-folder.ts';
import { changeForm, type Imported, importFile, importText, readBack, runImport } from './import-fixture.ts';

function openForm(name: string, index = 0): Imported {
  const form = importFile(getFixture('forms', name))[index];
  if (form === undefined) throw new Error(`there is no form ${index} in ${name}`);
  return form;
}

/** The form with five steps of its scale in other words. */
function makeSteps(format: (level: number) => string): string {
  return [1, 2, 3, 4, 5].reduce(
    (text, level) => text.replace(new RegExp(`^ระดับ ${level} .*$`, 'm'), () => `ระดับ ${level} ${format(level)}`),
    changeForm({}),
  );
}

function readItem(name: string, index = 0) {
  const { item } = readBack(openForm(name, index));
  return {
    data: item?.indicator.data,
    sections: item?.indicator.sections,
    reports: item?.reports,
    year: item?.summary,
  };
}

describe('numbers', () => {
  test.each([
    ['5', 5, undefined],
    ['75.00', 75, undefined],
    ['100.0000', 100, undefined],
    ['1,407.52', 1407.52, '1,407.52'],
    ['.5', 0.5, '.5'],
    ['ร้อยละ 80', 80, 'ร้อยละ 80'],
    ['๗๕.๕๐', 75.5, '๗๕.๕๐'],
    ['0', 0, undefined],
    ['>70', undefined, '>70'],
    ['-', undefined, '-'],
    ['N/A', undefined, 'N/A'],
    ['1.407,52', undefined, '1.407,52'],
    ['80 ถึง 90', undefined, '80 ถึง 90'],
  ])('%s is read as %s, and its own words are kept', (raw, result, declared) => {
    const form = importText(changeForm({ '80.00 (ระดับความสำเร็จ)': `${raw} (ระดับความสำเร็จ)` }));
    const { item } = readBack(form);
    expect(item?.summary?.data.result).toBe(result);
    expect(item?.summary?.data.declared).toBe(declared);
    expect(item?.indicator.data.declared?.result).toBe(raw);
  });

  it('an empty result is none, and zero is zero', () => {
    const form = importText(changeForm({ '80.00 (ระดับความสำเร็จ)': '' }));
    expect(readBack(form).item?.summary?.data).not.toHaveProperty('result');
    expect(readItem('two-forms.txt', 1).year?.data.result).toBe(0);
  });

  test.each([
    '80.00 (คน) 20 (ครั้ง)',
    '75.00 (ระดับ) ปรับเป็น 60.00',
    '(80.00) ร้อยละ',
    '80.00 (ระดับ)\n: ผลงานที่ทำได้ = 60.00 (ระดับ)',
    '0,500 (บาท)',
  ])('%j may be one number or another: its own words are kept, and no result is made of them', (raw) => {
    const form = importText(changeForm({ '80.00 (ระดับความสำเร็จ)': raw }));
    expect(form.built.result).toBeUndefined();
    const [figure = ''] = raw.split(/ (?=\(บาท)/);
    expect(form.parsed.result).toBe(figure.replace('\n', ' '));
  });

  test.each([
    ['80.00<sup>1</sup>', '80.00 1'],
    ['<b>10</b><sup><a>3</a></sup>', '10 3'],
  ])('a raised digit is no part of the one before: %s', (html, result) => {
    const text = changeForm({ '80.00 (ระดับความสำเร็จ)': `${html} (ตัว)` }).replaceAll('\n\n', '<p>');
    expect(importText(`<html><p>${text}`).parsed.result).toBe(result);
  });

  it('of more digits than a number holds are written as they were printed', () => {
    const form = importText(changeForm({ '80.00 (ระดับความสำเร็จ)': '12345678901234567890.12 (บาท)' }));
    expect(form.built.files.at(-1)?.text).toContain('result: 12345678901234567890.12\n');
  });

  it('keep the decimals of the print-out', () => {
    const year = openForm('print-out.html').built.files.find(({ file }) => file.endsWith('year.mdx'));
    expect(year?.text).toContain('result: 100.0000\n');
  });
});

describe('the unit', () => {
  it('is what stands in the bracket, brackets and a lost end included', () => {
    const { data, year } = readItem('brackets.txt');
    expect(data?.declared).toMatchObject({ target: '5', unit: 'ความสำเร็จ (ตามแผน) ของการจัดเก็บ (ภาษี)' });
    expect(year?.data).toMatchObject({ result: 1407.52, declared: '1,407.52 (ล้านบาท (รวมภาษีค้าง) ตามบัญ)' });
  });

  it('leaves what follows the bracket to the note', () => {
    expect(openForm('stray-lines.txt').parsed.unplaced.map(({ text }) => text)).toContain('ต่อปี');
  });
});

describe('the outcome', () => {
  test.each([
    ['seed.txt', 'unknown'],
    ['ticked.txt', 'output'],
    ['ticked-behind.txt', 'outcome'],
    ['print-out.html', 'outcome'],
    ['ticked-both.txt', 'unknown'],
  ])('of %s is %s', (name, outcome) => {
    expect(openForm(name).parsed.outcome).toBe(outcome);
  });

  it('keeps ticks that say nothing', () => {
    expect(openForm('ticked-both.txt').parsed.unplaced.map(({ text }) => text)).toEqual(['☑', '☑', 'ตามมติ']);
  });
});

describe('the scale', () => {
  it('is read in any order, in four steps, wrapped, and worded otherwise', () => {
    const { data, sections } = readItem('four-levels-ascending.txt');
    expect(data).toMatchObject({ weight: 20, scale: { kind: 'milestones', between: 'step' } });
    expect(data?.scale.kind === 'milestones' && data.scale.levels).toEqual([
      { level: 1, percent: 25, points: 5, criterion: 'กำหนดขอบเขตงาน' },
      { level: 2, percent: 50, points: 10, criterion: 'ลงนามในสัญญา กับผู้ชนะการประกวดราคา' },
      { level: 3, percent: 75, points: 15, criterion: 'ทดสอบระบบ' },
      { level: 4, percent: 100, points: 20, criterion: 'เปิดใช้ระบบ' },
    ]);
    expect(findText(sections?.method)).toBe('ดูจากขั้นตอนต่อไปนี้\nทั้งนี้ให้นับเฉพาะงานที่ตรวจรับแล้ว');
  });

  it('has no weight where the points are not in proportion', () => {
    expect(readItem('uneven-points.txt').data).toMatchObject({ weight: 'unknown', scale: { kind: 'milestones' } });
  });

  test.each([
    ['their numbers', 1],
    ['their percents', 20],
  ])('has no weight where the points of the steps only repeat %s', (_, share) => {
    const { parsed, built } = importText(
      makeSteps((level) => `ขั้น ${level} (ร้อยละ ${level * 20}) คะแนน ${level * share}`),
    );
    expect(parsed.levels).toHaveLength(5);
    expect(built.weight).toBeUndefined();
  });

  test.each([
    ['70-80 %', (level: number) => `ทำได้ ${level * 20 - 10}-${level * 20} % คะแนน ${level * 2}`],
    ['at least 80', (level: number) => `ทำได้ไม่น้อยกว่าร้อยละ ${level * 20} คะแนน ${level * 2}`],
  ])('is text where a step is a limit of the result: %s', (_, step) => {
    expect(importText(makeSteps(step)).parsed.levels).toEqual([]);
  });

  it('is text where one of its steps cannot be read', () => {
    const { parsed } = openForm('broken-levels.txt');
    expect(parsed.levels).toEqual([]);
    expect(parsed.sections.method).toContain('ระดับ 4 เกือบครบ ดูรายละเอียดในภาคผนวก');
  });
});

describe('the plan', () => {
  it('is known by its code, and its cut name stays as it was printed', () => {
    const { data } = readItem('ticked.txt');
    expect(data?.plan).toEqual({ id: 'city-plan', goal: '2.1.1' });
    expect(data?.declared?.plan).toMatch(/ด้านที่ ๒ \? การคลังโปร่งใส .* ๒\.๑\.๑ จัดเก็บรายได้ได้ครบ$/u);
  });

  test.each([
    ['plan-unknown.txt', 'unknown'],
    ['plan-contradiction.txt', 'contradiction'],
    ['dashes.txt', 'not-printed'],
  ])('is left out of %s: %s', (name, reason) => {
    expect(openForm(name).built.goal).toMatchObject({ reason });
  });
});

describe('labels', () => {
  it('in Thai digits, with free spaces and a decomposed sara am, are labels', () => {
    const { parsed } = openForm('thai-digits.txt');
    expect(parsed.missing).toEqual([]);
    expect(parsed.sections).toMatchObject({ q1: ['กำหนดขอบเขตงานแล้ว'], supporting: ['ประชาชนให้ความร่วมมือ'] });
    expect(parsed.sections).not.toHaveProperty('obstacles');
  });

  it('in a narrative are text, and are told', () => {
    const { parsed } = openForm('label-like.txt');
    expect(parsed.sections.q1).toHaveLength(4);
    expect(parsed.sections.q2).toHaveLength(6);
    expect(parsed.alike).toHaveLength(4);
  });

  it('out of order open their part all the same', () => {
    const { parsed } = openForm('out-of-order.txt');
    expect(parsed.outOfOrder).toHaveLength(2);
    expect(parsed.sections).toMatchObject({ definition: ['อยู่ผิดที่'], q1: ['กำหนดขอบเขตงาน'], q2: ['ลงนามแล้ว'] });
  });

  it('that are missing are told', () => {
    expect(openForm('missing-sections.txt').parsed.missing).toEqual([
      'goal',
      'definition',
      'q4',
      'summary',
      'supporting',
      'evidence',
    ]);
  });

  it('of a quarter with a slip end the quarter before: whose words follow is not guessed', () => {
    const { parsed } = openForm('stray-quarters.txt');
    expect(parsed.sections).toMatchObject({ q1: ['กำหนดขอบเขตงานแล้ว'], q4: ['เปิดใช้ระบบ 4 เขต'] });
    expect(parsed.unplaced.map(({ text }) => text)).toEqual([
      '(6.2) ไตรมาศที่ 2 : ลงนามในสัญญาแล้ว',
      '(6.2) ไตรมาสที่ 3 : ทดสอบระบบแล้ว',
    ]);
    expect(importText(changeForm({ ลงนามในสัญญาแล้ว: '-\n(6.3) ไตรมาสนี้' })).parsed.sections.q2).toHaveLength(2);
  });

  it('of target and result may stand in one row', () => {
    const { parsed } = openForm('one-row.txt');
    expect(parsed).toMatchObject({ target: '5', result: '80.00', unit: 'ระดับความสำเร็จ', missing: [] });
    const inBracket = changeForm({
      'เป้าหมาย : 5 (ระดับความสำเร็จ)': 'เป้าหมาย : 5 (ระดับ ผลงานที่ทำได้ : ดี)',
      ': ผลงานที่ทำได้ = 80.00 (ระดับความสำเร็จ)': '',
    });
    expect(importText(inBracket).parsed).toMatchObject({ result: '', missing: ['result'] });
  });

  it('hold nothing that somebody typed: it goes to the note', () => {
    expect(openForm('typed-in-labels.txt').parsed.unplaced.map(({ text }) => text)).toEqual([
      expect.stringContaining('พ.ศ. 2563'),
      '(เชิงยุทธศาสตร์ น้ำหนัก 20)',
      '(ร้อยละ 80)',
    ]);
  });

  it('that print another year than the one they are imported for are pointed out', () => {
    const args = [getFixture('forms', 'typed-in-labels.txt'), '--agency', 'finance', '--dry-run', '--year'];
    expect(runImport([...args, '2567'], copySite()).stdout).toContain('แบบพิมพ์ปี 2563 ไว้ ไม่ตรงกับ --year');
  });

  it('open a field with "::", however late; elsewhere "::" is text', () => {
    const { sections } = openForm('markers.txt').parsed;
    expect(sections.definition).toEqual(['ความสำเร็จ :: หมายถึง ครบถ้วน', 'วิธีวัด :: ดูข้อ 4', ':: บรรทัดนี้เป็นเนื้อความ']);
    expect(sections.supporting).toEqual(['ประชาชนให้ความร่วมมือ']);
    expect(sections.obstacles).toEqual(['มีก่อนเครื่องหมาย', ':: แล้วจึงมีเครื่องหมาย']);
    expect(sections).not.toHaveProperty('q4');
  });
});

describe('texts', () => {
  it('are not corrected: spelling, dates and numbers of letters stay', () => {
    expect(openForm('damaged-thai.txt').parsed.name).toBe('เเผนงานที่ดําเนินการเเล้วเสร็จ');
    const { reports } = readItem('dashes.txt');
    expect(findText(reports?.[3]?.sections.body)).toBe('ณ วันที่ 31/10/2562 มีพื้นที่ 4-2-0 ไร่ ตามหนังสือ กท 0409/286');
    expect(findText(reports?.[1]?.sections.body)).toBe('-');
    expect(reports).not.toHaveProperty('2');
  });

  it('of a page without tags for its lines are read by its own lines', () => {
    const { parsed } = importText(changeForm({ '1. ชื่อ': '<html><body>\n1. ชื่อ' }));
    expect(parsed.missing).toEqual([]);
  });

  it('of any shape are read in no time', () => {
    const hostile = [
      '<!--<pre>'.repeat(50_000),
      `ระดับ 5 ${' '.repeat(200_000)}x`,
      '<b "'.repeat(20_000),
      'ก('.repeat(50_000),
    ];
    for (const text of hostile) {
      const { parsed } = importText(changeForm({ กำหนดขอบเขตงานแล้ว: `<html>\n${text}` }));
      expect(parsed.missing).toEqual([]);
    }
  });

  it('of evidence are one title a line', () => {
    expect(readItem('evidence.txt').year?.data.evidence).toHaveLength(4);
  });

  it('of persons are withheld', () => {
    const { parsed, built } = openForm('persons.txt');
    const withheld = parsed.withheld.map(({ text }) => text);
    expect(withheld).toContain('นายสมชาย ใจดี');
    expect(withheld).toContain('0 2221 2141 ต่อ 1234');
    expect(withheld).toContain('สมหญิง รักงาน');
    for (const { text } of built.files) expect(text).not.toMatch(/สมชาย|สมหญิง|มะลิ|2221|221-2141/u);
  });

  test.each(['ผู้รายงาน นายสมชาย ใจดี', '(นายสมชาย ใจดี)'])(
    'of evidence end where a person signs without the word: %s',
    (line) => {
      const { parsed, built } = importText(changeForm({ 'ลงชื่อ.....(ผู้รับผิดชอบโครงการ)': line }));
      expect(parsed.evidence).toEqual(['รายงานการจัดเก็บรายได้ประจำปี']);
      for (const { text } of built.files) expect(text).not.toContain('สมชาย');
      const office = changeForm({ 'ลงชื่อ.....(ผู้รับผิดชอบโครงการ)': '(นายกเทศมนตรี ลงนามแล้ว)' });
      expect(importText(office).parsed.evidence).toContain('(นายกเทศมนตรี ลงนามแล้ว)');
    },
  );

  it('of two forms in one file do not mix', () => {
    expect(readItem('two-forms.txt', 0).data?.name).toBe('ร้อยละความสำเร็จในการจัดเก็บรายได้ของเมือง');
    expect(readItem('two-forms.txt', 1).data?.name).toBe('จำนวนครั้งของการตรวจบัญชี');
    expect(Object.keys(readItem('two-forms.txt', 1).reports ?? {})).toEqual(['1', '2']);
  });
});
