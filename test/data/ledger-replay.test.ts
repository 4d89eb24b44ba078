import { cpSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import type { IndicatorYear } from '#domain/dataset.ts';
import { findEntry } from '#domain/impact/compare-entries.ts';
import { flattenFields } from '#domain/impact/compare-fields.ts';
import type { FieldValue } from '#domain/impact/impact.ts';
import { PLACES } from '#domain/ledger/item-version.ts';
import type { Revision } from '#domain/ledger/ledger.ts';
import { createRandom } from '../../scripts/bench/random.ts';
import { getFixture, writeFiles } from '../support/content-folder.ts';
import { makeRepository } from '../support/git-folder.ts';
import { readKnownLedger } from '../support/read-ledger.ts';

/** Fields of an indicator's year, by "place.key". */
type Fields = Map<string, FieldValue>;

const COMMITS = 12;
const LISTS = ['evidence', 'corrections'];
const PROMISE = readFileSync(getFixture('sites/minimal/reports/2567/finance/tax-collection/indicator.mdx'), 'utf8');

test.each([1, 2])('read backwards from the present, the ledger gives every published state (seed %i)', (seed) => {
  const random = createRandom(seed);
  const { content, git, commit } = makeRepository();
  cpSync(getFixture('sites/minimal'), content, { recursive: true });
  const published: { id: string; items: Map<string, Fields> }[] = [];
  for (let count = 0; count < COMMITS; count++) {
    const isBranched = count > 0 && random.below(3) === 0;
    if (isBranched) git('checkout', '-q', '-b', `branch-${count}`);
    for (let edits = count === 0 ? 0 : 1 + random.below(3); edits > 0; edits--) change(content, random, count);
    commit();
    if (isBranched) {
      git('checkout', '-q', 'main');
      git('merge', '-q', '--no-ff', '-m', `Merge pull request #${count} from a/b`, `branch-${count}`);
    }
    published.push({ id: git('rev-parse', 'HEAD'), items: readItems(content) });
  }

  const { items } = readKnownLedger(content);
  expect([...items.keys()].sort()).toEqual([...readItems(content).keys()].sort());
  for (const [path, revisions] of items) {
    let [state, at]: [Fields, string | undefined] = [readItems(content).get(path) ?? new Map(), path];
    const left = [...revisions];
    for (const { id, items: then } of published.toReversed()) {
      if (at !== undefined) expect([...state].sort(), `${path} in ${id}`).toEqual([...(then.get(at) ?? [])].sort());
      if (left.at(-1)?.commit?.id !== id) continue;
      [state, at] = stepBack(state, at, left.pop());
    }
    expect(left).toEqual([]);
  }
});

/** The state before a revision, and where it stood; undefined where it did not. */
function stepBack(state: Fields, at: string | undefined, revision: Revision | undefined): [Fields, string | undefined] {
  const before = new Map(state);
  for (const { place, fields } of revision?.entries ?? []) {
    for (const { key, before: old } of fields) {
      if (old === undefined) before.delete(`${place}.${key}`);
      else before.set(`${place}.${key}`, old);
    }
  }
  if (revision?.change === 'added' || revision?.change === 'restored') return [before, undefined];
  if (revision?.change === 'removed') return [before, revision.path];
  return [before, revision?.from ?? at];
}

function readItems(content: string): Map<string, Fields> {
  const { indicatorYears } = readContent(content).dataset;
  return new Map([...indicatorYears].map(([path, item]) => [path, readFields(item)]));
}

function readFields(item: IndicatorYear): Fields {
  return new Map(
    PLACES.flatMap((place) => {
      const fields = flattenFields(findEntry(item, place)?.data ?? {}, LISTS);
      return [...fields].map(([key, value]): [string, FieldValue] => [`${place}.${key}`, value]);
    }),
  );
}

/** Writes a report, changes a promise, removes, renames or adds an indicator. */
function change(content: string, random: ReturnType<typeof createRandom>, count: number): void {
  const paths = [...readContent(content).dataset.indicatorYears.keys()];
  const path = paths[random.below(paths.length)] ?? '';
  const folder = join(content, 'reports', path);
  const [year = '', agency = ''] = path.split('/');
  const write = (at: string, text: string) => writeFiles(content, { [`reports/${at}`]: text });
  const report = `---\nresult: ${random.below(100)}\n---\n`;
  const done = random.below(6);
  if (done <= 1) write(`${path}/q${1 + random.below(4)}.mdx`, report);
  else if (done === 2) {
    const promise = readFileSync(join(folder, 'indicator.mdx'), 'utf8');
    write(`${path}/indicator.mdx`, promise.replace(/^target: .*$/m, `target: ${100 + random.below(900)}`));
  } else if (done === 3 && paths.length > 3) rmSync(folder, { recursive: true });
  else if (done === 4)
    renameSync(folder, join(content, 'reports', year, agency, `renamed-${count}-${random.below(99)}`));
  else write(`${year}/${agency}/tax-collection/indicator.mdx`, PROMISE);
}
