import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '#data/parse-yaml.ts';
import { findValues } from '#data/yaml-blocks.ts';
import { getFixture } from '../support/content-folder.ts';

/** Front matter of every file of a folder. */
function listMatters(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'));
  return files.flatMap((file) => /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? []);
}

describe('front matter read field by field', () => {
  test.each(['sites/minimal', 'sites/charts', 'issues', 'mistakes'])('says what it says as a whole in %s', (name) => {
    const matters = listMatters(getFixture(name));
    expect(matters.length).toBeGreaterThan(5);
    for (const matter of matters) {
      const whole = parseYaml(matter, 'a.mdx', 0);
      const values = findValues(matter, 'a.mdx');
      if (values !== undefined)
        expect({ matter, values, issues: whole.issues }).toEqual({ matter, values: whole.value, issues: [] });
    }
  });

  test('is read so wherever nothing is wrong with it', () => {
    const matters = [...listMatters(getFixture('sites/minimal')), ...listMatters(getFixture('sites/charts'))];
    for (const matter of matters)
      expect(findValues(matter, 'a.mdx'), matter).toEqual(parseYaml(matter, 'a.mdx', 0).value);
  });

  test.each([
    'result: 1\nresult: 2',
    'result: &a 1\nlevel: *a',
    'note: "one\ntwo: three"',
    'note: |\n  one\ntwo',
    'result: 1_000',
    'result: 0x10',
    'result: 1e3',
    '"result": 1',
    'evidence: [\n]',
    '? result\n: 1',
    '',
  ])('is left to be read as a whole where it is doubtful: %j', (matter) => {
    const values = findValues(matter, 'a.mdx');
    const { value, issues } = parseYaml(matter, 'a.mdx', 0);
    expect(values === undefined || (issues.length === 0 && JSON.stringify(values) === JSON.stringify(value))).toBe(
      true,
    );
  });

  test('has numbers as the reader of content has them', () => {
    for (const number of ['0', '-0', '-1.50', '12.30', '999999999.99999', '007', '+1', '.5', '1.', '1234567890123456'])
      for (const text of [`result: ${number}`, `result:  ${number}`, `result: ${number} # so`]) {
        const { value, issues } = parseYaml(text, 'a.mdx', 0);
        const values = findValues(text, 'a.mdx');
        expect([text, values]).toEqual([text, issues.length === 0 ? value : undefined]);
      }
  });
});
