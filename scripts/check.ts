import { join } from 'node:path';
import { isError } from '#domain/issue.ts';
import { describeReport } from '#strings/issue-text.ts';
import { findLanguage, UsageError } from './call.ts';
import { findIssues } from './check/find-issues.ts';
import { type CheckOptions, getCheckWords, parseOptions } from './check/options.ts';
import { createProgress } from './check/progress.ts';
import { type Findings, writeGithub, writeJson, writeText } from './check/write-report.ts';
import { RangeFailure } from './range.ts';

const CACHE = process.env.CHIWAT_CACHE ?? join(import.meta.dirname, '..', 'node_modules', '.cache', 'chiwat');

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has seen enough.
  if (error.code !== 'EPIPE') throw error;
});

const args = process.argv.slice(2);
const words = getCheckWords(findLanguage(args));
try {
  const options = parseOptions(args, process.env);
  if (options === 'help') console.log(words('usage'));
  else process.exitCode = check(options);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof RangeFailure)) throw error;
  console.error(error instanceof UsageError ? `${error.message}\n\n${words('usage.short')}` : error.message);
  process.exitCode = 2;
}

/** Reads, reports, and gives the exit code. */
function check(options: CheckOptions): number {
  const { paths, language } = options;
  const start = performance.now();
  const found = findIssues(options, {
    cache: options.isCached ? CACHE : undefined,
    onProgress: createProgress(process.stderr, () => performance.now()),
  });
  const isWanted = (file: string) =>
    paths.length === 0 || paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
  const issues = found.issues.filter((issue) => isWanted(issue.file));
  const report = write({ issues, files: found.files, content: options.content }, options);
  if (report !== '') console.log(report);
  // Not part of the report: two runs over the same files print the same.
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (process.stderr.isTTY) console.error(describeReport('time', language, { seconds }));
  return issues.some((issue) => options.isStrict || isError(issue)) ? 1 : 0;
}

function write(findings: Findings, { format, language }: CheckOptions): string {
  if (format === 'json') return writeJson(findings, language);
  if (format === 'github') return writeGithub(findings, language);
  const hasColour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  return writeText(findings, language, hasColour);
}
