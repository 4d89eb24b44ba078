import { Exact } from '#domain/decimal.ts';
import { findMeantNumber, toArabicDigits } from '#domain/thai-text.ts';
import type { JoinedText, SourceText, Span } from './source-text.ts';

/** One step of a scale as the form prints it; `percent` and `points` are plain decimals. */
export interface PrintedLevel {
  level: number;
  percent: string;
  points: string;
  criterion: string;
  criterionSpans: Span[];
  /** The words around the criterion, and its numbers. */
  otherSpans: Span[];
}

const NUMBER = '[\\d๐-๙][\\d๐-๙.,]*';
const POINTS = `[\\s,;=:]*คะแนน\\s*(?:ที่)?\\s*(?:จะ)?\\s*(?:ได้(?:รับ)?)?\\s*[:=]?\\s*(?<points>${NUMBER})\\s*(?:คะแนน)?\\s*$`;
const PERCENT = `\\s*[([]?\\s*(?:คิดเป็น)?\\s*(?:ร้อยละ\\s*(?<share>${NUMBER})|(?<percent>${NUMBER})\\s*%)\\s*[)\\]]?`;

const LEVEL_START = /^[\s\-–•*]*ระดับ(?:คะแนน)?\s*(?:ที่)?\s*(?<level>[\d๐-๙]{1,2})(?![\d๐-๙])\s*[:=.)]?\s*/u;

const LEVEL_END = new RegExp(`${PERCENT}${POINTS}`, 'u');

/** "80-89 %" or "ไม่น้อยกว่าร้อยละ 80" is a limit of the result, and the number only a part of it. */
const LIMIT = /(?:[-–—~<>≤≥=]|ถึง|กว่า|เกิน|ตั้งแต่)$/u;

/** A step runs over no more lines and letters: what is longer is another text. */
const MOST_LINES = 6;
const MOST_LETTERS = 1500;

/**
 * "ระดับ k TEXT (ร้อยละ p) คะแนนที่ได้รับ n", in any order, wrapped or not. None where they make no scale: a step
 * without a criterion, the same level twice, a percent or points that do not rise.
 */
export function readLevels(text: SourceText, content: readonly Span[]): PrintedLevel[] {
  const starts = content.flatMap((span, index) => (LEVEL_START.test(text.getText(span)) ? [index] : []));
  const levels = starts.flatMap((start, index) => {
    const until = Math.min(starts[index + 1] ?? content.length, start + MOST_LINES);
    for (let end = start + 1; end <= until; end++) {
      const level = parseLevel(text.join(content.slice(start, end)));
      if (level !== undefined) return [level];
    }
    return [];
  });
  levels.sort((a, b) => a.level - b.level);
  const isWhole = levels.length === starts.length && levels.every(isUsable);
  return levels.length > 1 && isWhole && levels.every((level, index) => isAbove(level, levels[index - 1]))
    ? levels
    : [];
}

/**
 * The points of the whole where those of every level are in proportion to it, by percent or by steps. Undefined where the
 * points are the numbers of the levels or their percents: such a score of 5 or 100 says nothing of the weight.
 */
export function findWeight(levels: readonly PrintedLevel[]): number | undefined {
  const top = levels.at(-1);
  if (top === undefined || isScore(levels)) return undefined;
  const isTrue = (share: (level: PrintedLevel) => string | number, whole: number) =>
    levels.every((level) => new Exact(level.points).times(whole).eq(new Exact(top.points).times(share(level))));
  const isByPercent = Number(top.percent) === 100 && isTrue(({ percent }) => percent, 100);
  const isBySteps = top.level === levels.length && isTrue(({ level }) => level, levels.length);
  return isByPercent || isBySteps ? Number(top.points) : undefined;
}

/** Whether the points only repeat the numbers of the levels or their percents. */
export function isScore(levels: readonly PrintedLevel[]): boolean {
  return (['level', 'percent'] as const).some((key) =>
    levels.every((item) => Number(item.points) === Number(item[key])),
  );
}

function parseLevel({ text, slice }: JoinedText): PrintedLevel | undefined {
  if (text.length > MOST_LETTERS) return undefined;
  const start = LEVEL_START.exec(text);
  const end = LEVEL_END.exec(text);
  if (start === null || end === null) return undefined;
  const from = start[0].length;
  const { share, percent, points } = end.groups ?? {};
  const criterion = text.slice(from, end.index).trim();
  if (LIMIT.test(criterion) && !/[([]/.test(end[0])) return undefined;
  return {
    level: Number(toArabicDigits(start.groups?.level ?? '')),
    percent: findMeantNumber(share ?? percent ?? '') ?? '',
    points: findMeantNumber(points ?? '') ?? '',
    criterion,
    criterionSpans: slice(from, Math.max(from, end.index)),
    otherSpans: [...slice(0, from), ...slice(end.index, text.length)],
  };
}

function isUsable({ level, percent, points, criterion }: PrintedLevel): boolean {
  const isRead = percent !== '' && points !== '' && criterion !== '';
  return isRead && level >= 1 && level <= 10 && Number(percent) <= 100;
}

function isAbove(level: PrintedLevel, below: PrintedLevel | undefined): boolean {
  if (below === undefined) return true;
  const rises = (key: 'level' | 'percent' | 'points') => Number(level[key]) > Number(below[key]);
  return rises('level') && rises('percent') && rises('points');
}
