import { join } from 'node:path';
import { findLanguage, UsageError } from './call.ts';
import { createProgress } from './check/progress.ts';
import { parseOptions } from './import/options.ts';
import { runImport } from './import/run-import.ts';
import { getWords } from './import/words.ts';
import { findFailure } from './write/find-failure.ts';

const CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'chiwat');

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has seen enough.
  if (error.code !== 'EPIPE') throw error;
});

try {
  const options = parseOptions(process.argv.slice(2));
  if ('help' in options) console.log(getWords(options.help)('usage'));
  else {
    const onProgress = createProgress(process.stderr, () => performance.now());
    const { report, status } = runImport(options, { cache: CACHE, onProgress });
    console.log(report);
    process.exitCode = status;
  }
} catch (error) {
  const words = getWords(findLanguage(process.argv));
  const failure = findFailure(error);
  if (error instanceof UsageError) console.error(`${error.message}\n\n${words('usage.short')}`);
  else if (failure !== undefined) console.error(words(`failed.${failure.key}`, { ...failure }));
  else throw error;
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
