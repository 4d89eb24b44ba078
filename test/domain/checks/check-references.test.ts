import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { checkTogether } from '#domain/checks/check-dataset.ts';
import { getPlanCodes } from '#domain/checks/check-references.ts';
import { copySite, findIssues, writeSite } from '../../support/content-folder.ts';

const ROAD = 'reports/2567/public-works/road-repair';
const INDICATOR = `---
name: ความพึงพอใจของประชาชน
kind: routine
outcome: outcome
weight: 5
unit: คะแนน
direction: higher
accumulation: latest
target: 4
scale: { kind: proportional }
EXTRA---

ก
`;

function addIndicator(path: string, extra = ''): Record<string, string> {
  return { [`reports/${path}/indicator.mdx`]: INDICATOR.replace('EXTRA', extra) };
}

describe('what one entry says of another', () => {
  it('holds in the small site', () => {
    expect(checkTogether(readContent(copySite()).dataset)).toEqual([]);
  });

  it('is a code of any rank of the plan', () => {
    const { dataset } = readContent(copySite());
    const plan = dataset.plans.get('city-plan');
    expect(plan && getPlanCodes(plan.data)).toEqual(['1', '1.1', '1.1.1', '1.1.2', '2', '2.1', '2.1.1']);
    expect(findIssues(writeSite(addIndicator('2567/finance/debt', 'plan: { id: city-plan, goal: "2.1" }\n')))).toEqual(
      [],
    );
  });

  it('is a plan in force from its first to its last year', () => {
    const extra = 'plan: { id: city-plan, goal: "1" }\n';
    const years = { 'plan/city-plan.yaml': 'name: ก\nyears: { from: 2566, until: 2566 }\nareas: [{ code: "1" }]\n' };
    const found = findIssues(
      writeSite({ ...years, ...addIndicator('2566/finance/debt', extra), ...addIndicator('2567/finance/debt', extra) }),
    );
    expect(found.filter((issue) => issue.includes('debt'))).toEqual([
      'CW504 reports/2567/finance/debt/indicator.mdx:11:13',
    ]);
  });

  it('is a series of any year, by its own name or its path', () => {
    const lineage = 'continues: finance/tax-collection\nsplits: [public-works/road-repair]\nmerges: [finance/old]\n';
    const files = {
      ...addIndicator('2566/finance/debts', 'series: finance/old\n'),
      ...addIndicator('2567/finance/debt', lineage),
    };
    expect(findIssues(writeSite(files))).toEqual([]);
  });

  it('is a series that stands once in a year, wherever its folder is', () => {
    const files = {
      ...addIndicator('2567/finance/debt', 'series: finance/debts\n'),
      ...addIndicator('2567/public-works/debt', 'series: finance/debts\n'),
    };
    expect(findIssues(writeSite(files))).toEqual(['CW507 reports/2567/public-works/debt/indicator.mdx:11:9']);
  });

  it('is a number of the agency, free to repeat in another year or agency', () => {
    const code = 'code: "1"\n';
    const files = {
      ...addIndicator('2566/finance/a', code),
      ...addIndicator('2567/finance/a', code),
      ...addIndicator('2567/public-works/a', code),
    };
    expect(findIssues(writeSite(files))).toEqual([]);
    const twice = { ...files, ...addIndicator('2567/finance/b', code) };
    expect(findIssues(writeSite(twice))).toEqual(['CW513 reports/2567/finance/b/indicator.mdx:11:7']);
  });
});

describe('after a withdrawal', () => {
  it('figures are too late, those of the quarter itself and words are not', () => {
    const report = (fields: string) => `---\n${fields}\n---\n\nก่อน\n`;
    const files = {
      ...addIndicator('2567/finance/debt', 'withdrawn: { quarter: 2, reason: ยุบรวม }\n'),
      'reports/2567/finance/debt/q2.mdx': report('result: 3'),
      'reports/2567/finance/debt/q3.mdx': '---\n---\n\nไม่มีแล้ว\n',
      'reports/2567/finance/debt/q4.mdx': report('result: 4').replace('ก่อน', 'หลัง'),
    };
    expect(findIssues(writeSite(files))).toEqual(['CW514 reports/2567/finance/debt/q4.mdx:2:9']);
  });
});

describe('evidence', () => {
  it('stands in the folder of its indicator, whichever entry names it', () => {
    const folder = copySite();
    mkdirSync(join(folder, 'reports/2567/finance/e-receipt'), { recursive: true });
    renameSync(join(folder, ROAD, 'log.pdf'), join(folder, 'reports/2567/finance/e-receipt/log.pdf'));
    expect(findIssues(folder)).toEqual([
      'CW515 reports/2567/finance/e-receipt/log.pdf:1:1',
      `CW509 ${ROAD}/q2.mdx:5:46`,
    ]);
  });

  it('may be an address, or only a title', () => {
    const evidence = 'evidence: [{ title: ก }, { title: ข, url: "http://old.example.org/a" }]';
    expect(findIssues(writeSite({ [`${ROAD}/q3.mdx`]: `---\nresult: 70\n${evidence}\n---\n` }))).toEqual([]);
  });

  it('of a folder whose reports have no indicator is not told besides', () => {
    const folder = copySite();
    rmSync(join(folder, ROAD, 'indicator.mdx'));
    expect(findIssues(folder)).toEqual([`CW506 ${ROAD}/q1.mdx:2:1`]);
  });
});
