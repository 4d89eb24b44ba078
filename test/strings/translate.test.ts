import { describe, expect, test } from 'vitest';
import en from '#strings/en.json' with { type: 'json' };
import th from '#strings/th.json' with { type: 'json' };
import { createTranslate, fill } from '#strings/translate.ts';

const thai: Record<string, string> = th;
const english: Record<string, string> = en;

/** Thai needs no years of the common era: a Thai reader counts in Buddhist years. */
const ENGLISH_ONLY: Record<string, string[]> = { 'year.label': ['span'] };

function getPlaces(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}

describe('the texts of both languages', () => {
  test('have the same keys in the same order, so that translators find them', () => {
    expect(Object.keys(english)).toEqual(Object.keys(thai));
  });

  test('have the same places to fill', () => {
    const places = (text: string, extra: string[]) => getPlaces(text).filter((name) => !extra.includes(name));
    const differing = Object.entries(thai).filter(([key, text]) => {
      return `${places(english[key] ?? '', ENGLISH_ONLY[key] ?? [])}` !== `${getPlaces(text)}`;
    });
    expect(differing).toEqual([]);
  });

  test('are not empty and have no space at their ends', () => {
    const texts = [...Object.entries(thai), ...Object.entries(english)];
    expect(texts.filter(([, text]) => text === '' || text !== text.trim())).toEqual([]);
  });

  test('stand in their own language', () => {
    const isThai = (text: string) => /[\u0E01-\u0E4E]/.test(text);
    const own = Object.keys(thai).filter((key) => !key.startsWith('language.'));
    const hasWords = (text: string) => /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));
    expect(own.filter((key) => isThai(english[key] ?? ''))).toEqual([]);
    expect(own.filter((key) => hasWords(thai[key] ?? '') && !isThai(thai[key] ?? ''))).toEqual([]);
  });

  test('nothing depends on a number being one or many: English writes counts behind a colon', () => {
    const counted = Object.values(english).filter((text) => /\{(count|indicators|agencies)\} [a-z]/.test(text));
    expect(counted).toEqual([]);
  });
});

describe('a text', () => {
  test('is filled from its params, in its language', () => {
    expect(createTranslate('th')('quarter.label', { quarter: 2 })).toBe('ไตรมาสที่ 2');
    expect(createTranslate('en')('quarter.label', { quarter: 2 })).toBe('Quarter 2');
    expect(createTranslate('en').language).toBe('en');
  });

  test('shows a place that nothing fills, rather than hiding the mistake', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}');
  });

  test('fills zero and an empty text, and fills a place as often as it stands', () => {
    expect(fill('{a}{b}{a}', { a: 0, b: '' })).toBe('00');
  });

  test('does not fill what a param brings with it, nor reads dollar signs in it', () => {
    expect(fill('{a} {b}', { a: '{b} $&', b: 'x' })).toBe('{b} $& x');
  });
});
