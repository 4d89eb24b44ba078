import type { NotScoredReason, Score, Scored } from '#domain/scoring/score.ts';
import type { Status } from '#domain/scoring/status.ts';
import { defineColumn } from './column.ts';
import type { ColumnOf } from './table.ts';

/** What columns of a score are read from. */
export interface ScoreRow {
  score: Score;
  status: Status;
  ruleSet: number;
}

// Records, so that a status or reason that is added elsewhere must be added here.
const STATUS: Record<Status, true> = {
  met: true,
  'on-track': true,
  behind: true,
  missed: true,
  reported: true,
  narrative: true,
  'not-comparable': true,
  'not-due': true,
  overdue: true,
  'not-reported': true,
  'not-in-source': true,
  'not-applicable': true,
  withdrawn: true,
};

const REASON: Record<NotScoredReason, true> = {
  'not-due': true,
  overdue: true,
  'not-reported': true,
  'not-in-source': true,
  'narrative-only': true,
  'not-applicable': true,
  withdrawn: true,
  'year-end-only': true,
  'not-additive': true,
  'accumulation-unknown': true,
  'target-unknown': true,
  'unit-mismatch': true,
  disputed: true,
};

const READING: Record<Scored['reading'], true> = { step: true, linear: true, proportional: true };

export const STATUSES: readonly string[] = Object.keys(STATUS);
export const NOT_SCORED_REASONS: readonly string[] = Object.keys(REASON);
export const READINGS: readonly string[] = Object.keys(READING);

const status = { words: 'status', choices: STATUSES, isRequired: true } as const;
const percent = { unit: 'percent', range: { least: 0, most: 100 } } as const;
const points = { unit: 'points', range: { least: 0 } } as const;
const level = { range: { least: 0 } };

/** Status and score of a quarter or a year; the other reading where a scale has two. */
export function listScoreColumns<Row>(read: (row: Row) => ScoreRow): ColumnOf<Row>[] {
  const scored = (row: Row): Partial<Scored> => {
    const { score } = read(row);
    return score.state === 'scored' ? score : {};
  };
  const getReason = (row: Row) => {
    const { score } = read(row);
    return score.state === 'scored' ? undefined : score.reason;
  };
  const reasons = { words: 'reason', choices: NOT_SCORED_REASONS } as const;
  const readings = { words: 'reading', choices: READINGS } as const;
  return [
    [defineColumn('status', 'text', status), (row) => read(row).status],
    [defineColumn('percent', 'number', percent), (row) => scored(row).percent],
    [defineColumn('points', 'number', points), (row) => scored(row).points],
    [defineColumn('level', 'integer', level), (row) => scored(row).level],
    [defineColumn('not_scored_reason', 'text', reasons), getReason],
    [defineColumn('reading', 'text', readings), (row) => scored(row).reading],
    [defineColumn('other_percent', 'number', percent), (row) => scored(row).other?.percent],
    [defineColumn('other_points', 'number', points), (row) => scored(row).other?.points],
    [defineColumn('other_level', 'integer', level), (row) => scored(row).other?.level],
    [defineColumn('rule_set', 'integer', { isRequired: true }), (row) => read(row).ruleSet],
  ];
}
