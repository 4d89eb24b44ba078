import { archiveSite } from './archive/archive-site.ts';
import { parseOptions, USAGE } from './archive/options.ts';
import { UsageError } from './call.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === 'help') console.log(USAGE);
  else console.log(await archiveSite(options));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
