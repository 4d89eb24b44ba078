import { readContent } from '#data/read-content.ts';
import { isError } from '#domain/issue.ts';
import { type CheckOptions, parseOptions, USAGE, UsageError } from './check/options.ts';
import { type Findings, writeGithub, writeJson, writeText } from './check/write-report.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has seen enough.
  if (error.code !== 'EPIPE') throw error;
});

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') console.log(USAGE);
  else process.exitCode = check(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}

function check(options: CheckOptions): number {
  const isWatched = process.stderr.isTTY === true && options.format === 'text';
  const content = readContent(options.content, {
    cache: options.isCached ? 'node_modules/.cache/chiwat' : undefined,
    onProgress: (done, all) => {
      if (isWatched) process.stderr.write(done === all ? '\r\u001b[K' : `\r${done} / ${all} `);
    },
  });
  const { paths } = options;
  const isWanted = (file: string) =>
    paths.length === 0 || paths.some((path) => file === path || file.startsWith(`${path}/`));
  const issues = content.issues.filter((issue) => isWanted(issue.file));
  const report = write({ issues, files: content.counts.files, content: options.content }, options);
  if (report !== '') console.log(report);
  return issues.some((issue) => options.isStrict || isError(issue)) ? 1 : 0;
}

function write(findings: Findings, { format, language }: CheckOptions): string {
  if (format === 'json') return writeJson(findings, language);
  if (format === 'github') return writeGithub(findings, language);
  const hasColour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  return writeText(findings, language, hasColour);
}
