import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { classifyPath } from '#data/content-path.ts';
import { readGuideTexts } from '#data/guide-text.ts';
import { parseEntry } from '#data/parse-entry.ts';
import { getContext } from '#views/context.ts';
import { getStaffView, listStaffPages } from '#views/staff-view.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { thai } from '../support/build-site.ts';

const GUIDE = resolve(import.meta.dirname, '../../src/pages/_guide');
const FILES = readdirSync(`${GUIDE}/staff`).filter((file) => file.endsWith('.mdx'));
const read = (file: string) => readFileSync(`${GUIDE}/staff/${file}`, 'utf8');

/** Parts between fences, with what stands behind the opening one. */
function listFences(text: string): { info: string; code: string }[] {
  return [...text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', name = '', code = '']) => {
      return { info: name === '' ? language : `${language} ${name}`, code };
    },
  );
}

describe('the guide for staff', () => {
  it('has every page in both languages', () => {
    const wanted = listStaffPages().flatMap((name) => [`${name}.en.mdx`, `${name}.th.mdx`]);
    expect(FILES.toSorted()).toEqual(wanted.toSorted());
  });

  test.each(listStaffPages())('%s says the same in both languages: as many headings, examples and commands', (name) => {
    const [th, en] = ['th', 'en'].map((language) => {
      const text = read(`${name}.${language}.mdx`);
      const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
      return {
        headings: prose.match(/^## /gm)?.length,
        items: prose.match(/^(?:- |\d\. )/gm)?.length,
        links: [...prose.matchAll(/\]\(([^)#]*)/g)].map(([, href = '']) => href.replace(/^(\.\.\/)+admin/, 'admin')),
        examples: listFences(text)
          .filter(({ info }) => info.startsWith('yaml'))
          .map(({ info }) => info),
      };
    });
    expect(en).toEqual(th);
  });

  test.each(FILES)('%s names only commands that exist', (file) => {
    const commands = [...read(file).matchAll(/npm run ([a-z-]+)/g)].map(([, command = '']) => command);
    expect(commands.filter((command) => !Object.hasOwn(packageJson.scripts, command))).toEqual([]);
  });

  const examples = FILES.flatMap((file) =>
    listFences(read(file))
      .filter(({ info }) => info.startsWith('yaml'))
      .map(({ info, code }, index) => [file, index + 1, info.split(' ')[1] ?? '', code] as const),
  );
  test.each(examples)('%s, example %i: %s is read without a word of complaint', (_, __, name, code) => {
    const path = classifyPath(name.includes('/') ? name : `reports/2570/public-works/road-repair/${name}`);
    if (path.is !== 'entry') throw new Error(`${name} is no entry`);
    const { entry, issues } = parseEntry(path.path, code);
    expect(issues).toEqual([]);
    expect(entry).toBeDefined();
  });

  it('shows figures, zero, a quarter without a figure, a correction and a year', () => {
    const [codes, names] = [examples.map(([, , , code]) => code).join('\n'), examples.map(([, , name]) => name)];
    for (const field of ['result: 0', 'notApplicable:', 'corrections:', 'approvedBy:', 'evidence:']) {
      expect(codes).toContain(field);
    }
    expect(names).toEqual(expect.arrayContaining(['q1.mdx', 'q2.mdx', 'year.mdx']));
  });

  test.each(FILES)('%s shows only pictures that exist', (file) => {
    const names = [...read(file).matchAll(/<StaffPicture name="([^"]+)"/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !existsSync(`${GUIDE}/staff/pictures/${name}.png`))).toEqual([]);
  });
});

describe('around every page of the guide', () => {
  it('stand all its pages, and the one that is shown is marked', () => {
    const { pages } = getStaffView('file', thai);
    expect(pages.map(({ href }) => href)).toEqual([
      ...['/staff/', '/staff/form/', '/staff/file/', '/staff/vscode/'],
      ...['/staff/fields/', '/staff/codes/'],
    ]);
    expect(pages.filter(({ isCurrent }) => isCurrent).map(({ href }) => href)).toEqual(['/staff/file/']);
    expect(getStaffView('index', getContext('en', 'th', '/kpi/')).pages[0]).toMatchObject({
      href: '/kpi/en/staff/',
      isCurrent: true,
    });
  });
});

describe('the words of the guide, for the search', () => {
  const texts = readGuideTexts(GUIDE);

  it('belong to the addresses of their pages', () => {
    const names = texts.filter(({ language }) => language === 'th').map(({ name }) => name);
    expect(names.toSorted()).toEqual(['about', 'method', 'staff', 'staff/file', 'staff/form', 'staff/vscode']);
  });

  it('hold what is read on the page, without signs of its markup and what is there to be copied', () => {
    const text = texts.find(({ name, language }) => name === 'staff/file' && language === 'th')?.text;
    expect(text).toMatch(/แก้ตัวเลขหลังปิดไตรมาส/);
    expect(text).not.toMatch(/```|\]\(|npm|git switch|asOf: 2026/);
  });
});
