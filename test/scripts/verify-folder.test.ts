import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listPaths } from '#data/file-digests.ts';
import { writeFiles } from '../support/content-folder.ts';
import { editFile, flipDigit, makeDist, signDist } from '../support/make-dist.ts';
import { list, verify } from '../support/run-verify.ts';

const RECEIPT = '2567/finance/tax.json';

describe('a built site', () => {
  test('that is as it was built agrees, and says how much was verified', async () => {
    const verified = await verify(makeDist());
    expect(verified.differences).toEqual([]);
    expect(verified.counts).toEqual({ files: 31, receipts: 4, totals: 5 });
    expect(verified.asOf).toBe('2030-01-01');
  });

  test('is told of by file when any digit of any file is another one', async () => {
    const dist = makeDist();
    const files = listPaths(dist);
    for (const [index, file] of files.entries()) {
      const bytes = readFileSync(join(dist, file));
      const flipped = flipDigit(bytes, index * 7);
      if (flipped === undefined) continue;
      writeFileSync(join(dist, file), flipped);
      const { differences } = await verify(dist);
      writeFileSync(join(dist, file), bytes);
      const named = differences.map((difference) => difference.file);
      if (file !== 'integrity.json') expect(named).toContain(file);
      else expect(named.length).toBeGreaterThan(0);
    }
    expect((await verify(dist)).differences).toEqual([]);
  });

  test('names what is changed, missing and too much', async () => {
    const dist = makeDist();
    writeFiles(dist, { '2567/finance/index.html': 'other', 'new/.hidden': '1' });
    rmSync(join(dist, 'about/index.html'));
    expect(list((await verify(dist)).differences)).toEqual([
      'changed 2567/finance/index.html',
      'missing about/index.html',
      'extra new/.hidden',
    ]);
  });

  test('cannot hide a score by signing it anew', async () => {
    const dist = makeDist();
    editFile(dist, RECEIPT, '"points": 15.1', '"points": 19.1');
    signDist(dist);
    expect((await verify(dist)).differences).toEqual([
      { file: RECEIPT, kind: 'recomputed', field: 'standing.score.points', published: '19.1', recomputed: '15.1' },
    ]);
  });

  test('cannot hide a total by signing it anew', async () => {
    const dist = makeDist();
    editFile(dist, '2567/finance.json', '"points": 15.1', '"points": 16.1');
    editFile(dist, '2567.json', '"counted": 2', '"counted": 3');
    signDist(dist);
    expect((await verify(dist)).differences).toEqual([
      { file: '2567.json', kind: 'recomputed', field: 'total.counted', published: '3', recomputed: '2' },
      { file: '2567/finance.json', kind: 'recomputed', field: 'total.points', published: '16.1', recomputed: '15.1' },
    ]);
  });

  test('cannot change figure, score and total together without another receipt of its year telling', async () => {
    const dist = makeDist();
    editFile(dist, RECEIPT, '"onTrack": 80', '"onTrack": 10');
    editFile(dist, '2566/finance/tax.json', '"asOf": "2030-01-01"', '"asOf": "2031-01-01"');
    editFile(dist, '2567/finance/roads.json', '"code": "10000000"', '"code": "10000001"');
    signDist(dist);
    expect(list((await verify(dist)).differences)).toEqual(
      expect.arrayContaining([
        'disagrees 2566/finance/tax.json asOf',
        `disagrees ${RECEIPT} rules`,
        expect.stringMatching(/^disagrees 2567\/finance\/(tax|roads)\.json agency$/),
      ]),
    );
  });

  test('cannot say in its open data what no receipt says', async () => {
    const dist = makeDist();
    const row = {
      path: '2567/works/lamps',
      target: 60,
      weight: 10,
      year_result: 61,
      status: 'met',
      percent: 100,
      points: 10,
    };
    const rest = { level: null, not_scored_reason: null, other_percent: null, other_points: null };
    const rows = [{ ...row, ...rest, points: 11 }, { path: '2567/works/none' }];
    writeFiles(dist, { 'data/2567.json': JSON.stringify({ version: 1, rows }) });
    signDist(dist);
    expect(list((await verify(dist)).differences)).toEqual([
      'recomputed data/2567.json rows.2567/works/lamps.points',
      'recomputed data/2567.json rows.2567/works/none',
      'recomputed data/2567.json rows.2567/finance/roads',
      'recomputed data/2567.json rows.2567/finance/tax',
    ]);
  });

  test('cannot leave out a receipt or a total that others are made of', async () => {
    const dist = makeDist();
    rmSync(join(dist, '2567/works/lamps.json'));
    rmSync(join(dist, '2566.json'));
    signDist(dist);
    const told = list((await verify(dist)).differences);
    expect(told).toContain('no-receipt 2566.json');
    expect(told).toContain('no-receipt 2567/works/lamps.json');
    expect(told).toContain('recomputed 2567.json total.points');
  });

  test('with a receipt that cannot be read says so of its totals', async () => {
    const dist = makeDist();
    writeFiles(dist, { [RECEIPT]: '<!doctype html>' });
    signDist(dist);
    expect(list((await verify(dist)).differences)).toEqual([
      'not-summed 2567.json',
      'not-summed 2567/finance.json',
      `web-page ${RECEIPT}`,
    ]);
  });

  test.each([
    ['version', '"version": 1', '"version": 2'],
    ['shape', '"files": {', '"files": {\n    "../outside": "'.concat('0'.repeat(64), '",')],
    ['not-json', '"files": {', '"files": '],
  ])('with an integrity.json that cannot be trusted is not all right: %s', async (kind, from, to) => {
    const dist = makeDist();
    editFile(dist, 'integrity.json', from, to);
    expect((await verify(dist)).differences).toEqual([expect.objectContaining({ file: 'integrity.json', kind })]);
  });
});

describe('two builds', () => {
  test('that are the same are said to be', async () => {
    const dist = makeDist();
    const verified = await verify(dist, '--with', makeDist());
    expect(verified.differences).toEqual([]);
    expect(verified.other?.files).toBe(31);
  });

  test('are held byte for byte, whatever the other says of itself', async () => {
    const other = makeDist();
    writeFiles(other, { 'index.html': 'changed', 'more.txt': '1' });
    rmSync(join(other, '2566.json'));
    expect(list((await verify(makeDist(), '--with', other)).differences)).toEqual([
      'only-here 2566.json',
      'other-build index.html',
      'only-there more.txt',
    ]);
  });

  test('of two commits are not the same build', async () => {
    const commit = (id: string) => ({ id: id.repeat(40), isEdited: true });
    const verified = await verify(makeDist(undefined, commit('a')), '--with', makeDist(undefined, commit('b')));
    expect(list(verified.differences)).toContain('other-build integrity.json commit');
  });
});
