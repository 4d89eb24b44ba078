import { cpSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { getFixture } from '../support/content-folder.ts';
import { makeRepository } from '../support/git-folder.ts';
import { readKnownLedger, tellItems } from '../support/read-ledger.ts';

const TAXES = '2567/finance/tax-collection';
const SITE = getFixture('sites/minimal');
const PROMISE = readFileSync(`${SITE}/reports/${TAXES}/indicator.mdx`, 'utf8');

function makeSite() {
  const repository = makeRepository();
  cpSync(SITE, repository.content, { recursive: true });
  return repository;
}

function tell(content: string, names: Record<string, string>, path = TAXES): string[] {
  const told = tellItems(readKnownLedger(content).items, names)[path] ?? [];
  return told.map((line) =>
    line
      .split('; ')
      .filter((part) => !/^(\d|year)=/.test(part))
      .join('; '),
  );
}

function report(matter: string, text = ''): Record<string, string | Uint8Array> {
  return { [`reports/${TAXES}/q1.mdx`]: `---\n${matter}\n---\n${text}` };
}

describe('a version that the rules of today refuse', () => {
  test('is named; of it only fields that are certain are told, and what follows is marked as uncertain', () => {
    const { content, commit } = makeSite();
    const first = commit(report('result: 10'));
    const refused = commit(report('result: 12\nasOf: yesterday\noldField: 3'));
    const mended = commit(report('result: 13\nasOf: 2023-12-31'));
    expect(tell(content, { first, refused, mended })).toEqual([
      'first: added; with indicator 1',
      'refused: changed; 1.result 10 > 12 (closed-without-correction); cannot read q1.mdx',
      'mended: changed; 1.result 12 > 13 (closed-without-correction); 1.asOf  > 2023-12-31; 1 is uncertain',
    ]);
  });

  test('says nothing where nothing is certain; what it last said stands until it can be read again', () => {
    const { content, commit } = makeSite();
    const first = commit(report('result: 10'));
    const broken = commit({ [`reports/${TAXES}/q1.mdx`]: 'result: 99\n' });
    const bytes = commit({ [`reports/${TAXES}/q1.mdx`]: Uint8Array.of(45, 45, 45, 10, 255, 254) });
    const number = commit(report('result: 1_000'));
    const mended = commit(report('result: 10'));
    const later = commit(report('result: 11'));
    expect(tell(content, { first, broken, bytes, number, mended, later })).toEqual([
      'first: added; with indicator 1',
      'broken: changed; cannot read q1.mdx',
      'bytes: changed; cannot read q1.mdx',
      'number: changed; cannot read q1.mdx',
      'later: changed; 1.result 10 > 11 (closed-without-correction)',
    ]);
  });

  test('may be the first: then a figure is first told where it can be read', () => {
    const { content, commit } = makeSite();
    const first = commit({ ...report('result: ten'), [`reports/${TAXES}/indicator.mdx`]: 'name: งาน\n' });
    const mended = commit({ ...report('result: 10'), [`reports/${TAXES}/indicator.mdx`]: PROMISE });
    const told = tell(content, { first, mended });
    expect(told[0]).toBe('first: added; with indicator 1; cannot read indicator.mdx; cannot read q1.mdx');
    expect(told[1]).toMatch(
      /^mended: changed; indicator\.name .* indicator\.target {2}> 1300.* 1\.result {2}> 10; indicator is uncertain; 1 is uncertain$/,
    );
    const [added, changed] = readKnownLedger(content).items.get(TAXES) ?? [];
    expect([added?.name, added?.standings, changed?.standings]).toEqual(['tax-collection', [], []]);
  });

  test('does not touch what can be read whole: text that is refused today says its figures', () => {
    const { content, commit } = makeSite();
    const first = commit(report('result: 10', '\nข้อความ <Unknown>\n'));
    const second = commit(report('result: 11', '\nข้อความ\n'));
    expect(tell(content, { first, second })).toEqual([
      'first: added; with indicator 1',
      expect.stringMatching(/^second: changed; 1\.result 10 > 11/),
    ]);
  });

  test('of a calendar or of the site leaves scores out, and says of the calendar that it cannot be read', () => {
    const { content, commit } = makeSite();
    const calendar = readFileSync(`${SITE}/calendar/2567.yaml`, 'utf8');
    const site = readFileSync(`${SITE}/site.yaml`, 'utf8');
    commit();
    const broken = commit({ 'calendar/2567.yaml': 'quarters: soon\n', ...report('result: 20') });
    const noSite = commit({ 'calendar/2567.yaml': calendar, 'site.yaml': 'name: 1\n', ...report('result: 30') });
    const whole = commit({ 'site.yaml': site, ...report('result: 40') });
    const { items, calendars } = readKnownLedger(content);
    const told = items.get(TAXES)?.map(({ commit, standings }) => [commit?.id, standings.length]);
    expect(told?.slice(1)).toEqual([
      [broken, 0],
      [noSite, 0],
      [whole, 2],
    ]);
    expect(calendars.slice(2)).toMatchObject([{ change: 'changed', fields: [], isUnreadable: true }]);
  });

  test('of a scale that makes no scores makes none, and nothing that is no number', () => {
    const { content, commit } = makeSite();
    const scale = 'scale: { kind: bands, between: linear, edges: [1, 1, 1, 1, 1], floor: 0 }';
    const odd = PROMISE.replace(/^scale: .*$/m, scale);
    commit({ [`reports/${TAXES}/indicator.mdx`]: odd });
    commit({ [`reports/${TAXES}/indicator.mdx`]: PROMISE });
    const [first, second] = readKnownLedger(content).items.get(TAXES) ?? [];
    expect([first?.standings, second?.standings]).toEqual([[], []]);
    expect(second?.entries[0]?.fields.map(({ key }) => key)).toContain('scale.kind');
  });

  test('may be an object that is not here: it is told as unreadable and not kept', () => {
    const { content, folder, commit, git } = makeSite();
    const first = commit(report('result: 10'));
    const second = commit(report('result: 11'));
    const object = git('rev-parse', `${first}:content/reports/${TAXES}/q1.mdx`);
    const file = `${folder}/.git/objects/${object.slice(0, 2)}/${object.slice(2)}`;
    cpSync(file, `${folder}/kept`);
    git('update-index', '--refresh');
    rmSync(file, { force: true });
    const cache = `${folder}/cache`;
    const told = () => tellItems(readKnownLedger(content, { cache }).items, { first, second })[TAXES]?.[0];
    expect(told()).toContain('cannot read q1.mdx');
    cpSync(`${folder}/kept`, file);
    expect(told()).not.toContain('cannot read');
  });
});
