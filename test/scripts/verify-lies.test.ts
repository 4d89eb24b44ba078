import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readLedger } from '#data/ledger.ts';
import { readContent } from '#data/read-content.ts';
import { scoreSite } from '#domain/scored-site.ts';
import { writeFiles } from '../support/content-folder.ts';
import { makeSiteRepository } from '../support/git-folder.ts';
import { editFile, makeDist, signDist } from '../support/make-dist.ts';
import { list, runVerifyCommand, verify } from '../support/run-verify.ts';

const ZEROS = '0'.repeat(64);

/** Writes JSON as the site does after a change. */
function editJson(dist: string, file: string, change: (value: Record<string, unknown>) => void): void {
  const value = JSON.parse(readFileSync(join(dist, file), 'utf8'));
  change(value);
  writeFileSync(join(dist, file), `${JSON.stringify(value, null, 2)}\n`);
}

async function tell(...args: string[]): Promise<string[]> {
  return list((await verify(...args)).differences);
}

describe('a list of files', () => {
  test('that leads out of the site behind a line end is not followed', async () => {
    const dist = makeDist();
    editFile(dist, 'integrity.json', '"files": {', `"files": {\n    "a\\n/../../outside": "${ZEROS}",`);
    const [told, ...more] = await tell(dist);
    expect(told).toMatch(/^shape integrity\.json files/);
    expect(more).toEqual([]);
  });

  test('of nothing proves nothing', async () => {
    const dist = makeDist();
    writeFileSync(join(dist, 'integrity.json'), '{\n  "version": 1,\n  "files": {\n\n  }\n}\n');
    expect(await tell(dist)).toEqual(['shape integrity.json files']);
  });

  test('with two digests for one file is told of', async () => {
    const dist = makeDist();
    editFile(dist, 'integrity.json', '"files": {', `"files": {\n    "index.html": "${ZEROS}",`);
    expect(await tell(dist)).toEqual(['spelling integrity.json']);
  });

  test('with a page whose receipt is not listed is told of', async () => {
    const dist = makeDist();
    for (const file of ['2567.json', '2567/finance.json', '2567/finance/tax.json', '2567/finance/roads.json'])
      rmSync(join(dist, file));
    rmSync(join(dist, '2567/works.json'));
    rmSync(join(dist, '2567/works/lamps.json'));
    signDist(dist);
    const told = await tell(dist);
    expect(told).toContain('no-receipt 2567/finance/tax.json');
    expect(told).toContain('no-receipt 2567.json');
  });

  test('without any receipt is not said to have scores that work out', () => {
    const dist = makeDist();
    for (const path of ['2566', '2567', 'en'])
      for (const end of ['', '.json']) rmSync(join(dist, `${path}${end}`), { recursive: true, force: true });
    signDist(dist);
    const { stdout, status } = runVerifyCommand([dist, '--lang', 'en']);
    expect(stdout).toContain('Proven: every listed file is the one of its SHA-256 (there is no receipt');
    expect(status).toBe(0);
  });
});

describe('open data', () => {
  test('cannot show an indicator twice, nor say in the table of all years what no receipt says', async () => {
    const dist = makeDist();
    const row = { target: 60, weight: 10, year_result: 61, status: 'met', percent: 100, points: 10, level: null };
    const lamps = {
      path: '2567/works/lamps',
      ...row,
      not_scored_reason: null,
      other_percent: null,
      other_points: null,
    };
    writeFiles(dist, {
      'data/2567.json': JSON.stringify({ version: 1, rows: [{ ...lamps, points: 3 }, lamps] }),
      'data/all.json': JSON.stringify({ version: 1, rows: [{ ...lamps, points: 3 }] }),
    });
    signDist(dist);
    const told = await tell(dist);
    expect(told).toContain('shape data/2567.json rows.2567/works/lamps');
    expect(told).toContain('recomputed data/all.json rows.2567/works/lamps.points');
    expect(told).toContain('recomputed data/all.json rows.2566/finance/tax');
  });
});

describe('a packed table of open data', () => {
  test('is held against the receipts as a plain one is, and told of where it cannot be unpacked', async () => {
    const dist = makeDist();
    const rows = [{ path: '2567/works/lamps', points: 3 }];
    writeFiles(dist, { 'data/2567.json.gz': 'plain' });
    writeFileSync(join(dist, 'data/all.json.gz'), gzipSync(JSON.stringify({ version: 1, rows })));
    signDist(dist);
    const told = await tell(dist);
    expect(told).toContain('recomputed data/all.json.gz rows.2567/works/lamps.points');
    expect(told).toContain('not-json data/2567.json.gz');
  });
});

describe('a total by itself', () => {
  test('adds up for each agency too', async () => {
    const dist = makeDist();
    editJson(dist, '2567.json', (total) => {
      const [first] = total.agencies as { total: { points: number } }[];
      if (first !== undefined) first.total.points += 1;
    });
    expect(await tell(join(dist, '2567.json'))).toEqual([
      expect.stringMatching(/^recomputed .*2567\.json agencies\.finance\.points$/),
    ]);
  });

  test('has no agency twice', async () => {
    const dist = makeDist();
    editJson(dist, '2567.json', (total) => {
      const agencies = total.agencies as { total: { points: number } }[];
      const [first] = agencies;
      if (first !== undefined) agencies.unshift({ ...first, total: { ...first.total, points: 99 } });
    });
    expect(await tell(join(dist, '2567.json'))).toEqual([expect.stringMatching(/^shape .* agencies\.finance$/)]);
  });

  test('has no part twice and none of another agency', async () => {
    const dist = makeDist();
    editFile(dist, '2567/finance.json', '"path": "2567/finance/roads"', '"path": "2567/finance/tax"');
    expect(await tell(join(dist, '2567/finance.json'))).toEqual([expect.stringMatching(/parts\.2567\/finance\/tax$/)]);
    editFile(dist, '2567/works.json', '"path": "2567/works/lamps"', '"path": "2567/finance/tax"');
    expect(await tell(join(dist, '2567/works.json'))).toEqual([expect.stringMatching(/parts\.2567\/finance\/tax$/)]);
  });

  test('is proven to be a sum, not to be scored rightly', () => {
    const { stdout } = runVerifyCommand([join(makeDist(), '2567.json'), '--lang', 'en']);
    expect(stdout).toContain('Proven: the total is the sum of the parts');
    expect(stdout).toContain('Statuses are those of 1 January 2030');
  });
});

describe('history', () => {
  test('that claims a shallow clone is compared where it can be, and not said to be proven', () => {
    const { content, folder, git } = makeSiteRepository();
    const { dataset, entries } = readContent(content);
    const ledger = readLedger({ content, entries, timeZone: 'Asia/Bangkok', today: '2024-07-20' });
    const commit = { id: git('rev-parse', 'HEAD'), isEdited: false };
    const dist = makeDist(scoreSite(dataset, '2024-07-20', ledger), commit);
    editJson(dist, '2567/public-works/road-repair.json', ({ commits }) => {
      const [first, second] = commits as { id: string; isCutOff?: boolean }[];
      if (first !== undefined) Object.assign(first, { id: '1'.repeat(40), isCutOff: true });
      if (second !== undefined) second.id = '2'.repeat(40);
    });
    signDist(dist, commit);
    const { stdout, status } = runVerifyCommand([dist, '--lang', 'en'], folder);
    expect(stdout).toContain('commits.1.id');
    expect(stdout).not.toContain('commits.0');
    expect(stdout).toContain('Not proven: whether what agencies reported is true · the commits that receipts say');
    expect(status).toBe(1);
  });
});
