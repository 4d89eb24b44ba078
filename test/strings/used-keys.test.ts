import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import th from '#strings/th.json' with { type: 'json' };

const SRC = resolve(import.meta.dirname, '../../src');
/** Layers that word things for people; dotted words elsewhere are fields of entries. */
const SPEAKING = /^(strings|charts|views|exports|search|components|layouts|pages)\/.*\.(ts|astro|mdx)$/;

const keys = Object.keys(th);
const spaces = new Set(keys.map((key) => key.split('.')[0]));

interface Uses {
  /** Keys written out. */
  literal: Set<string>;
  /** Beginnings of keys whose end is put in: `status.${…}`. */
  families: Set<string>;
}

/** Keys that a source text names, wherever they stand: in t(…), in a choice, in a table. */
function findUses(text: string): Uses {
  const words = text.replace(/\bfrom '[^']+'/g, '');
  const literal = [...words.matchAll(/(['"])([a-z-]+\.[a-z0-9-]+)\1/g)].map(([, , key = '']) => key);
  const families = [...words.matchAll(/`([a-z-]+\.[a-z-]*)\$\{/g)].map(([, start = '']) => start);
  const isOurs = (key: string) => spaces.has(key.split('.')[0]);
  return { literal: new Set(literal.filter(isOurs)), families: new Set(families.filter(isOurs)) };
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => SPEAKING.test(file));
const uses = findUses(files.map((file) => readFileSync(`${SRC}/${file}`, 'utf8')).join('\n'));

describe('keys of the texts', () => {
  test('that the source names exist', () => {
    expect(uses.literal.size).toBeGreaterThan(80);
    expect([...uses.literal].filter((key) => !Object.hasOwn(th, key))).toEqual([]);
  });

  test('that the source puts together have at least one text', () => {
    expect(uses.families).toContain('status.');
    expect([...uses.families].filter((start) => !keys.some((key) => key.startsWith(start)))).toEqual([]);
  });

  test('are all used: what nothing shows is deleted', () => {
    const isUsed = (key: string) => uses.literal.has(key) || [...uses.families].some((start) => key.startsWith(start));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  test('are seen in calls, choices, tables and templates', () => {
    const found = findUses(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a source file
      "t('nav.home'); t(late ? 'report.submitted-late' : 'report.submitted'); { key: 'disagreement.cut' }; t(`scale.between-${x}`)",
    );
    expect([...found.literal]).toEqual(['nav.home', 'report.submitted-late', 'report.submitted', 'disagreement.cut']);
    expect([...found.families]).toEqual(['scale.between-']);
  });
});
