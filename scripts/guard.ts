import { appendFileSync } from 'node:fs';
import { UsageError } from './call.ts';
import { checkChanges, classifyChanges } from './guard/check-changes.ts';
import { type GuardOptions, parseOptions, USAGE } from './guard/options.ts';
import { readChanges } from './guard/read-changes.ts';
import { writeGithub, writeJson, writeText } from './guard/write-findings.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') console.log(USAGE);
  else process.exitCode = guard(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}

/** Reads what the branch changes, reports, and gives the exit code. */
function guard({ repo, base, head, format, language, output }: GuardOptions): number {
  const changes = readChanges(repo, base, head);
  const kind = classifyChanges(changes.changed);
  const result = { kind, files: changes.changed.length, findings: checkChanges(changes) };
  const write = { text: writeText, json: writeJson, github: writeGithub }[format];
  console.log(write(result, language));
  // A word of ours, never one of the pull request: the file is read line by line by the runner.
  if (output !== undefined) appendFileSync(output, `kind=${kind}\n`);
  return result.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
