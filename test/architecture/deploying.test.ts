import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(`${ROOT}/${file}`, 'utf8');
const RECIPES = [...read('docs/deploying.md').matchAll(/```(nginx|apache|caddyfile)\n([\s\S]*?)```/g)];

/** The policies that pages carry: of all, and of the search. */
const TEMPLATE = /const policy = `(default-src[^`]+)`/.exec(read('src/layouts/Base.astro'))?.[1] ?? '';
const SCRIPTS = [...(/const scripts = .*$/m.exec(read('src/layouts/Base.astro'))?.[0] ?? '').matchAll(/"([^"]+)"/g)];
const POLICIES = SCRIPTS.map(([, scripts = '']) => TEMPLATE.replace(/\$\{scripts\}/, scripts));

describe('the recipes for hosts', () => {
  it('are three, and pages have two policies', () => {
    expect(RECIPES.map(([, host]) => host)).toEqual(['nginx', 'apache', 'caddyfile']);
    expect(POLICIES).toHaveLength(2);
    expect(POLICIES.join('\n')).not.toContain('$');
  });

  test.each(RECIPES.map(([, host = '', text = '']) => [host, text]))('%s sends what the pages say', (_, text) => {
    for (const policy of POLICIES) expect(text).toContain(`"${policy}; frame-ancestors 'none'"`);
    expect(text).toContain('nosniff');
    expect(text).toContain('immutable');
    expect(text).toContain('/404.html');
  });
});

/** Settings that nobody types: our commands hand them to each other. */
const HANDED_ON = new Set(['CHIWAT_USAGE', 'CHIWAT_FORMS', 'CHIWAT_FORMS_PORT']);
/** What comments on merge requests: docs/pull-requests.md tells of it. */
const COMMENTS = new Set(['CHIWAT_TASK', 'CHIWAT_COMMENT_TOKEN']);

test('every setting that the program or its workflows read is explained', () => {
  const folders = ['src', 'scripts', '.github', '.gitlab'].flatMap((folder) =>
    readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  const files = [...folders, 'astro.config.mjs', '.gitlab-ci.yml', 'README.md'].filter((file) => /\.\w+$/.test(file));
  const named = files.flatMap((file) => read(file).match(/\bCHIWAT_[A-Z]+(?:_[A-Z]+)*\b(?!_)/g) ?? []);
  const settings = [...new Set(named)].filter((setting) => !HANDED_ON.has(setting)).sort();
  expect(settings).toContain('CHIWAT_YEARS');
  expect(settings).toContain('CHIWAT_PARTS');
  const tells = (setting: string) => read(COMMENTS.has(setting) ? 'docs/pull-requests.md' : 'docs/deploying.md');
  // As a word of its own: one may begin as another does.
  expect(settings.filter((setting) => !new RegExp(`\\b${setting}\\b(?!_)`).test(tells(setting)))).toEqual([]);
});
