import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PAGE_THEME, PICTURE_THEME } from '#charts/theme.ts';

test('pictures have the light colours of the pages', () => {
  const css = readFileSync(resolve(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8');
  const light = css.slice(0, css.indexOf('prefers-color-scheme'));
  const colors = Object.entries(PAGE_THEME).map(([key, variable]) => {
    const name = /var\((--[\w-]+)\)/.exec(variable)?.[1] ?? '';
    return [key, new RegExp(`${name}: (#[0-9a-f]{6});`).exec(light)?.[1]];
  });
  expect(Object.fromEntries(colors)).toEqual(PICTURE_THEME);
});
