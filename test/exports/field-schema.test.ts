import { describe, expect, it, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import type { JsonSchema } from '#domain/schemas/json-schema.ts';
import { buildFieldSchema } from '#exports/field-schema.ts';
import { buildNameSchema } from '#exports/name-schema.ts';
import { getFixture } from '../support/content-folder.ts';
import { listEntries, SchemaJudge } from '../support/field-schemas.ts';

const judge = new SchemaJudge(getFixture('sites/minimal'));

/** Mistakes in one field that a JSON Schema can tell. */
const TOLD = [301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311, 312, 313, 314, 315, 316, 318];

/** The schema of a field by the path of its key. */
function getField(schema: JsonSchema, ...path: string[]): JsonSchema {
  return path.reduce<JsonSchema>((found, name) => {
    const { items } = found;
    const inner = typeof items === 'object' && !Array.isArray(items) ? items : found;
    const field = inner.properties?.[name];
    if (typeof field !== 'object') throw new Error(`no field ${path.join('.')}`);
    return field;
  }, schema);
}

describe('the JSON Schemas of entries', () => {
  test.each(['sites/minimal', 'sites/charts'])('accept every entry of %s', (site) => {
    const folder = getFixture(site);
    expect(listEntries(folder).length).toBeGreaterThan(10);
    expect(judge.judgeFolder(folder)).toEqual({});
  });

  it('accept every entry of the repository, whatever names it adds', () => {
    expect(listEntries('content').length).toBeGreaterThan(10);
    expect(judge.judgeFolder('content')).toEqual({});
  });

  test.each(TOLD)('refuse the files of the example of CW%i', (code) => {
    const folder = getFixture(`issues/CW${code}`);
    expect(Object.keys(judge.judgeFolder(folder)).sort()).toEqual(
      listEntries(folder)
        .map(({ file }) => file)
        .sort(),
    );
  });

  it('cannot tell how a number is spelt: CW317 is the checker’s alone', () => {
    const folder = getFixture('issues/CW317');
    const refused = Object.values(judge.judgeFolder(folder)).flat();
    // One of its numbers is too great as well.
    expect(refused.filter((message) => !message.startsWith('/review/timeliness'))).toEqual([]);
  });

  it('refuse a year of the Buddhist era in a date, and take a day of a leap year', () => {
    expect(judge.judge('report', { asOf: '2567-01-31' })).not.toEqual([]);
    expect(judge.judge('report', { asOf: '2023-02-29' })).not.toEqual([]);
    expect(judge.judge('report', { asOf: '2024-02-29' })).toEqual([]);
  });

  it('refuse one group of a scale with the fields of another', () => {
    const scale = { kind: 'bands', between: 'step', edges: [1, 2, 3, 4, 5], floor: 1 };
    const said = (changes: object) => judge.judge('indicator', { scale: { ...scale, ...changes } }).join();
    expect(said({})).not.toContain('/scale');
    expect(said({ baseline: 0 })).toContain('/scale');
    expect(said({ floor: 2 })).toContain('/scale/floor');
  });
});

describe('what an editor shows', () => {
  const indicator = buildFieldSchema('indicator', 'th');

  it('is the name, the help and the meanings of the choices, in Thai', () => {
    const field = getField(indicator, 'accumulation');
    expect(field.title).toBe('วิธีนับผลรายไตรมาส');
    expect(field.description).toContain('cumulative ยอดรวมตั้งแต่ต้นปี');
    expect(field.enum).toEqual(['cumulative', 'per-quarter', 'latest', 'year-end', 'unknown']);
    expect(field.enumDescriptions).toContain('นับแยกแต่ละไตรมาส');
    expect(getField(indicator, 'target').markdownDescription).toContain('- `unknown` — ไม่ทราบ');
  });

  it('is English where English is asked for', () => {
    expect(getField(buildFieldSchema('report', 'en'), 'result').title).toBe('Result');
  });

  it('is what to type, never a code of ours, where a rule is broken', () => {
    const title = getField(buildFieldSchema('report', 'th'), 'evidence', 'file');
    expect(title.patternErrorMessage).toContain('minutes-1.pdf');
    for (const kind of ['indicator', 'report', 'agency', 'plan', 'site', 'calendar', 'year'] as const)
      expect(JSON.stringify(buildFieldSchema(kind, 'th'))).not.toMatch(/CW\d{3}|x-issue|\{\w+\}"/);
  });

  it('is never a zero where no number was typed', () => {
    // An editor completes a field of the plain type number with 0.
    expect(getField(buildFieldSchema('report', 'th'), 'result').type).toBeUndefined();
  });

  it('is a whole group at once, for evidence and for each kind of scale', () => {
    const { items } = getField(buildFieldSchema('report', 'th'), 'evidence');
    expect(items).toMatchObject({ defaultSnippets: [{ body: { file: '$2' } }, { body: { url: '$2' } }] });
    const kinds = getField(indicator, 'scale').oneOf?.map((option) => option.defaultSnippets);
    expect(kinds).toMatchObject(['milestones', 'bands', 'proportional'].map((kind) => [{ body: { kind } }]));
  });
});

describe('the names that exist', () => {
  const { dataset } = readContent(getFixture('sites/minimal'));
  const names = buildNameSchema(dataset, 'th');

  it('are offered with what they stand for, and anything else still passes', () => {
    const offered = JSON.stringify(names);
    for (const word of ['finance/tax-collection', 'offices', 'city-plan', '"1.1.1"']) expect(offered).toContain(word);
    expect(judge.judge('agency', { code: '12345678', group: 'brand-new', names: [{ name: 'สำนักใหม่' }] })).toEqual([]);
  });

  it('leave the shape of a name to the schemas', () => {
    const said = judge.judge('agency', { code: '12345678', group: 'ใหม่', names: [{ name: 'สำนักใหม่' }] });
    expect(said).toEqual([expect.stringContaining('/group')]);
  });

  it('are none for a folder without content', () => {
    const empty = { ...dataset, site: undefined, plans: new Map(), indicatorYears: new Map() };
    expect(buildNameSchema(empty, 'th')).toMatchObject({ definitions: { plan: { type: 'string' } } });
  });
});
