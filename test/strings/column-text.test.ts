import { describe, expect, test } from 'vitest';
import { TABLES } from '#exports/tables/tables.ts';
import { getColumnChoice, getColumnText, getTableText, getTypeText, getUnitText } from '#strings/column-text.ts';
import en from '#strings/columns.en.json' with { type: 'json' };
import th from '#strings/columns.th.json' with { type: 'json' };

const THAI = /\p{Script=Thai}/u;
const columns = TABLES.flatMap((table) => table.columns);

describe('texts of the columns', () => {
  test('say in both languages what every column, type, unit and value means', () => {
    expect(columns.length).toBeGreaterThan(120);
    for (const column of columns) {
      for (const [language, isThai] of [
        ['th', true],
        ['en', false],
      ] as const) {
        const { name, meaning } = getColumnText(column, language);
        const unit = column.unit === undefined ? '' : getUnitText(column.unit, language);
        const texts = [name, meaning, getTypeText(column.type, language), ...(unit === '' ? [] : [unit])];
        const values = column.choices.map((value) => getColumnChoice(column.words, value, language));
        for (const text of [...texts, ...values]) expect(THAI.test(text), `${column.id}: ${text}`).toBe(isThai);
      }
    }
  });

  test('of tables are there in both languages', () => {
    for (const { id } of TABLES) {
      expect(getTableText(id, 'th').about).toMatch(THAI);
      expect(getTableText(id, 'en').about).not.toMatch(THAI);
    }
  });

  test('are all used, by keys that both languages have', () => {
    expect(Object.keys(en)).toEqual(Object.keys(th));
    const ids = new Set(columns.map(({ id }) => id));
    const values = new Set([...columns.flatMap(({ choices }) => choices), 'true', 'false']);
    const types = new Set<string>(columns.map(({ type }) => type));
    const units = new Set<string | undefined>(columns.map(({ unit }) => unit));
    const tables = new Set<string>(TABLES.map(({ id }) => id));
    const known: Record<string, Set<string | undefined>> = {
      choice: values,
      type: types,
      measure: units,
      table: tables,
      about: tables,
    };
    const unused = Object.keys(th).filter((key) => {
      const [first = '', second = ''] = key.split('.');
      return known[first] === undefined ? !ids.has(first) : !known[first].has(second);
    });
    expect(unused).toEqual([]);
  });
});
