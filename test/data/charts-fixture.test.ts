import { describe, expect, it, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { isError } from '#domain/issue.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { formatIssue, getFixture } from '../support/content-folder.ts';

const { dataset, issues } = readContent(getFixture('sites/charts'));

/** Path: status of the year, statuses of the four quarters, percent of the score or why there is none. */
const PROMISED: [path: string, year: string, quarters: string, score: number | string][] = [
  ['2567/works/road-repair', 'met', 'on-track on-track on-track met', 100],
  ['2567/works/drain-cleaning', 'missed', 'on-track missed on-track missed', 85.625],
  ['2567/works/building-permits', 'missed', 'reported reported reported missed', 60],
  ['2567/works/street-lights', 'met', 'reported not-reported met not-reported', 100],
  ['2567/works/withdrawn-bridge', 'withdrawn', 'behind missed withdrawn withdrawn', 'withdrawn'],
  ['2567/health/dengue-rate', 'missed', 'reported reported reported missed', 0],
  ['2567/health/road-deaths', 'met', 'reported reported reported met', 100],
  ['2567/health/pm25', 'missed', 'on-track behind missed missed', 83.5556],
  ['2567/health/satisfaction', 'met', 'not-applicable not-applicable not-applicable met', 100],
  ['2567/health/words-only', 'missed', 'narrative narrative narrative narrative', 75],
  ['2567/health/mismatch', 'not-comparable', Array(4).fill('not-comparable').join(' '), 'unit-mismatch'],
  ['2567/health/not-in-source', 'met', Array(4).fill('not-in-source').join(' '), 100],
  ['2567/health/ratio-per-quarter', 'reported', 'on-track met behind missed', 'not-additive'],
  ['2568/works/road-repair', 'behind', 'behind behind not-due not-due', 32.6087],
  ['2568/works/drain-cleaning', 'not-due', 'not-reported not-reported not-due not-due', 'not-due'],
];

function stand(path: string, today: string) {
  const standing = scoreSite(dataset, today).items.get(path)?.standing;
  const score = standing?.year.score;
  return {
    year: standing?.year.status,
    quarters: standing?.quarters.map(({ status }) => status).join(' '),
    score: score?.state === 'scored' ? score.percent : score?.reason,
  };
}

describe('the site that holds every state of a chart', () => {
  it('has no error, and only the oddities that are meant', () => {
    expect(issues.filter(isError).map(formatIssue)).toEqual([]);
    expect(issues.map(({ code }) => code).sort()).toEqual(['CW609', 'CW621', 'CW622', 'CW630']);
  });

  test.each(PROMISED)('%s stands as promised', (path, year, quarters, score) => {
    expect(stand(path, '2025-05-20')).toEqual({ year, quarters, score });
  });

  it('is overdue between the due date and the closing of a quarter', () => {
    expect(stand('2568/works/drain-cleaning', '2025-04-20')).toMatchObject({
      year: 'overdue',
      quarters: 'not-reported overdue not-due not-due',
    });
  });
});
