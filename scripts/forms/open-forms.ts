import type { ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { copyRepository, isCopied, readRepository } from './copy-repository.ts';
import { createDelivery, type Delivery } from './deliver.ts';
import type { FormsOptions } from './options.ts';
import { findPort, getAddress, isRunning, startBackEnd, startSite, waitFor } from './servers.ts';
import { createFormsWording, FormsError, type FormsWording } from './wording.ts';

/** Ports that are tried, and how long a site may take to open and a saved branch to be seen. */
const [PORTS, MOST_SECONDS, PAUSE] = [20, 120, 1000];

/** Milliseconds in which an ended server may turn out to have been stopped. */
const GRACE = 300;

/** Opens the forms for the repository at a folder until the person stops them; gives the exit code. Throws FormsError. */
export async function openForms(folder: string, { port, language }: FormsOptions): Promise<number> {
  const word = createFormsWording(language);
  const { branch = word('run.detached'), commit, changed } = readRepository(folder, word);
  const ports = await choosePorts(port, word);
  const cache = process.env.CHIWAT_CACHE ?? join('node_modules', '.cache', 'chiwat');
  const copy = resolve(folder, cache, 'forms');
  console.log(word('run.copying'));
  // What an earlier run left behind goes where it belongs before its copy is made anew.
  if (isCopied(copy)) {
    const left = createDelivery(folder, copy)();
    tell(left, copy, word);
    if (left.some(({ problem }) => problem !== undefined)) throw new FormsError(word('run.kept', { folder: copy }));
  }
  const signed = copyRepository(folder, copy);
  console.log(word('run.base', { branch, commit }));
  if (changed > 0) console.log(word('run.dirty', { count: changed }));
  if (signed !== undefined) console.log(word('run.no-name', { name: signed }));
  const deliver = createDelivery(folder, copy);
  const servers = {
    'decap-server': startBackEnd(copy, ports.backEnd, ports.site),
    astro: startSite(folder, ports.site, ports.backEnd),
  };
  return run(servers, { address: getAddress(ports.site), word, deliver: () => tell(deliver(), copy, word) });
}

async function choosePorts(first: number, word: FormsWording) {
  const site = await findPort(first, PORTS);
  const backEnd = site === undefined ? undefined : await findPort(site + 1, PORTS);
  if (site === undefined || backEnd === undefined) {
    throw new FormsError(word('run.no-port', { first, last: first + PORTS - 1, other: first + 1000 }));
  }
  return { site, backEnd };
}

type Servers = Record<'astro' | 'decap-server', ChildProcess>;

interface Session {
  address: string;
  word: FormsWording;
  deliver: () => void;
}

async function run(servers: Servers, { address, word, deliver }: Session): Promise<number> {
  const ended = waitForEnd(servers, word);
  console.log(word('run.starting'));
  const first = await Promise.race([ended, waitFor(address, MOST_SECONDS, servers.astro)]);
  if (first === true) console.log(word('run.open', { address }));
  const isSilent = first === false && isRunning(servers.astro);
  if (isSilent) console.error(word('run.no-answer', { seconds: MOST_SECONDS }));
  const watch = setInterval(deliver, PAUSE);
  const code = isSilent ? 1 : await ended;
  clearInterval(watch);
  for (const server of Object.values(servers)) server.removeAllListeners('exit').kill();
  deliver();
  console.log(word('run.stopped'));
  return code;
}

/** Until the person stops the forms (0) or a server ends by itself, which is told (1). */
function waitForEnd(servers: Servers, word: FormsWording): Promise<number> {
  return new Promise((resolve) => {
    let isStopped = false;
    const stop = () => {
      isStopped = true;
      resolve(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
    for (const [name, server] of Object.entries(servers)) {
      const end = (reason: string) => {
        if (!isStopped) console.error(word('run.ended', { name, code: reason }));
        resolve(1);
      };
      server.once('error', (error) => end(error.message));
      // Ctrl-C reaches the servers too, and perhaps first.
      server.once('exit', (code, signal) => setTimeout(end, GRACE, String(code ?? signal)));
    }
  });
}

function tell(deliveries: Delivery[], copy: string, word: FormsWording): void {
  for (const { branch, wanted, files, problem } of deliveries) {
    const values = { branch, wanted: wanted ?? '', files: files.join(', '), reason: problem ?? '', folder: copy };
    if (problem !== undefined) console.error(word('run.not-delivered', values));
    else console.log(word(wanted === undefined ? 'run.saved' : 'run.saved-open', values));
  }
}
