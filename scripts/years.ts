import { findLanguage, UsageError } from './call.ts';
import { countIndicators } from './years/count-indicators.ts';
import { groupYears } from './years/group-years.ts';
import { parseOptions } from './years/options.ts';
import { createWords } from './years/words.ts';

const args = process.argv.slice(2);
const words = createWords(findLanguage(args));
try {
  const options = parseOptions(args);
  if (options === 'help') console.log(words('usage'));
  else {
    const counts = countIndicators(options.content);
    if (counts.size === 0) throw new UsageError(words('call.nothing'));
    const groups = groupYears(counts, options.parts ?? counts.size);
    console.log(options.part === undefined ? JSON.stringify(groups) : (groups[options.part - 1] ?? ''));
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${words('usage.short')}`);
  process.exitCode = 2;
}
