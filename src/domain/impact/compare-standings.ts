import { QUARTERS } from '../fiscal-year.ts';
import type { Score } from '../scoring/score.ts';
import type { Standing } from '../scoring/standing.ts';
import type { StandingChange, StandingFigures } from './impact.ts';

const ALL = [...QUARTERS, 'year'] as const;

/** Quarters, and the year, that stand or score otherwise. Without one side: all that the other says. */
export function compareStandings(before: Standing | undefined, after: Standing | undefined): StandingChange[] {
  return ALL.flatMap((of) => {
    const old = before === undefined ? undefined : getFigures(before, of);
    const now = after === undefined ? undefined : getFigures(after, of);
    if (old === now || (old !== undefined && now !== undefined && isSame(old, now))) return [];
    return [{ of, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }];
  });
}

function isSame(before: StandingFigures, after: StandingFigures): boolean {
  const [old, now] = [before.score, after.score];
  if (before.status !== after.status || before.result !== after.result || before.isLate !== after.isLate) return false;
  if (old.state === 'not-scored') return now.state === 'not-scored' && old.reason === now.reason;
  if (now.state === 'not-scored' || old.percent !== now.percent || old.points !== now.points) return false;
  return old.weight === now.weight && old.level === now.level;
}

function getFigures(standing: Standing, of: (typeof ALL)[number]): StandingFigures {
  if (of === 'year') {
    const { status, result, score } = standing.year;
    return { status, ...(result === undefined ? {} : { result: result.value }), isLate: false, score: shorten(score) };
  }
  const { status, result, toDate = result, isLate, score } = standing.quarters[of - 1] ?? standing.quarters[0];
  return { status, ...(toDate === undefined ? {} : { result: toDate }), isLate, score: shorten(score) };
}

function shorten(score: Score): StandingFigures['score'] {
  if (score.state === 'not-scored') return { state: 'not-scored', reason: score.reason };
  const { percent, points, weight, level } = score;
  return {
    state: 'scored',
    percent,
    ...(points === undefined ? {} : { points }),
    ...(weight === undefined ? {} : { weight }),
    ...(level === undefined ? {} : { level }),
  };
}
