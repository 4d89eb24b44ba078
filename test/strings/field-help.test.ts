import { describe, expect, it, test } from 'vitest';
import helpEn from '#strings/field-help.en.json' with { type: 'json' };
import helpTh from '#strings/field-help.th.json' with { type: 'json' };
import { getCure } from '#strings/field-text.ts';
import labelsEn from '#strings/fields.en.json' with { type: 'json' };
import labelsTh from '#strings/fields.th.json' with { type: 'json' };
import { listFields } from '../support/walk-schema.ts';

const THAI = /\p{Script=Thai}/u;
const LONGEST = 240;

describe('the help of fields', () => {
  test.each([
    ['Thai', helpTh],
    ['English', helpEn],
  ])('stands in %s for every field and no other', (_, help) => {
    expect(Object.keys(help).sort()).toEqual(listFields());
  });

  test.each([
    ['Thai', helpTh, labelsTh],
    ['English', helpEn, labelsEn],
  ])('in %s is short and says more than the label', (_, help, labels: Record<string, string>) => {
    const all = new Set(Object.values(labels));
    const bad = Object.entries(help).filter(([key, text]) => {
      const isLabel = all.has(text) || text.startsWith(labels[key] ?? '?');
      return isLabel || text.length > LONGEST || text.length < 12 || text !== text.trim();
    });
    expect(bad).toEqual([]);
  });

  it('is Thai in Thai and English in English', () => {
    expect(Object.entries(helpTh).filter(([, text]) => !THAI.test(text))).toEqual([]);
    expect(Object.entries(helpEn).filter(([, text]) => THAI.test(text))).toEqual([]);
  });

  it('tells that no figure is not zero', () => {
    expect(helpTh['report.result']).toMatch(/ไม่ใช่ร้อยละของเป้าหมาย.*เว้นไว้.*0 แปลว่าศูนย์/);
  });
});

describe('the cure of a broken rule', () => {
  it('is told by its code, with what the rule knows', () => {
    expect(getCure('CW303.int', 'th')).toBe('พิมพ์จำนวนเต็ม เช่น 3');
    expect(getCure('CW305', 'en', { choices: 'higher, lower' })).toContain('higher, lower');
  });

  it('is asked for only where there is one', () => {
    expect(() => getCure('CW999', 'th')).toThrow('no cure for CW999');
  });
});
