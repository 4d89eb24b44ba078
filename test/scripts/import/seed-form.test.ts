import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { isError } from '#domain/issue.ts';
import { getFixture } from '../../support/content-folder.ts';
import { ROOT } from '../../support/run-check.ts';
import { callImport, copyContentWithoutForm, runImport } from './import-fixture.ts';

const PATH = '2564/budget/pbis';
const SEED = getFixture('forms', 'seed.txt');
const PLACE = [SEED, '--year', '2564', '--agency', 'budget', '--id', 'pbis'];
const READINGS = ['--direction', 'higher', '--accumulation', 'cumulative', '--between', 'step', '--unit', 'ร้อยละ'];

function readItem(content: string) {
  const { dataset, issues } = readContent(content);
  const item = dataset.indicatorYears.get(PATH);
  return { item, errors: issues.filter((issue) => issue.file.includes(PATH) && isError(issue)) };
}

describe('the source form', () => {
  const content = copyContentWithoutForm;

  it('comes to the facts that were taken from it by hand', () => {
    const folder = content();
    const { status } = runImport([...PLACE, ...READINGS, '--target', '100'], folder);
    const { item: byHand } = readItem(join(ROOT, 'content'));
    const { item, errors } = readItem(folder);
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    const { source, ...facts } = item?.indicator.data ?? {};
    const { source: sourceByHand, ...factsByHand } = byHand?.indicator.data ?? {};
    expect(facts).toEqual(factsByHand);
    expect(source).toMatchObject({ document: 'seed.txt', year: 'inferred', name: 'stated' });
    expect(source?.inferred).toEqual(sourceByHand?.inferred);
    expect(item?.summary?.data).toEqual(byHand?.summary?.data);
    expect(Object.keys(item?.reports ?? {})).toEqual(Object.keys(byHand?.reports ?? {}));
    expect(Object.keys(item?.summary?.sections ?? {})).toEqual(['obstacles']);
    expect(Object.keys(item?.indicator.sections ?? {})).toEqual(['definition', 'method']);
  });

  it('keeps its own words, mistakes and all', () => {
    const folder = content();
    callImport(PLACE, folder);
    const year = readFileSync(join(folder, 'reports', PATH, 'year.mdx'), 'utf8');
    expect(year).toContain('ได้ตามพรย.จัดซื้อจัดจ้างได้');
    expect(year).toContain('result: 75.00\n');
  });

  it('leaves open what it does not say, and says what to type', () => {
    const { status, stdout } = callImport(PLACE, content());
    expect(status).toBe(1);
    for (const option of ['--direction', '--accumulation', '--between', '--unit', '--target']) {
      expect(stdout).toMatch(new RegExp(`indicator\\.mdx .* → .*${option}`, 'u'));
    }
    expect(stdout.match(/CW302 {2}ต้องแก้/gu)).toHaveLength(5);
    expect(stdout).toContain('ยังไม่ได้ระบุ');
    expect(stdout).toContain('npm run check -- reports/2564/budget/pbis');
    expect(stdout).toContain('ยังไม่ได้จัดเข้าช่อง 0');
  });

  it('is written once: again nothing changes, with other readings nothing is overwritten without --force', () => {
    const folder = content();
    callImport(PLACE, folder);
    const file = join(folder, 'reports', PATH, 'indicator.mdx');
    const before = readFileSync(file, 'utf8');
    expect(callImport(PLACE, folder)).toMatchObject({ status: 0, stdout: expect.stringContaining('ไม่ได้เขียนอะไร') });
    const refused = callImport([...PLACE, ...READINGS], folder);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain('ไม่ได้เขียนทับ');
    expect(refused.stdout).toContain('--force');
    expect(readFileSync(file, 'utf8')).toBe(before);
    callImport([...PLACE, ...READINGS, '--force'], folder);
    expect(readFileSync(file, 'utf8')).toContain('direction: higher');
  });

  it('is told to programs with every file and every line', () => {
    const folder = content();
    const { stdout } = callImport([...PLACE, '--dry-run', '--format', 'json'], folder);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ version: 1, refused: [], issues: [] });
    const [form] = report.forms;
    expect(form.files.map(({ state }: { state: string }) => state)).toEqual(Array(5).fill('planned'));
    expect(form.characters).toMatchObject({ all: 2883, unplaced: 0, private: 0 });
    expect(form.open).toContainEqual(expect.objectContaining({ field: 'direction', isRequired: true }));
    expect(readItem(folder).item).toBeUndefined();
  });

  it('may come through a pipe, and be told in English', () => {
    const [, ...rest] = PLACE;
    const { status, stdout } = runImport(['-', ...rest, '--lang', 'en', '--dry-run'], content(), readFileSync(SEED));
    expect(status).toBe(0);
    expect(stdout).toContain('left open, to be filled in before publishing');
    expect(stdout).toContain('standard input:5');
  });
});
