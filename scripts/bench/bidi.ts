import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A Firefox as it is installed, driven by WebDriver BiDi, which it speaks itself. (Playwright's own protocol needs its
 * own Firefox; its BiDi asks for commands that the long-term release does not know.)
 */
export interface Bidi {
  send: (method: string, params: object) => Promise<Record<string, unknown>>;
  /** Calls back with the parameters of every event of a name. */
  listen: (event: string, hear: (params: Record<string, unknown>) => void) => void;
  close: () => Promise<void>;
}

interface Answer {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: string;
  message?: string;
}

/** Starts a Firefox with an empty profile and opens a session with it. */
export async function openBidi(program: string): Promise<Bidi> {
  const profile = mkdtempSync(join(tmpdir(), 'chiwat-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const socket = new WebSocket(`${await readAddress(child)}/session`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('Firefox took no connection')), { once: true });
    });
    const { send, listen } = talk(socket);
    await send('session.new', { capabilities: {} });
    const close = async () => {
      await send('browser.close', {}).catch(() => {});
      await end(child, profile);
    };
    return { send, listen, close };
  } catch (error) {
    await end(child, profile);
    throw error;
  }
}

function talk(socket: WebSocket): Pick<Bidi, 'send' | 'listen'> {
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners = new Map<string, ((params: Record<string, unknown>) => void)[]>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    // Safe: the protocol names these fields.
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id === undefined) for (const hear of listeners.get(answer.method ?? '') ?? []) hear(answer.params ?? {});
    else waiting.get(answer.id)?.(answer);
  });
  socket.addEventListener('close', () => {
    for (const answer of waiting.values()) answer({ error: 'closed', message: 'Firefox ended' });
  });
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, ({ error, message, result = {} }) => {
          waiting.delete(id);
          if (error === undefined) resolve(result);
          else reject(new Error(`${method}: ${error}: ${message}`));
        });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    listen: (event, hear) => {
      listeners.set(event, [...(listeners.get(event) ?? []), hear]);
    },
  };
}

/** Firefox tells its address in a line of its own when it listens. */
function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      const [, address] = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(told) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`Firefox ended with ${code}\n${told.slice(-1000)}`)));
  });
}

async function end(child: ChildProcess, profile: string): Promise<void> {
  if (child.exitCode === null) {
    const hasEnded = new Promise((resolve) => child.on('exit', resolve));
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.kill();
    await hasEnded;
    clearTimeout(timer);
  }
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
}
