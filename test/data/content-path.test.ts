import { describe, expect, it, test } from 'vitest';
import { classifyPath } from '#data/content-path.ts';

const FOLDER = 'reports/2567/finance/debt';

describe('a path says what a file is', () => {
  test.each([
    ['site.yaml', { kind: 'site' }],
    ['calendar/2567.yaml', { kind: 'calendar', year: 2567 }],
    ['plan/city-plan.yaml', { kind: 'plan', slug: 'city-plan' }],
    ['agencies/public-works.yaml', { kind: 'agency', slug: 'public-works' }],
    [`${FOLDER}/indicator.mdx`, { kind: 'indicator', year: 2567, agency: 'finance', slug: 'debt' }],
    [`${FOLDER}/q4.mdx`, { kind: 'report', year: 2567, agency: 'finance', slug: 'debt', quarter: 4 }],
    [`${FOLDER}/year.mdx`, { kind: 'year', year: 2567, agency: 'finance', slug: 'debt' }],
  ])('%s is an entry', (file, identity) => {
    expect(classifyPath(file)).toEqual({ is: 'entry', path: { file, ...identity } });
  });

  test.each(['road.png', 'minutes-1.pdf', 'scan_2.v2.jpg', 'map.webp'])('%s is kept beside entries', (name) => {
    expect(classifyPath(`${FOLDER}/${name}`)).toEqual({ is: 'attachment' });
  });

  test.each([
    ['notes.txt', 'CW101', 'notes.txt', ''],
    ['drafts/deep/a.txt', 'CW101', 'drafts', ''],
    ['site.yml', 'CW101', 'site.yml', 'site.yaml'],
    ['agencies/fire.yml', 'CW101', 'agencies/fire.yml', 'fire.yaml'],
    ['agencies/more/fire.yaml', 'CW101', 'agencies', ''],
    ['calendar/2024.yaml', 'CW101', 'calendar/2024.yaml', '2567.yaml'],
    ['calendar/next.yaml', 'CW101', 'calendar/next.yaml', ''],
    ['reports/readme.txt', 'CW101', 'reports/readme.txt', ''],
    ['reports/2024/finance/debt/q1.mdx', 'CW101', 'reports/2024', '2567'],
    ['reports/67/finance/debt/q1.mdx', 'CW101', 'reports/67', ''],
    ['reports/2567/finance/q1.mdx', 'CW101', 'reports/2567/finance/q1.mdx', ''],
    [`${FOLDER}/more/road.png`, 'CW101', `${FOLDER}/more`, ''],
    [`${FOLDER}/photo.jpeg`, 'CW101', `${FOLDER}/photo.jpeg`, 'photo.jpg'],
    [`${FOLDER}/x.js`, 'CW101', `${FOLDER}/x.js`, ''],
    [`${FOLDER}/table.xlsx`, 'CW101', `${FOLDER}/table.xlsx`, ''],
    [`${FOLDER}/Road.PNG`, 'CW106', `${FOLDER}/Road.PNG`, 'road.png'],
    [`${FOLDER}/my photo (1).png`, 'CW106', `${FOLDER}/my photo (1).png`, 'my-photo-1.png'],
    [`${FOLDER}/ถนน.png`, 'CW106', `${FOLDER}/ถนน.png`, ''],
    [`${FOLDER}/cafe\u0301.png`, 'CW106', `${FOLDER}/cafe\u0301.png`, 'cafe.png'],
    ['reports/2567/Public Works/roads/q1.mdx', 'CW106', 'reports/2567/Public Works', 'public-works'],
    ['reports/2567/public_works/roads/q1.mdx', 'CW106', 'reports/2567/public_works', 'public-works'],
    ['reports/2567/finance/--debt/q1.mdx', 'CW106', 'reports/2567/finance/--debt', 'debt'],
    [`${FOLDER}/Q1.mdx`, 'CW107', `${FOLDER}/Q1.mdx`, 'q1.mdx'],
    [`${FOLDER}/q1.md`, 'CW107', `${FOLDER}/q1.md`, 'q1.mdx'],
    [`${FOLDER}/q-2.mdx`, 'CW107', `${FOLDER}/q-2.mdx`, 'q2.mdx'],
    [`${FOLDER}/q5.mdx`, 'CW107', `${FOLDER}/q5.mdx`, ''],
    [`${FOLDER}/q1-1.mdx`, 'CW107', `${FOLDER}/q1-1.mdx`, ''],
    [`${FOLDER}/Indicator.mdx`, 'CW107', `${FOLDER}/Indicator.mdx`, 'indicator.mdx'],
    [`${FOLDER}/ไตรมาส1.mdx`, 'CW107', `${FOLDER}/ไตรมาส1.mdx`, ''],
  ])('%s is refused as %s at %s, and "%s" is proposed', (file, code, part, type) => {
    const classified = classifyPath(file);
    expect(classified).toMatchObject({ is: 'refused', code, part, params: { type } });
  });

  it('a year has four digits and is one of the Buddhist era', () => {
    const isEntry = (year: string) => classifyPath(`reports/${year}/finance/debt/q1.mdx`).is === 'entry';
    expect(['2400', '2567', '2999'].map(isEntry)).toEqual([true, true, true]);
    expect(['2399', '3000', '0567', '25671', '๒๕๖๗'].map(isEntry)).toEqual([false, false, false, false, false]);
  });
});
