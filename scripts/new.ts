import { getToday, getTodaySources } from '#data/today.ts';
import { findLanguage } from './call.ts';
import { Cancelled, createAsk } from './new/ask.ts';
import { type Call, parseCall } from './new/options.ts';
import { Refusal } from './new/refusal.ts';
import { runNew } from './new/run.ts';
import { createWords } from './new/words.ts';
import { describeRefusal, getStatus, writeOutcome } from './new/write-outcome.ts';
import { findFailure } from './write/find-failure.ts';

const args = process.argv.slice(2);
const call = read();
if (call !== undefined) await run(call);

function read(): Call | undefined {
  try {
    const parsed = parseCall(args);
    if (!('help' in parsed)) return parsed;
    console.log(createWords(parsed.help)('usage'));
  } catch (error) {
    tell(error, findLanguage(args), 'content');
  }
  return undefined;
}

async function run(call: Call): Promise<void> {
  const say = createWords(call.language);
  // A report is handed in on the day it is written, not on the day of the newest commit.
  const sources = { ...getTodaySources(call.content), commitTime: () => undefined };
  const findToday = (timeZone: string) => getToday(timeZone, sources).day;
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const ask = isTerminal ? createAsk({ input: process.stdin, output: process.stdout }, say) : undefined;
  try {
    const outcome = await runNew(call, { ask, getToday: findToday });
    const today = findToday(outcome.after.dataset.site?.data.timeZone ?? 'UTC');
    console.log(writeOutcome(outcome, call, today, process.stdout.isTTY === true && !process.env.NO_COLOR));
    process.exitCode = getStatus(outcome);
  } catch (error) {
    tell(error, call.language, call.content);
  }
}

function tell(error: unknown, language: Call['language'], content: string): void {
  const say = createWords(language);
  const failure = findFailure(error);
  if (error instanceof Cancelled) console.error(say('done.cancelled'));
  else if (error instanceof Refusal) console.error(describeRefusal(error, { language, content }));
  else if (failure !== undefined) console.error(say(`failed.${failure.key}`, { ...failure }));
  else throw error;
  process.exitCode = error instanceof Refusal ? error.status : 1;
}
