import { findLanguage, UsageError } from '../call.ts';
import { createWords } from './words.ts';

/** The call of a build without its years, and the years as CHIWAT_YEARS states them; undefined where all are meant. */
export interface BuildCall {
  rest: string[];
  years: string | undefined;
}

/**
 * Takes --years out of the call of a build; without it CHIWAT_YEARS counts, as far as it is not empty. `listKnown` gives
 * the fiscal years that have indicators. Throws UsageError for what is no year, and for one that has none.
 */
export function takeYears(
  args: readonly string[],
  setting: string | undefined,
  listKnown: () => readonly number[],
): BuildCall {
  const { rest, values } = splitCall(args);
  const stated = values.length > 0 ? values.join(',') : setting;
  if (values.length === 0 && (stated === undefined || stated === '')) return { rest, years: undefined };
  const words = createWords(findLanguage(args));
  const option = values.length > 0 ? '--years' : 'CHIWAT_YEARS';
  const years = new Set((stated ?? '').split(',').map((year) => year.trim()));
  const wrong = [...years].find((year) => !/^\d{4}$/.test(year));
  if (wrong === '') throw new UsageError(words('call.empty', { option }));
  if (wrong !== undefined) throw new UsageError(words('call.year', { option, seen: wrong }));
  const known = listKnown();
  if (known.length === 0) throw new UsageError(words('call.nothing'));
  const absent = [...years].filter((year) => !known.includes(Number(year)));
  if (absent.length > 0)
    throw new UsageError(words('call.absent', { seen: absent.join(', '), known: known.join(', ') }));
  return { rest, years: [...years].sort().join(',') };
}

/** What stands behind each --years; an empty text where nothing does. */
function splitCall(args: readonly string[]): { rest: string[]; values: string[] } {
  const rest: string[] = [];
  const values: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const next = args[at + 1];
    if (word.startsWith('--years=')) values.push(word.slice('--years='.length));
    else if (word !== '--years') rest.push(word);
    else if (next === undefined || next.startsWith('-')) values.push('');
    else {
      values.push(next);
      at += 1;
    }
  }
  return { rest, values };
}
