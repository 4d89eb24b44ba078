import { writeFileSync } from 'node:fs';
import { getReason } from '#data/list-files.ts';
import { createProgress } from './check/progress.ts';
import { compareRevisions } from './impact/compare-revisions.ts';
import { ImpactError } from './impact/impact-error.ts';
import { type ImpactOptions, parseOptions, USAGE } from './impact/options.ts';
import { writeJson } from './impact/write-json.ts';
import { writeMarkdown } from './impact/write-markdown.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has seen enough.
  if (error.code !== 'EPIPE') throw error;
});

try {
  const options = parseOptions(process.argv.slice(2), process.env);
  if (options === 'help') console.log(USAGE);
  else process.exitCode = report(options);
} catch (error) {
  if (!(error instanceof ImpactError)) throw error;
  console.error(error.isOfCall ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = 2;
}

/** Compares, writes, and gives the exit code. */
function report(options: ImpactOptions): number {
  const onProgress = createProgress(process.stderr, () => performance.now());
  const comparison = compareRevisions(options, onProgress);
  const text = options.format === 'json' ? writeJson(comparison, options) : writeMarkdown(comparison, options.language);
  if (options.out === undefined) console.log(text);
  else write(options.out, text, options);
  return comparison.head.errors.length > 0 ? 1 : 0;
}

function write(file: string, text: string, { say }: ImpactOptions): void {
  try {
    writeFileSync(file, `${text}\n`);
  } catch (error) {
    throw new ImpactError(say('error.out', { file, reason: getReason(error) }));
  }
}
