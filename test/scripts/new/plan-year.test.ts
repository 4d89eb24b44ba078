import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { moveDay } from '../../../scripts/new/plan-calendar.ts';
import { planYear, type YearChoice } from '../../../scripts/new/plan-year.ts';
import { tryFiles } from '../../../scripts/new/try-files.ts';
import { copySite, getFixture, writeSite } from '../../support/content-folder.ts';

const ROADS = 'reports/2567/public-works/road-repair/indicator.mdx';
const HEAD = 'kind: routine\noutcome: output\nweight: 12.50\nunit: สาย\ndirection: higher\naccumulation: latest\n';

/** Plans a year of a site; texts by file, keys of the notes. */
function plan(folder: string, choice: Partial<YearChoice> = {}) {
  const findText = (file: string) => {
    const path = join(folder, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const { dataset } = readContent(folder);
  const made = planYear({ dataset, findText }, { year: 2568, isStated: false, hasStubs: true, ...choice });
  const texts = new Map(made.files.map(({ file, text }) => [file, text]));
  return { ...made, texts, keys: made.notes.map(({ key }) => key) };
}

function writeRoads(front: string, body = ''): string {
  return writeSite({ [ROADS]: `---\nname: ถนน\n${HEAD}${front}---\n${body}` });
}

const NEXT = ROADS.replace('2567', '2568');

describe('the promises of a new year', () => {
  it('invent no target and carry what lasts, decimals and text as typed', () => {
    const folder = writeRoads(
      'target: 90\nscale: { kind: proportional, baseline: 10.50 }\n',
      '\n## คำนิยาม\n\nนับ  ถนน\n',
    );
    const text = plan(folder).texts.get(NEXT);
    expect(text).toContain('target: unknown\n');
    expect(text).toContain('weight: 12.50\n');
    expect(text).toContain('baseline: 10.50');
    expect(text).toMatch(/\n## คำนิยาม\n\nนับ {2}ถนน\n$/);
  });

  test.each([
    ['quarterTargets: [1, 2, 3, 4]\n', 'quarterTargets:', 'note.review-quarter-targets'],
    ['notScored: { reason: disputed, note: ขัดกัน }\n', 'disputed', 'note.review-not-scored'],
    ['negotiated: true\n', 'negotiated: true', 'note.review-negotiated'],
    ['declared: { target: "5" }\n', 'declared', undefined],
    ['redefined: วัดใหม่\n', 'redefined', undefined],
    ['source: { document: แบบ.txt, year: inferred, inferred: [target] }\n', 'source', undefined],
  ])('leave %j behind', (field, gone, note) => {
    const { texts, keys } = plan(writeRoads(`${field}target: 90\nscale: { kind: proportional }\n`));
    expect(texts.get(NEXT)).not.toContain(gone);
    if (note !== undefined) expect(keys).toContain(note);
  });

  it('have weight and code carried, and a line above the fields that asks for a look at both', () => {
    const { texts, keys } = plan(writeRoads('code: 1000-12\ntarget: 90\nscale: { kind: proportional }\n'));
    expect(texts.get(NEXT)).toMatch(/^---\n(?:# .*\n)*# .*\(code\).*\n# .*\(weight\)/u);
    expect(keys).toEqual(expect.arrayContaining(['note.review-code', 'note.review-weight']));
    const without = plan(writeRoads('target: 90\nscale: { kind: proportional }\n'));
    expect(without.keys).not.toContain('note.review-code');
  });

  it('keep the mark of what was our own reading', () => {
    const source = 'source: { document: a.txt, name: described, inferred: [direction, target, scale] }\n';
    const { texts, keys } = plan(writeRoads(`target: 90\nscale: { kind: proportional }\n${source}`));
    expect(texts.get(NEXT)).toMatch(/source:\n {2}name: described\n {2}inferred: \[ ?direction, scale ?\]/);
    expect(keys).toContain('note.marks');
  });

  it('drop a plan that is not in force any more, and say so in the file', () => {
    const plans = 'plan: { id: city-plan, goal: "1.1.1" }\ntarget: 90\nscale: { kind: proportional }\n';
    const folder = writeRoads(plans);
    expect(plan(folder).texts.get(NEXT)).toContain('id: city-plan');
    const late = plan(folder, { year: 2571 });
    expect(late.texts.get(ROADS.replace('2567', '2571'))).not.toContain('city-plan');
    expect(late.keys).toContain('note.review-plan');
  });

  it('leave out what was withdrawn, and what stands in another folder already', () => {
    const series = readFileSync(getFixture('sites/minimal', ROADS), 'utf8').replace(
      'unit:',
      'series: public-works/road-repair\nunit:',
    );
    const folder = writeSite({
      'reports/2567/finance/tax-collection/indicator.mdx': `---\nname: ภาษี\n${HEAD}target: 1\nscale: { kind: proportional }\nwithdrawn: { quarter: 2, reason: เลิก }\n---\n`,
      'reports/2568/public-works/roads/indicator.mdx': series,
    });
    const { texts, keys } = plan(folder);
    expect([...texts.keys()].filter((file) => file.includes('tax-collection'))).toEqual([]);
    expect(texts.has(NEXT)).toBe(false);
    expect(keys).toEqual(expect.arrayContaining(['note.withdrawn', 'note.elsewhere']));
  });

  it('take along a picture that the text shows', () => {
    const folder = writeRoads('target: 90\nscale: { kind: proportional }\n', '\n![ถนน](road.png)\n');
    const { copies, files } = plan(folder);
    expect(copies).toEqual([
      { from: ROADS.replace('indicator.mdx', 'road.png'), to: NEXT.replace('indicator.mdx', 'road.png') },
    ]);
    expect(tryFiles(readContent(folder), files, copies)).toEqual([]);
  });

  it('are narrowed to agencies, and never written over', () => {
    const folder = writeSite({ [NEXT]: `---\nname: ของฉัน\n${HEAD}target: 5\nscale: { kind: proportional }\n---\n` });
    const { texts, kept } = plan(folder, { agencies: ['public-works'] });
    expect([...texts.keys()].filter((file) => file.includes('/finance/'))).toEqual([]);
    expect(kept).toEqual([NEXT]);
    expect(texts.has(NEXT.replace('indicator', 'q1'))).toBe(true);
  });
});

describe('the calendar of a new year', () => {
  it('is last year’s moved, and assumed whatever last year’s was', () => {
    const { texts } = plan(copySite(), { hasStubs: false });
    expect([...texts.keys()]).toEqual(['calendar/2568.yaml']);
    expect(texts.get('calendar/2568.yaml')).toMatch(/due: "?2025-01-15"?, closed: "?2025-02-15/);
    expect(texts.get('calendar/2568.yaml')).toContain('basis: assumed');
    expect(plan(copySite(), { isStated: true }).texts.get('calendar/2568.yaml')).toContain('basis: stated');
  });

  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-01-31', -1, '2023-01-31'],
  ])('%s moved by %i years is %s', (day, years, moved) => {
    expect(moveDay(day, years)).toBe(moved);
  });

  it('says when a day had to give way', () => {
    const calendar = readFileSync(getFixture('sites/minimal/calendar/2567.yaml'), 'utf8').replace(
      '2024-02-15',
      '2024-02-29',
    );
    expect(plan(writeSite({ 'calendar/2567.yaml': calendar })).keys).toContain('note.moved-day');
  });

  it('can be the first of all', () => {
    const folder = copySite();
    const content = readContent(folder);
    const dataset = { ...content.dataset, calendars: new Map(), indicatorYears: new Map() };
    const { files } = planYear({ dataset, findText: () => undefined }, { year: 2570, isStated: false, hasStubs: true });
    expect(files[0]?.text).toMatch(/due: "?2027-01-15"?, closed: "?2027-01-31/);
    expect(tryFiles(content, files)).toEqual([]);
  });
});
