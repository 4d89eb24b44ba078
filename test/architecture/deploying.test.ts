import { readFileSync } from 'node:fs';
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

  it('name every setting of a build that the README names', () => {
    const settings = new Set(read('README.md').match(/CHIWAT_(?!CHROMIUM|FIREFOX)[A-Z]+(?!_)\b/g));
    for (const setting of settings) expect(read('docs/deploying.md')).toContain(setting);
  });
});
