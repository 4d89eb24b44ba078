import { describe, expect, it, test } from 'vitest';
import type { Issue } from '#domain/issue.ts';
import { catalogue } from '#domain/issue-catalogue.ts';
import { describeIssue, listVariants } from '#strings/issue-text.ts';
import en from '#strings/issues.en.json' with { type: 'json' };
import th from '#strings/issues.th.json' with { type: 'json' };
import { EXAMPLES, makeExample, readExample } from '../support/examples.ts';
import { listChoices } from '../support/walk-schema.ts';

const TEXTS: Record<string, string>[] = [th, en];
const THAI = /\p{Script=Thai}/u;

function findPlaceholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

/** The key that an issue's text or cure is taken from. */
function findKey(part: 'text' | 'fix', { code, params = {} }: Issue, texts: Record<string, string>): string {
  const base = `${code}.${part}`;
  const variant = listVariants(params).find((name) => `${base}.${name}` in texts);
  return variant === undefined ? base : `${base}.${variant}`;
}

describe('texts of issues', () => {
  it('have the same keys and the same places to fill in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(th));
    const differing = Object.entries(th).filter(([key, text]) => {
      return `${findPlaceholders(text)}` !== `${findPlaceholders(TEXTS[1]?.[key] ?? '')}`;
    });
    expect(differing).toEqual([]);
  });

  test.each(Object.keys(catalogue))('say of %s what is wrong and what to type', (code) => {
    for (const part of ['text', 'fix']) {
      const keys = Object.keys(th).filter((key) => key.startsWith(`${code}.${part}`));
      expect(keys).not.toEqual([]);
    }
  });

  it('belong to a code of the catalogue, to a choice or to the report', () => {
    const strays = Object.keys(th).filter((key) => {
      const code = /^(CW\d{3})\.(text|fix)(\.[a-z-]+)*$/.exec(key)?.[1];
      return code === undefined ? !/^(choice|report)\./.test(key) : !(code in catalogue);
    });
    expect(strays).toEqual([]);
  });

  it('are Thai in Thai, and English without Thai but for words that are quoted', () => {
    expect(Object.entries(th).filter(([, text]) => !THAI.test(text))).toEqual([]);
    const quoted = /^CW(608|609|617|618|615)\./;
    expect(Object.entries(en).filter(([key, text]) => THAI.test(text) && !quoted.test(key))).toEqual([]);
  });

  it('ask for nothing with "please" and call nothing "invalid"', () => {
    const unwanted = /กรุณา|โปรด|ไม่ถูกต้อง|please|invalid|illegal|oops|sorry/i;
    expect(TEXTS.flatMap((texts) => Object.entries(texts)).filter(([, text]) => unwanted.test(text))).toEqual([]);
  });

  it('explain every word that a field may be chosen from, and no other', () => {
    const explained = Object.keys(th).flatMap((key) => /^choice\.(.+)$/.exec(key)?.[1] ?? []);
    expect(explained.sort()).toEqual(listChoices());
  });
});

describe('the texts as they are filled', () => {
  it('each stand in some example, and none is left with a place unfilled', () => {
    const used = new Set<string>();
    const unfilled: string[] = [];
    for (const name of EXAMPLES) {
      for (const issue of readExample(makeExample(name))) {
        used.add(findKey('text', issue, th)).add(findKey('fix', issue, th));
        const known = { ...issue.params, key: '', choices: '', nearest: '' };
        for (const key of [findKey('text', issue, th), findKey('fix', issue, th)]) {
          const missing = findPlaceholders(TEXTS[0]?.[key] ?? '').filter((name) => !(name in known));
          if (missing.length > 0) unfilled.push(`${key}: ${missing}`);
        }
        for (const language of ['th', 'en'] as const) {
          const { message, fix } = describeIssue(issue, language);
          expect(message, issue.code).not.toBe('');
          expect(fix, issue.code).not.toBe('');
        }
      }
    }
    expect(unfilled).toEqual([]);
    // CW415 is shown elsewhere; CW303 without more is for a kind of value that no schema has so far.
    const written = Object.keys(th).filter((key) => /^CW/.test(key) && !/^CW415|^CW303\.(text|fix)$/.test(key));
    expect(written.filter((key) => !used.has(key))).toEqual([]);
  });
});
