import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Kept on purpose: lists and tables that are styled lose their role in some browsers.
    'no-redundant-role': 'off',
    // Names of indicators are as long as the agencies made them.
    'long-title': 'off',
    // Headings of guide pages have ids in Thai, which HTML allows.
    'valid-id': ['error', { relaxed: true }],
    // Every file comes from the site's own host, together with the page.
    'require-sri': 'off',
  },
};

/** Settles the rules once; by itself a loader does so anew for every page, which takes a quarter of the time. */
class SettledOnce extends StaticConfigLoader {
  #settled?: ReturnType<StaticConfigLoader['getConfigFor']>;

  override getConfigFor(handle: string) {
    this.#settled ??= super.getConfigFor(handle);
    return this.#settled;
  }
}

const validator = new HtmlValidate(new SettledOnce(CONFIG));

/** Complaints as "rule: message", so that those of many pages can be counted. */
function validate(html: string): string[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

describe('the pages', () => {
  it('are valid HTML', () => {
    const dist = inject('dist');
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
    // English indicators are the Thai ones in other words: of them every fourth.
    const isTold = (file: string) => /^en\W\d{4}\W[\w-]+\W[\w-]+\Windex\.html$/.test(file);
    const files = [
      ...pages.filter((file) => !isTold(file)),
      ...pages.filter(isTold).filter((_, index) => index % 4 === 0),
    ];
    expect(files.length).toBeGreaterThan(200);
    const found = new Map<string, string[]>();
    for (const file of files) {
      for (const complaint of validate(readFileSync(join(dist, file), 'utf8'))) {
        found.set(complaint, [...(found.get(complaint) ?? []), file]);
      }
    }
    const told = [...found].map(([complaint, where]) => `${complaint} (${where.length} times, first in ${where[0]})`);
    expect(told).toEqual([]);
  }, 240_000);
});

describe('the validator', () => {
  it.each([
    ['an id twice', '<p id="a">x</p><p id="a">y</p>', 'no-dup-id'],
    ['a paragraph in a list', '<ul><p>x</p></ul>', 'element-permitted-content'],
    ['a button without a type', '<button>x</button>', 'no-implicit-button-type'],
    ['an element left open', '<section><h2>x</h2>', 'close-order'],
    ['an image without words', '<img src="a.png">', 'wcag/h37'],
  ])('sees %s', (_, markup, rule) => {
    const html = `<!DOCTYPE html><html lang="th"><head><title>x</title></head><body>${markup}</body></html>`;
    expect(validate(html).join('\n')).toContain(`${rule}:`);
  });

  it.each([
    ['a role that is said again', '<ul role="list"><li>x</li></ul>'],
    ['an id in Thai', '<h2 id="ความเป็นส่วนตัว">x</h2>'],
  ])('lets %s be', (_, markup) => {
    const html = `<!DOCTYPE html><html lang="th"><head><title>x</title></head><body>${markup}</body></html>`;
    expect(validate(html)).toEqual([]);
  });
});
