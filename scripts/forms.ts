import { resolve } from 'node:path';
import { UsageError } from './call.ts';
import { openForms } from './forms/open-forms.ts';
import { parseFormsOptions } from './forms/options.ts';
import { createFormsWording, FormsError } from './forms/wording.ts';

try {
  const options = parseFormsOptions(process.argv.slice(2));
  if (options.isHelp) console.log(createFormsWording(options.language)('run.usage'));
  else process.exitCode = await openForms(resolve(import.meta.dirname, '..'), options);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof FormsError)) throw error;
  const isUsage = error instanceof UsageError;
  console.error(isUsage ? `${error.message}\n\n${createFormsWording('th')('run.usage')}` : error.message);
  process.exitCode = isUsage ? 2 : 1;
}
