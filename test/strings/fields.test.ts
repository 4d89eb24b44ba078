import { describe, expect, it, test } from 'vitest';
import en from '#strings/fields.en.json' with { type: 'json' };
import th from '#strings/fields.th.json' with { type: 'json' };
import { listFields } from '../support/walk-schema.ts';

const THAI = /\p{Script=Thai}/u;

describe('labels of fields', () => {
  const fields = listFields();

  it('are asked for every field of every schema', () => {
    expect(fields).toContain('indicator.scale.levels.points');
    expect(fields).toContain('calendar.quarters.due');
    expect(fields).toContain('plan.areas.subAreas.goals.code');
    expect(fields.length).toBeGreaterThan(150);
  });

  test.each([
    ['Thai', th],
    ['English', en],
  ])('stand in %s for these fields and no others', (_, labels) => {
    expect(Object.keys(labels).sort()).toEqual(fields);
  });

  test.each(Object.entries(th))('%s is called "%s" in Thai', (_, label) => {
    expect(label).toMatch(THAI);
    expect(label).toBe(label.trim());
  });

  test.each(Object.entries(en))('%s is called "%s" in English', (_, label) => {
    expect(label).toMatch(/\w/);
    expect(label).not.toMatch(THAI);
  });

  it('of one entry tell its fields apart', () => {
    for (const kind of ['indicator', 'report', 'year', 'plan', 'agency', 'calendar']) {
      const labels = Object.entries(th).filter(([key]) => key.startsWith(`${kind}.`));
      const repeated = labels.filter(([, label], index) => labels.findIndex(([, other]) => other === label) !== index);
      expect(repeated).toEqual([]);
    }
  });
});
