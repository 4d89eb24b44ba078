import { join } from 'node:path';
import { findLanguage, UsageError } from '../call.ts';
import { countIndicators } from './count-indicators.ts';
import { takeYears } from './take-years.ts';
import { createWords } from './words.ts';

/** The process of a build: its call and its environment are set right before Astro reads them. */
type BuildProcess = Pick<NodeJS.Process, 'argv' | 'env' | 'cwd' | 'exit'>;

/** Hands the years of a call over as CHIWAT_YEARS; ends the process where they cannot be built. */
export function readBuildCall(own: BuildProcess): void {
  const args = own.argv.slice(2);
  const content = own.env.CHIWAT_CONTENT ?? join(own.cwd(), 'content');
  try {
    const { rest, years } = takeYears(args, own.env.CHIWAT_YEARS, () => [...countIndicators(content).keys()]);
    own.argv.splice(2, args.length, ...rest);
    if (years !== undefined) own.env.CHIWAT_YEARS = years;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${createWords(findLanguage(args))('usage.build')}`);
    own.exit(2);
  }
}
