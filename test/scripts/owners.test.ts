import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { getCleanEnv } from '../setup/env.ts';
import { makeFolder, writeSite } from '../support/content-folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FILES = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS'];
const FINANCE = 'code: "20000000"\ngroup: offices\nnames:\n  - { name: สำนักคลัง }\nnameEn: Finance Office\n';
const SITE = readFileSync(join(ROOT, 'test/fixtures/sites/minimal/site.yaml'), 'utf8');

function runOwners(args: string[]) {
  const options = { cwd: ROOT, env: getCleanEnv(), encoding: 'utf8' } as const;
  return spawnSync(process.execPath, [join(ROOT, 'scripts/owners.ts'), ...args], options);
}

/** Writes the owners of a site into a folder of its own. */
function write(files: Record<string, string>, root = makeFolder()) {
  const content = writeSite(files);
  const run = runOwners(['--content', content, '--root', root]);
  const read = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined);
  return { ...run, root, content, texts: FILES.map(read) };
}

/** The rules of a file, without its comments. */
function listRules(text = ''): string[] {
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

const OWNED = {
  'agencies/finance.yaml': `${FINANCE}owners: ["@than-thong/finance", "@somchai"]\n`,
  'site.yaml': `${SITE}owners: ["@than-thong/performance"]\n`,
};

describe('CODEOWNERS', () => {
  it('gives an agency its reports of every year, and everything else to the owners of the site', () => {
    const { status, texts } = write(OWNED);
    expect(status).toBe(0);
    expect(texts[0]).toBe(texts[1]);
    const rules = listRules(texts[0]);
    expect(rules[0]).toBe('* @than-thong/performance');
    expect(rules).toContain('/content/agencies/ @than-thong/performance');
    expect(rules).toContain('/.github/ @than-thong/performance');
    // The last rule that fits counts.
    expect(rules.at(-1)).toBe('/content/reports/*/finance/ @than-thong/finance @somchai');
    expect(rules.filter((rule) => rule.includes('public-works'))).toEqual([]);
  });

  it('says of itself how it was made', () => {
    expect(write(OWNED).texts[0]).toMatch(/^# .*npm run owners/);
  });

  it('holds no rule while nobody is named, and tells how to name one', () => {
    const [text] = write({}).texts;
    expect(listRules(text)).toEqual([]);
    expect(text).toContain('owners: ["@organisation/finance"]');
  });

  test.each([
    ['an address', 'somchai@example.org'],
    ['a name without @', 'than-thong/finance'],
    ['a second rule in a name', '@a\\n* @b'],
    ['a comment', '@a #b'],
  ])('is not written with %s', (_, owner) => {
    const { status, stderr, texts } = write({ 'agencies/finance.yaml': `${FINANCE}owners: ["${owner}"]\n` });
    expect(status).toBe(1);
    expect(stderr).toContain('content/agencies/finance.yaml:6:10  CW318');
    expect(texts).toEqual([undefined, undefined]);
  });

  it('is not written where an agency cannot be read: its rule would be lost', () => {
    const root = write(OWNED).root;
    const before = readFileSync(join(root, '.github/CODEOWNERS'), 'utf8');
    const { status, texts } = write({ 'agencies/finance.yaml': 'code: "2000' }, root);
    expect(status).toBe(1);
    expect(texts[0]).toBe(before);
  });
});

describe('--check', () => {
  it('finds files that are not as the content says, and writes nothing', () => {
    const { root, content } = write(OWNED);
    const check = () => runOwners(['--check', '--content', content, '--root', root]);
    expect(check().status).toBe(0);
    writeFileSync(join(root, '.gitlab/CODEOWNERS'), '* @intruder\n');
    expect(check()).toMatchObject({ status: 1, stdout: expect.stringContaining('.gitlab/CODEOWNERS') });
    expect(check().stdout).not.toContain('.github/CODEOWNERS');
    expect(readFileSync(join(root, '.gitlab/CODEOWNERS'), 'utf8')).toBe('* @intruder\n');
  });

  it('finds them missing', () => {
    const root = makeFolder();
    expect(runOwners(['--check', '--root', root])).toMatchObject({ status: 1 });
    expect(existsSync(join(root, '.github'))).toBe(false);
  });

  it('is content with the files of this repository', () => {
    expect(runOwners(['--check'])).toMatchObject({ status: 0 });
  });
});

test.each([
  [['--root', 'no-such-folder'], 'There is no folder "no-such-folder"'],
  [['--content', 'no-such-folder'], 'There is no folder "no-such-folder"'],
  [['--lang', 'fr'], '--lang takes'],
  [['finance'], "'finance'"],
])('%j is not understood, and answered with what to type', (args, text) => {
  const { status, stderr } = runOwners(args);
  expect(status).toBe(2);
  expect(stderr).toContain(text);
  expect(stderr).toContain('npm run owners --');
});
