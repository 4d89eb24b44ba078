import { existsSync, readFileSync } from 'node:fs';
import { matchesGlob, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { writeText } from '../../scripts/check/write-report.ts';
import { findIssues, getFixture, writeSite } from '../support/content-folder.ts';
import { listEntries } from '../support/field-schemas.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const readJson = (name: string) => JSON.parse(readFileSync(`${ROOT}/.vscode/${name}`, 'utf8'));

interface Pattern {
  regexp: string;
  file?: number;
  line?: number;
  column?: number;
  code?: number;
  message?: number;
}

interface Matcher {
  severity: string;
  pattern: [Pattern, Pattern];
}

/** What an editor makes of a report: severity, place, code and message of each problem. */
function match(report: string, matchers: Matcher[]): string[] {
  const lines = report.split('\n');
  return lines.flatMap((line, index) =>
    matchers.flatMap(({ severity, pattern: [head, next] }) => {
      const place = new RegExp(head.regexp).exec(line);
      const words = new RegExp(next.regexp).exec(lines[index + 1] ?? '');
      if (place === null || words === null) return [];
      const parts = [head.code, head.file, head.line, head.column].map((group) => place[group ?? -1]);
      return [`${severity} ${parts.join(' ')} ${words[next.message ?? -1]}`];
    }),
  );
}

describe('the settings of VS Code', () => {
  it('hold each YAML file of a content against the schema of its kind', () => {
    const schemas: [string, string][] = Object.entries(readJson('settings.json')['yaml.schemas']);
    const entries = listEntries(getFixture('sites/minimal')).filter(({ file }) => file.endsWith('.yaml'));
    for (const { file, kind } of entries) {
      const found = schemas.filter(([, glob]) => matchesGlob(`/content/${file}`, glob)).map(([schema]) => schema);
      expect([file, found]).toEqual([file, [`./.vscode/schemas/${kind}.schema.json`]]);
    }
    for (const [schema] of schemas) expect(existsSync(resolve(ROOT, schema))).toBe(true);
  });

  it('let Astro’s server help in front matter, and let Thai stand unmarked', () => {
    expect(readJson('settings.json')).toMatchObject({
      'astro.content-intellisense': true,
      'editor.unicodeHighlight.nonBasicASCII': false,
      'files.encoding': 'utf8',
      'files.eol': '\n',
    });
    expect(readJson('extensions.json').recommendations).toContain('astro-build.astro-vscode');
  });
});

describe('the task that checks', () => {
  const { tasks } = readJson('tasks.json');
  const task = tasks.find(({ command }: { command: string }) => command === 'npm run --silent check');

  it('puts every issue of the report where it lies, with its code and words', () => {
    const folder = writeSite({
      'reports/2567/finance/e-receipt/q3.mdx': '---\nresutl: 60\n---\n\nลงนามในสัญญา\n',
      'reports/2567/finance/e-receipt/q4.mdx': '---\nresult: 6000\n---\n\nลงนามในสัญญา\n',
    });
    const { issues, counts } = readContent(folder);
    const report = writeText({ issues, files: counts.files, content: 'content' }, 'th', false);
    const found = match(report, task.problemMatcher);
    expect(found).toHaveLength(issues.length);
    expect(found.join('\n')).toMatch(/^warning CW\d+ content\/reports\/2567/m);
    expect(found).toContain('error CW301 content/reports/2567/finance/e-receipt/q3.mdx 2 1 resutl: ไม่มีช่องชื่อ “resutl”');
  });
});

describe('the snippets', () => {
  const snippets: Record<string, { body: string[] }> = readJson('chiwat.code-snippets');
  const write = (name: string) => (snippets[name]?.body ?? []).join('\n').replace(/\$\{\d+:([^}]*)\}/g, '$1');

  test.each([
    ['รายงานไตรมาส', 'q3.mdx'],
    ['รายงานไตรมาส ไม่มีตัวเลข', 'q3.mdx'],
    ['สรุปทั้งปี', 'year.mdx'],
  ])('%s: is a file that has no problem as it stands', (name, file) => {
    const path = `reports/2567/finance/e-receipt/${file}`;
    const text = write(name)
      .replace('25.5', '85')
      .replace('2020-12-31', '2024-06-30')
      .replace('2021-01-12', '2024-07-05');
    expect(findIssues(writeSite({ [path]: text })).filter((issue) => issue.includes(path))).toEqual([]);
  });

  test.each(['หลักฐานในเนื้อความ', 'หมายเหตุ'])('%s: may stand in the text of a report', (name) => {
    const path = 'reports/2567/finance/e-receipt/q3.mdx';
    const folder = writeSite({
      [path]: `---\nresult: 60\n---\n\nลงนามในสัญญา\n\n${write(name)}\n`,
      'reports/2567/finance/e-receipt/minutes-1.pdf': '%PDF-1.4\n',
    });
    expect(findIssues(folder).filter((issue) => issue.includes(path))).toEqual([]);
  });
});
