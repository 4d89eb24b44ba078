import { describe, expect, test } from 'vitest';
import { describeLedger } from '#data/ledger.ts';
import { readContent } from '#data/read-content.ts';
import { makeHistoryRepository, STEPS, TIMES } from '../support/history-repository.ts';
import { readKnownLedger, tellItems } from '../support/read-ledger.ts';

const NOT_DUE = '1=  > not-due; 2=  > not-due; 3=  > not-due; 4=  > not-due; year=  > not-due';
const PROMISED = `publish: added; with indicator; ${NOT_DUE}`;

describe('the ledger of a chosen history', () => {
  test('tells every change of what stands: commit, pull request, values, scores, marks', () => {
    const { content, commits } = makeHistoryRepository();
    const ledger = readKnownLedger(content);
    expect(tellItems(ledger.items, commits)).toEqual({
      '2566/finance/tax-collection': [
        'publish: added; with indicator 1; 1=  > reported 25; 2=  > not-reported; 3=  > not-reported; 4=  > not-reported; year=  > missed 25',
        'year: moved; from 2565/finance/tax-collection; (closed-without-correction)',
      ],
      '2566/public-works/road-repair': [
        'publish: added; with indicator 1 2 3 4 year; 1=  > reported 25; 2=  > reported 56.25; 3=  > reported 87.5; 4=  > met 100; year=  > met 100',
        'year: moved; from 2565/public-works/road-repair; (closed-without-correction)',
      ],
      '2567/finance/online-receipt': [
        PROMISED,
        'quarter: changed; 1 added; 1.result  > 20; 1.level  > 1; 1 text body; 1= not-due > reported 20; year= not-due > reported 20',
        'rename: moved; from 2567/finance/e-receipt',
      ],
      // Both commits of the branch are one step of the published record: 354 never was published.
      '2567/finance/tax-collection': [
        PROMISED,
        'quarter: changed; 1 added; 1.result  > 350; 1 text body; 1= not-due > reported 26.9231; year= not-due > reported 26.9231',
        'correction #7: changed; 1.result 350 > 345 (closed-with-correction); 1 text body; 1 correction result 350 > 345; 1= reported 26.9231 > reported 26.5385; year= reported 26.9231 > reported 26.5385',
      ],
      '2567/public-works/rescue-time': [
        PROMISED,
        'quarter: changed; 1 added; 1.result  > 10.5; 1 text body; 1= not-due > reported 37.5; year= not-due > reported 37.5',
        'mistake: changed; 1.result 10.5 > 1.05 (closed-without-correction); 1= reported 37.5 > reported 100; year= reported 37.5 > reported 100',
        'revert: changed; 1.result 1.05 > 10.5 (closed-without-correction); 1= reported 100 > reported 37.5; year= reported 100 > reported 37.5',
      ],
      '2567/public-works/road-repair': [
        PROMISED,
        'quarter: changed; 1 added; 1.result  > 25; 1.submitted  > 2024-01-10; 1 text body; 1= not-due > on-track 27.7778; year= not-due > on-track 27.7778',
        'target #8: changed; indicator.target 90 > 85 (after-year-began closed-without-correction); indicator.quarterTargets 20,45,70,90 > 20,45,70,85 (after-year-began); 1= on-track 27.7778 > on-track 29.4118; year= on-track 27.7778 > on-track 29.4118',
      ],
      '2567/public-works/waste-sorting': [
        PROMISED,
        'mistake: removed; 1= not-reported > ; 2= not-reported > ; 3= not-due > ; 4= not-due > ; year= not-due > ',
        'revert: restored',
      ],
    });
    expect(tellItems(ledger.gone, commits)).toEqual({
      '2567/public-works/street-lights': [
        PROMISED,
        'removal: removed; 1= not-reported > ; 2= not-reported > ; 3= not-due > ; 4= not-due > ; year= not-due > ',
      ],
    });
    expect(ledger).toMatchObject({ state: 'whole', isEdited: false });
  });

  test('tells when each commit was, as a day where the site is, and nothing of who made it', () => {
    const { content, commits } = makeHistoryRepository();
    const ledger = readKnownLedger(content);
    expect(ledger.head).toEqual({ id: commits.revert, time: TIMES.revert, day: '2024-06-12' });
    const told = JSON.stringify([[...ledger.items], [...ledger.gone], ledger.calendars, ledger.head]);
    expect(told).not.toMatch(/test@example|"Test"|than-thong|Merge pull|Target of road repair/);
    expect(told).not.toContain(commits.branch);
  });

  test('tells changes of the rules of a year', () => {
    const { content, commits } = makeHistoryRepository();
    const names = new Map(Object.entries(commits).map(([name, id]) => [id, name]));
    const { calendars } = readKnownLedger(content);
    const told = calendars.map(({ commit, year, change, fields }) => {
      return [names.get(commit?.id ?? ''), year, change, fields.length];
    });
    expect(told).toEqual([
      ['publish', 2565, 'added', 11],
      ['publish', 2567, 'added', 11],
      ['calendar', 2567, 'changed', 2],
      ['year', 2565, 'removed', 11],
      ['year', 2566, 'added', 11],
    ]);
    expect(calendars[2]?.fields).toMatchObject([
      { key: 'quarters.2.due', before: '2024-07-15', after: '2024-07-31' },
      { key: 'thresholds.behind', before: 60, after: 50 },
    ]);
  });

  test('is told to the builder in a line', () => {
    const { content, commits } = makeHistoryRepository();
    const line = describeLedger(readKnownLedger(content));
    expect(line).toBe(`History up to commit ${commits.revert.slice(0, 10)}: 22 changes of 8 indicators.`);
  });

  test('is one of content that never had a mistake', () => {
    const { content, commits, git } = makeHistoryRepository();
    for (const step of STEPS) {
      git('checkout', '-q', commits[step]);
      expect(readContent(content).issues, step).toEqual([]);
    }
  });
});
