import { benchBuild } from './bench/bench-build.ts';
import { benchCheck } from './bench/bench-check.ts';
import { benchHistory } from './bench/bench-history.ts';
import { benchSearch } from './bench/bench-search.ts';
import { benchSlope } from './bench/bench-slope.ts';
import { compareResults, wordComparison } from './bench/compare-results.ts';
import { getResult } from './bench/keep-result.ts';
import { parseBenchArguments, USAGE } from './bench/parse-arguments.ts';

const asked = parseBenchArguments(process.argv.slice(2));
switch (asked.what) {
  case 'help':
    console.log(USAGE);
    break;
  case 'refused':
    console.error(`${asked.reason}\n\n${USAGE}`);
    process.exitCode = 2;
    break;
  case 'build':
    await benchBuild(asked.size, asked.options);
    break;
  case 'slope':
    await benchSlope(asked.sizes, asked.years, asked.seed, asked.options);
    break;
  case 'search':
    await benchSearch(asked.size, asked.options);
    break;
  case 'history':
    benchHistory(asked.size, asked.options);
    break;
  case 'check':
    await benchCheck(asked.size, asked.options);
    break;
  case 'compare': {
    const [before, after] = asked.names.map((name) => getResult(name));
    if (before === undefined || after === undefined) break;
    const compared = compareResults(before, after);
    console.log(wordComparison(before, after, compared));
    if (compared.some(({ verdict }) => verdict === 'more')) process.exitCode = 1;
  }
}
