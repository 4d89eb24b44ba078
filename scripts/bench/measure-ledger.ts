import { findChildSeconds } from '#data/child-seconds.ts';
import { readLedger } from '#data/ledger.ts';
import { readContent } from '#data/read-content.ts';
import { TODAY } from './build-settings.ts';

/** What reading the history used, in a process of its own. */
export interface LedgerUsage {
  ownSeconds: number;
  /** CPU of the programs it ran; absent where the system does not tell. */
  gitSeconds?: number;
  wallSeconds: number;
  peakMegabytes: number;
  revisions: number;
}

const [content = '', cache = '', history] = process.argv.slice(2);
const { entries, dataset } = readContent(content, { cache });
const timeZone = dataset.site?.data.timeZone ?? 'UTC';
if (history === 'on') console.log(JSON.stringify(measure()));
else console.log('{}');

function measure(): LedgerUsage {
  const [cpu, started, children] = [process.cpuUsage(), performance.now(), findChildSeconds()];
  const ledger = readLedger({ content, entries, timeZone, today: TODAY, cache });
  const { user, system } = process.cpuUsage(cpu);
  const after = findChildSeconds();
  if (ledger.state === 'unknown') throw new Error(`no history: ${ledger.reason}`);
  return {
    ownSeconds: (user + system) / 1e6,
    ...(children === undefined || after === undefined ? {} : { gitSeconds: after - children }),
    wallSeconds: (performance.now() - started) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    revisions: [...ledger.items.values()].reduce((sum, all) => sum + all.length, 0),
  };
}
