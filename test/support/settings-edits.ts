import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../scripts/bench/random.ts';
import type { Edit } from './content-edits.ts';
import { listItems, listNames, pick, replace, rewrite } from './edit-files.ts';

/** Edits of what many pages share: agencies, calendars, plans. */
export const SETTINGS_EDITS: Record<string, Edit> = {
  'agency renamed': (content, random, step) =>
    replace(content, pickIn(content, 'agencies', random), /name: [^}\n]*/, `name: หน่วยงานใหม่ ${step}`),
  'agency added or removed': (content, _, step) => {
    const file = join(content, 'agencies', 'unused.yaml');
    if (existsSync(file)) rmSync(file);
    else writeFileSync(file, `code: "${90_000_000 + step}"\ngroup: offices\nnames:\n  - { name: ไม่มีตัวชี้วัด }\n`);
    return true;
  },
  calendar: (content, random, step) =>
    replace(content, pickIn(content, 'calendar', random), /behind: \d+/, `behind: ${30 + (step % 50)}`),
  'due date': (content, random, step) =>
    replace(content, pickIn(content, 'calendar', random), /-01-1\d"/, `-01-1${step % 10}"`),
  'closing day': (content, random) => {
    const file = pickIn(content, 'calendar', random);
    // The last quarter's: whether a year can still be reported.
    const toggle = (text: string) => text.replace(/(closed: ")(20\d\d)(-\d\d-\d\d"[^"]*\nthresholds)/, toggleYear);
    return file !== undefined && rewrite(content, file, toggle);
  },
  plan: (content, random, step) => {
    const file = pickIn(content, 'plan', random);
    if (file === undefined) return false;
    return rewrite(content, file, (text) => {
      const names = [...text.matchAll(/name: [^,}\n]*/g)];
      const at = pick(names, random)?.index;
      return at === undefined
        ? text
        : text.slice(0, at) + text.slice(at).replace(/name: [^,}\n]*/, `name: ชื่อแผน ${step}`);
    });
  },
  'plan moved': (content, random, step) => {
    const file = pickIn(content, 'plan', random);
    if (file === undefined) return false;
    const [from, to] = [file.slice('plan/'.length, -'.yaml'.length), `plan-${step}`];
    renameSync(join(content, file), join(content, 'plan', `${to}.yaml`));
    for (const item of listItems(content))
      replace(content, `${item}/indicator.mdx`, new RegExp(`id: ${from}\\b`), `id: ${to}`);
    return true;
  },
};

/** Edits of what every page depends on: after one of these everything is made anew. */
export const SITE_EDITS: Record<string, Edit> = {
  settings: (content, _, step) => replace(content, 'site.yaml', /^summary: .*$/m, `summary: คำอธิบายครั้งที่ ${step}`),
  languages: (content) =>
    rewrite(content, 'site.yaml', (text) =>
      text.includes('languages: [th]')
        ? text.replace('languages: [th]', 'languages: [th, en]')
        : text.replace('languages: [th, en]', 'languages: [th]'),
    ),
};

/** A year of the common era, or that decades later. */
function toggleYear(_: string, before: string, year: string, after: string): string {
  return `${before}${Number(year) > 2050 ? Number(year) - 50 : Number(year) + 50}${after}`;
}

function pickIn(content: string, folder: string, random: Random): string | undefined {
  const name = pick(listNames(content, folder), random);
  return name === undefined ? undefined : `${folder}/${name}`;
}
