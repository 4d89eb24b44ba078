import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findPort, getAddress, startBackEnd, startSite, waitFor } from './forms/servers.ts';
import { makeRepository } from './screenshots/make-repository.ts';
import { takePictures } from './screenshots/take-pictures.ts';

// Takes the pictures of the guide for staff anew, of made-up content in a year that is open. Needs Chromium.
const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'src/pages/_guide/staff/pictures');
const [YEAR, TODAY] = [2568, '2025-05-20'];
const [FIRST_PORT, PORTS, MOST_SECONDS] = [4521, 20, 180];

const folder = makeRepository(join(ROOT, 'test/fixtures/sites/charts'), YEAR);
// The back end switches branches in the repository; the site reads a copy that stays as it is.
const content = join(folder, '.git', 'shown');
cpSync(join(folder, 'content'), content, { recursive: true });
const cache = join(folder, '.git', 'cache');
Object.assign(process.env, {
  CHIWAT_CONTENT: content,
  CHIWAT_CACHE: cache,
  CHIWAT_TODAY: TODAY,
  CHIWAT_PICTURES: 'off',
});

const port = await findPort(FIRST_PORT, PORTS);
const backEndPort = port === undefined ? undefined : await findPort(port + 1, PORTS);
if (port === undefined || backEndPort === undefined) throw new Error(`no free port from ${FIRST_PORT} on`);
const servers = [startBackEnd(folder, backEndPort, port), startSite(ROOT, port, backEndPort)] as const;
try {
  const address = getAddress(port);
  if (!(await waitFor(address, MOST_SECONDS, servers[1]))) throw new Error(`no answer from ${address}`);
  mkdirSync(PICTURES, { recursive: true });
  await takePictures(address.replace(/admin\/$/, ''), PICTURES, (file) => console.log(relative(ROOT, file)));
} finally {
  for (const server of servers) server.kill();
  rmSync(folder, { recursive: true, force: true });
}
