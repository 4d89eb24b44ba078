import type { Language } from './translate.ts';

/** Values for people, in one language. The only place where a number or a day becomes text. */
export interface Format {
  /** A figure in its unit: at least two decimals and all that were published, thousands commas. */
  figure: (value: number) => string;
  /** Points: two decimals. */
  points: (value: number) => string;
  /** A target, weight or criterion: as many decimals as it has. */
  plain: (value: number) => string;
  /** A percentage with its sign, at most two decimals. */
  percent: (value: number) => string;
  /** A percentage inside a sum: four decimals at most, so that the sum can be done again. */
  factor: (value: number) => string;
  /** A count. */
  count: (value: number) => string;
  /** A day (YYYY-MM-DD, C.E.); Buddhist years in Thai, common years in English. */
  day: (date: string) => string;
  /** A span of months of one year, short: Oct–Dec 2020. */
  months: (from: string, until: string) => string;
  /** A span of days. */
  span: (from: string, until: string) => string;
}

const ERA = 543;

/** Decimals that a published figure may have; what is typed is never rounded. */
const AS_PUBLISHED = 20;

export function createFormat(language: Language): Format {
  const number = (least: number, most: number) => {
    const decimals = { minimumFractionDigits: least, maximumFractionDigits: most };
    const format = new Intl.NumberFormat('en', { ...decimals, signDisplay: 'negative' });
    // A minus sign, not a hyphen, so that a negative figure does not break from its digits.
    return (value: number) => format.format(value).replace('-', '\u2212');
  };
  const [percent, factor] = [number(0, 2), number(0, 4)];
  const months = getMonths(language, 'long');
  const shortMonths = getMonths(language, 'short');
  const day = (date: string) => {
    const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
    const name = months[month - 1] ?? '';
    return language === 'th' ? `${dayOfMonth} ${name} ${year + ERA}` : `${dayOfMonth} ${name} ${year}`;
  };
  return {
    figure: number(2, AS_PUBLISHED),
    points: number(2, 2),
    plain: number(0, AS_PUBLISHED),
    percent: (value) => `${percent(value)}%`,
    factor: (value) => `${factor(value)}%`,
    count: number(0, 0),
    day,
    months: (from, until) => {
      const name = (date: string) => shortMonths[Number(date.slice(5, 7)) - 1] ?? '';
      const year = Number(until.slice(0, 4)) + (language === 'th' ? ERA : 0);
      return `${name(from)}–${name(until)} ${year}`;
    },
    span: (from, until) => `${day(from)} – ${day(until)}`,
  };
}

/** Month names from the runtime's locale data. */
function getMonths(language: Language, length: 'long' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(language === 'th' ? 'th-TH' : 'en-GB', { month: length, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2020, month, 15)));
}
