import { describe, expect, it, test } from 'vitest';
import { fileName } from '#domain/schemas/text.ts';
import { entryFormat } from '#exports/forms/browser/entry-format.ts';
import { nameEvidence } from '#exports/forms/browser/name-evidence.ts';
import { mergePhrases } from '#exports/forms/browser/start.ts';
import { tidyEntry } from '#exports/forms/browser/tidy-entry.ts';
import { shortenName } from '#exports/forms/shorten-name.ts';

const ORDER = ['result', 'asOf', 'submitted', 'evidence', 'notApplicable', 'body'];

const REPORT = `---
# จากระบบรับแจ้งเหตุ
result: 75.00 # ตรวจแล้ว
submitted: 2025-04-18
review: { completeness: 100, timeliness: 50 }
corrections:
  - { date: 2025-05-02, field: result, from: "1,407.52", to: 75, reason: อ่านจุลภาคผิด, approvedBy: ผู้อำนวยการ }
---

ทำได้ร้อยละ 75

- ข้อหนึ่ง
`;

function save(text: string, changes: Record<string, unknown>): string {
  return entryFormat.toFile({ ...entryFormat.fromFile(text), ...changes }, ORDER);
}

describe('an entry saved in the form', () => {
  it('is letter for letter what it was when nothing was changed', () => {
    expect(save(REPORT, {})).toBe(REPORT);
    const windows = REPORT.replaceAll('\n', '\r\n');
    expect(save(windows, {})).toBe(windows);
    for (const odd of ['---\n# รอรายงาน\n---\n', '---\nresult: 1\n---', '---\nresult: 1\n---\n---\n\nก  \n']) {
      expect(save(odd, {})).toBe(odd);
    }
  });

  it('differs in the one line that was changed; remarks, reviews and corrections stay', () => {
    expect(save(REPORT, { result: 31.25 })).toBe(REPORT.replace('75.00', '31.25'));
    expect(save(REPORT, { result: 0 })).toBe(REPORT.replace('75.00', '0'));
    expect(save(REPORT, { body: 'ทำได้ครบ' })).toBe(REPORT.replace(/ทำได้ร้อยละ[\s\S]*$/, 'ทำได้ครบ\n'));
  });

  it('has a new field where the schema has it, and loses one that was emptied', () => {
    const evidence = [{ title: 'รายงานการประชุม', file: 'minutes.pdf' }];
    const saved = save(REPORT, { asOf: '2025-03-31', evidence });
    expect(saved).toContain('ตรวจแล้ว\nasOf: 2025-03-31\nsubmitted: 2025-04-18\nevidence:\n  - title: รายงานการประชุม');
    expect(saved).toContain('    file: minutes.pdf\nreview: { completeness: 100, timeliness: 50 }\n');
    expect(save(saved, { asOf: undefined, evidence: undefined })).toBe(REPORT);
  });

  it('can be a first report in a file that only waits', () => {
    expect(entryFormat.fromFile('---\n---\n').body).toBeUndefined();
    expect(save('---\n---\n', { submitted: '2025-07-10', result: 0, body: 'เริ่มงาน' })).toBe(
      '---\nresult: 0\nsubmitted: 2025-07-10\n---\n\nเริ่มงาน\n',
    );
  });

  it('keeps its --- lines when every field is taken out', () => {
    expect(save('---\nresult: 1\n---\n', { result: undefined })).toBe('---\n---\n');
  });

  it('is not opened, and so not saved over, where the file cannot be read', () => {
    expect(() => entryFormat.fromFile('result: 1\n')).toThrow();
    expect(() => entryFormat.fromFile('---\nresult: 1\n')).toThrow();
    expect(() => entryFormat.fromFile('---\nresult: [1\n---\n')).toThrow();
    expect(() => entryFormat.fromFile('---\nwords\n---\n')).toThrow();
  });

  it('has no fields that were left empty, at any depth; zero stays', () => {
    const evidence = [{ title: 'ก', file: '', url: null }, {}];
    const data = new Map<string, unknown>([
      ['result', 0],
      ['asOf', ''],
      ['evidence', evidence],
    ]);
    expect(tidyEntry([0, '', null, undefined, ' ', [], 'ก'])).toEqual([0, 'ก']);
    expect(data.size).toBe(3);
  });
});

test.each([
  ['Minutes 1.PDF', 'minutes-1.pdf'],
  ['report_2025-01.final.jpeg', 'report_2025-01.final.jpg'],
  ['--Annex (A) & B--.webp', 'annex-a-b.webp'],
  ['รายงาน Meeting ครั้งที่ 2.pdf', 'meeting-2.pdf'],
  ['Café.png', 'cafe.png'],
])('%s is kept as %s', (chosen, kept) => {
  expect(nameEvidence(chosen)).toBe(kept);
});

test('a name without a Latin letter becomes one that is always the same for it, and another for another', () => {
  const [first, again, second, third] = ['รายงาน.pdf', 'รายงาน.pdf', 'รูปถ่าย.pdf', 'รายงาน 12.pdf'].map(nameEvidence);
  expect(first).toMatch(/^evidence-[a-z0-9]{6}\.pdf$/);
  expect(again).toBe(first);
  expect(second).not.toBe(first);
  expect(third).toMatch(/^evidence-12-[a-z0-9]{6}\.pdf$/);
});

test('every name that is given is one that the checker takes', () => {
  for (const chosen of ['ก.pdf', '...pdf', '.pdf', 'A__--__B.PNG', 'ปี2568-๒.webp', 'x.tar.gz.jpg', '😀.jpeg']) {
    expect([chosen, fileName.safeParse(nameEvidence(chosen)).success]).toEqual([chosen, true]);
  }
});

test.each(['ตาราง.xlsx', 'letter.docx', 'pdf', 'archive.zip'])('%s is not published and gets no name', (chosen) => {
  expect(nameEvidence(chosen)).toBeUndefined();
});

test('a long name is cut for lists between letters, marks kept with theirs', () => {
  expect(shortenName('ถนนชำรุด')).toBe('ถนนชำรุด');
  for (let lead = 55; lead < 62; lead++) {
    const short = shortenName(`${'ก'.repeat(lead)}เพิ่มที่นี่เป็นต้น`);
    expect(short.length).toBeLessThanOrEqual(61);
    expect(short).not.toMatch(/[เแโใไ]…$/);
    expect(short).toMatch(/^ก+(เพิ่?ม?ที่?นี่?)?…$|^ก+…$|…$/);
  }
});

test('our phrases are laid over those that are there', () => {
  const merged = mergePhrases(
    { auth: { login: 'เข้า' }, app: { header: { media: 'ไฟล์' } } },
    { 'app.header.content': 'ฟอร์ม' },
  );
  expect(merged).toEqual({ auth: { login: 'เข้า' }, app: { header: { media: 'ไฟล์', content: 'ฟอร์ม' } } });
});
