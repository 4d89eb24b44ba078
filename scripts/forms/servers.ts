import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';

const HOST = '127.0.0.1';

/** The first of so many ports, from one on, that nothing on this machine listens at; undefined where all are taken. */
export async function findPort(first: number, count: number): Promise<number | undefined> {
  for (let port = first; port < first + count; port++) if (await isFree(port)) return port;
  return undefined;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, HOST, () => server.close(() => resolve(true)));
  });
}

/** Address of the forms at a port. */
export function getAddress(port: number, base = process.env.CHIWAT_BASE ?? '/'): string {
  return `http://${HOST}:${port}${base.replace(/\/?$/, '/')}admin/`;
}

/** The form's back end, which works in the copy; only this machine can ask it, and pages only of the site's own address. */
export function startBackEnd(copy: string, port: number, site: number): ChildProcess {
  const program = createRequire(import.meta.url).resolve('decap-server');
  const settings = { MODE: 'git', BIND_HOST: HOST, PORT: String(port), LOG_LEVEL: 'warn', GIT_REPO_DIRECTORY: copy };
  const env = { ...process.env, ...settings, ORIGIN: `http://${HOST}:${site}` };
  return spawn(process.execPath, [program], { cwd: copy, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The site as it is while developing, with forms that speak with the back end at a port. */
export function startSite(folder: string, port: number, backEnd: number): ChildProcess {
  const env = {
    CHIWAT_TODAY: getDay(new Date()),
    ...process.env,
    CHIWAT_FORMS: 'local',
    CHIWAT_FORMS_PORT: String(backEnd),
  };
  const args = [join('scripts', 'astro.mjs'), 'dev', '--silent', '--host', HOST, '--port', String(port)];
  return spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

export function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** Until a page answers; false when it does not within so many seconds, or the server has ended. */
export async function waitFor(address: string, seconds: number, server: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < seconds * 4 && isRunning(server); tries++) {
    const isUp = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

/** The day of this machine, YYYY-MM-DD: a report is due by the calendar on the wall, not by the newest commit. */
function getDay(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
