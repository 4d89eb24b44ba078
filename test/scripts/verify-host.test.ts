import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { join, normalize } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openHost } from '../../scripts/verify/open-host.ts';
import { isFailure } from '../../scripts/verify/site-files.ts';
import { VerifyError } from '../../scripts/verify/verify-error.ts';
import { writeFiles } from '../support/content-folder.ts';
import { editFile, makeDist } from '../support/make-dist.ts';
import { list, verify } from '../support/run-verify.ts';

/** A host with answers of its own; its address ends in a slash. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}/`;
}

/** A plain host of a folder, below a path; `see` is told of every address that was asked for. */
function serveFolder(folder: string, below = '/', see: (path: string) => void = () => {}): Promise<string> {
  return serve((request, response) => {
    const path = decodeURIComponent(request.url ?? '/');
    see(path);
    const wanted = join(folder, normalize(`/${path.slice(below.length)}`));
    const file = existsSync(wanted) && statSync(wanted).isDirectory() ? join(wanted, 'index.html') : wanted;
    const isThere = path.startsWith(below) && existsSync(file);
    response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/plain' });
    response.end(isThere ? readFileSync(file) : '<p>not found</p>');
  });
}

async function findRefusal(...args: string[]): Promise<string> {
  const error = await verify(...args).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof VerifyError)) throw new Error(`no refusal but ${error}`);
  return error.message;
}

describe('a site on a host', () => {
  test('is verified from its root, in a folder of the host too', async () => {
    const address = await serveFolder(makeDist(), '/kpi/');
    const verified = await verify(`${address}kpi`);
    expect(verified.differences).toEqual([]);
    expect(verified.counts).toEqual({ files: 31, receipts: 4, totals: 5 });
    expect(verified).toMatchObject({ isHost: true, scope: 'site' });
  });

  test('is told of by file when it serves something else', async () => {
    const dist = makeDist();
    editFile(dist, '2567/finance/tax.json', '"points": 15.1', '"points": 19.1');
    writeFiles(dist, { '2567/index.html': 'other' });
    rmSync(join(dist, 'about/index.html'));
    const { differences } = await verify(await serveFolder(dist));
    expect(list(differences)).toEqual([
      'changed 2567/finance/tax.json',
      'recomputed 2567/finance/tax.json standing.score.points',
      'changed 2567/index.html',
      'missing about/index.html',
    ]);
  });

  test.each([
    ['2567/finance/tax/', { files: 2, receipts: 1, totals: 0 }],
    ['en/2567/finance/tax/', { files: 2, receipts: 1, totals: 0 }],
    ['2567/finance/tax', { files: 2, receipts: 1, totals: 0 }],
    ['2567/finance/tax.json', { files: 1, receipts: 1, totals: 0 }],
    ['2567/finance/tax.csv', { files: 2, receipts: 1, totals: 0 }],
    ['2567/finance/', { files: 4, receipts: 2, totals: 1 }],
    ['2567.json', { files: 4, receipts: 3, totals: 1 }],
    ['about/', { files: 1, receipts: 0, totals: 0 }],
  ])('one page is verified with what its score is made of: %s', async (page, counts) => {
    const asked: string[] = [];
    const address = await serveFolder(makeDist(), '/', (path) => asked.push(path));
    const verified = await verify(`${address}${page}`);
    expect(verified).toMatchObject({ counts, differences: [], scope: 'page' });
    expect(asked.filter((path) => !path.endsWith('integrity.json'))).toHaveLength(counts.files);
  });

  test('may be held against a folder that was built again', async () => {
    const other = makeDist();
    writeFiles(other, { 'index.html': 'other' });
    const { differences } = await verify(await serveFolder(makeDist()), '--with', other);
    expect(list(differences)).toEqual(['other-build index.html']);
  });
});

describe('what is no site is answered in words', () => {
  test('an address without integrity.json', async () => {
    const address = await serve((_, response) => response.writeHead(404).end());
    expect(await findRefusal(`${address}2567/x/`)).toMatch(/ไม่พบ integrity\.json/);
  });

  test('a host that answers a page to everything', async () => {
    const address = await serve((_, response) => response.writeHead(200).end('<!doctype html><p>hello</p>'));
    expect(await findRefusal(address)).toMatch(/หน้าเว็บแทน integrity\.json/);
  });

  test('a host that is broken', async () => {
    const address = await serve((_, response) => response.writeHead(503).end());
    expect(await findRefusal(address, '--lang', 'en')).toMatch(/answers 503/);
  });

  test('a host that is not there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    await once(server.close(), 'close');
    if (address === null || typeof address === 'string') throw new Error('the server had no port');
    const refusal = await findRefusal(`http://127.0.0.1:${address.port}/`, '--lang', 'en');
    expect(refusal).toMatch(/cannot be reached \(ECONNREFUSED\)/);
  });

  test('a page that the site does not have', async () => {
    const address = await serveFolder(makeDist());
    expect(await findRefusal(`${address}2567/none/`, '--lang', 'en')).toMatch(/no page “2567\/none\/”/);
  });
});

describe('a host', () => {
  const limits = { mostBytes: 1000, patience: 2000, retries: 1 };

  test('is followed within itself, and to no other', async () => {
    const other = await serve((_, response) => response.writeHead(200).end('stolen'));
    const address = await serve((request, response) => {
      if (request.url === '/here') response.writeHead(301, { location: '/there' }).end();
      else if (request.url === '/away') response.writeHead(302, { location: other }).end();
      else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
      else response.writeHead(200).end('found');
    });
    const site = openHost(new URL(address), limits);
    expect(String(await site.read('here'))).toBe('found');
    expect(await site.read('away')).toEqual({ failure: 'redirect', detail: other });
    expect(await site.read('round')).toMatchObject({ failure: 'redirect' });
  });

  test('that stumbles once is asked again', async () => {
    let asked = 0;
    const address = await serve((_, response) => response.writeHead(asked++ === 0 ? 502 : 200).end('found'));
    expect(String(await openHost(new URL(address), limits).read('x'))).toBe('found');
  });

  test('that sends without end or not at all is left', async () => {
    const address = await serve((request, response) => {
      if (request.url === '/never') return;
      response.writeHead(200);
      response.write('x'.repeat(2000));
    });
    const site = openHost(new URL(address), limits);
    expect(await site.read('endless')).toMatchObject({ failure: 'too-large' });
    expect(await openHost(new URL(address), { ...limits, patience: 100, retries: 0 }).read('never')).toEqual({
      failure: 'timeout',
    });
  });

  test('that sends more than it said has a reason', async () => {
    const address = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 2 });
      response.socket?.end('more than two');
    });
    expect(await openHost(new URL(address), limits).read('x')).toEqual({
      failure: 'unreachable',
      detail: expect.stringContaining('HTTP'),
    });
  });

  test('may serve its page for what is not there as such', async () => {
    const address = await serve((_, response) => response.writeHead(404).end('not found'));
    expect(String(await openHost(new URL(address), limits).read('404.html'))).toBe('not found');
    expect(await openHost(new URL(address), limits).read('x.html')).toEqual({ failure: 'missing' });
  });

  test('is asked for the very name of a file', async () => {
    const asked: (string | undefined)[] = [];
    const address = await serve((request, response) => {
      asked.push(request.url);
      response.writeHead(404).end();
    });
    const site = openHost(new URL(`${address}kpi/`), limits);
    expect(isFailure(await site.read('a b?#%.txt'))).toBe(true);
    expect(isFailure(await site.read('2567/index.html'))).toBe(true);
    expect(asked).toEqual(['/kpi/a%20b%3F%23%25.txt', '/kpi/2567/']);
  });
});
