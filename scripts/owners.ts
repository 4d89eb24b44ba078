import { resolve } from 'node:path';
import { readSettings } from '#data/read-content.ts';
import en from '#strings/owners.en.json' with { type: 'json' };
import th from '#strings/owners.th.json' with { type: 'json' };
import { createWording } from '#strings/wording.ts';
import { UsageError } from './call.ts';
import { listBadHandles, writeOwners } from './owners/codeowners.ts';
import { type OwnersOptions, parseOptions, USAGE } from './owners/options.ts';
import { planFiles, writeFiles } from './write/write-files.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') console.log(USAGE);
  else process.exitCode = writeCodeowners(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}

/** Compares or writes both files, and gives the exit code. */
function writeCodeowners({ content, root, language, isCheck }: OwnersOptions): number {
  const word = createWording({ th, en }, language);
  const { dataset, issues } = readSettings(resolve(content));
  const bad = listBadHandles(issues, language);
  if (bad.length > 0) {
    console.error([word('bad'), ...bad].join('\n'));
    return 1;
  }
  const files = writeOwners(dataset, word);
  const plan = isCheck ? planFiles(resolve(root), files) : writeFiles(resolve(root), files, true);
  const changed = [...plan.created, ...plan.conflicts].map(({ file }) => file);
  if (changed.length === 0) console.log(word('same'));
  else console.log(word(isCheck ? 'differs' : 'written', { files: changed.join(', ') }));
  return isCheck && changed.length > 0 ? 1 : 0;
}
