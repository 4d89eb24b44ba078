import { findLanguage, UsageError } from './call.ts';
import { createProgress } from './check/progress.ts';
import { parseOptions, type VerifyOptions } from './verify/options.ts';
import { runVerify } from './verify/run-verify.ts';
import { VerifyError } from './verify/verify-error.ts';
import { createWords } from './verify/words.ts';
import { writeJson, writeText } from './verify/write-report.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has seen enough.
  if (error.code !== 'EPIPE') throw error;
});

const args = process.argv.slice(2);
const words = createWords(findLanguage(args));
try {
  const options = parseOptions(args);
  if (options === 'help') console.log(words('usage'));
  else process.exitCode = await verify(options);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof VerifyError)) throw error;
  console.error(error instanceof UsageError ? `${error.message}\n\n${words('usage.short')}` : error.message);
  process.exitCode = 2;
}

/** Verifies, reports, and gives the exit code. */
async function verify(options: VerifyOptions): Promise<number> {
  const verified = await runVerify(
    options,
    createProgress(process.stderr, () => performance.now()),
  );
  const write = options.format === 'json' ? writeJson : writeText;
  console.log(write(verified, options.language));
  return verified.differences.length > 0 ? 1 : 0;
}
