import type { Language } from './translate.ts';

/** Values for people, in one language. The only place where a number or a day becomes text. */
export interface Format {
  /** A figure in its unit: at least two decimals, all that were published up to four, thousands commas. */
  figure: (value: number) => string;
  /** Points: two decimals. */
  points: (value: number) => string;
  /** A target, weight or criterion: as many decimals as it has. */
  plain: (value: number) => string;
  /** A percentage with its sign, at most two decimals. */
  percent: (value: number) => string;
  /** A count. */
  count: (value: number) => string;
  /** A day (YYYY-MM-DD, C.E.); Buddhist years in Thai, both in English. */
  day: (date: string) => string;
  /** A span of days. */
  span: (from: string, until: string) => string;
}

const ERA = 543;

export function createFormat(language: Language): Format {
  const number = (least: number, most: number) => {
    const format = new Intl.NumberFormat('en', { minimumFractionDigits: least, maximumFractionDigits: most });
    // A minus sign, not a hyphen, so that a negative figure does not break from its digits.
    return (value: number) => format.format(value).replace('-', '\u2212');
  };
  const percent = number(0, 2);
  const months = getMonths(language);
  const day = (date: string) => {
    const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
    const name = months[month - 1] ?? '';
    return language === 'th' ? `${dayOfMonth} ${name} ${year + ERA}` : `${dayOfMonth} ${name} ${year}`;
  };
  return {
    figure: number(2, 4),
    points: number(2, 2),
    plain: number(0, 4),
    percent: (value) => `${percent(value)}%`,
    count: number(0, 0),
    day,
    span: (from, until) => `${day(from)} – ${day(until)}`,
  };
}

/** Month names from the runtime's locale data. */
function getMonths(language: Language): string[] {
  const format = new Intl.DateTimeFormat(language === 'th' ? 'th-TH' : 'en-GB', { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2020, month, 15)));
}
