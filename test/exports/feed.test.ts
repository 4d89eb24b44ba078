import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { writeFeed } from '#exports/feed.ts';
import { getFeed } from '#views/changes-feed.ts';
import { buildCommit, buildEntryChange, buildField, buildLedger, buildRevision } from '../support/build-ledger.ts';
import { buildSite, english, thai } from '../support/build-site.ts';
import { getFixture } from '../support/content-folder.ts';

const PATH = '2567/finance/roads';
const SCHEMA = readFileSync(getFixture('feeds/atom.rng'), 'utf8');
const NASTY = 'ราย ]]> & <b onclick="x">"หนึ่ง"</b> \u0000\u0008\uFFFE\uD800 เก้าสิบ';

/** A site with a published indicator, and a figure that changed from 350 to 345. */
function buildHistory(name = 'จำนวนถนน', settings: { address?: string; repository?: string } = {}) {
  const figure = buildEntryChange({ place: 1, fields: [buildField('result', 350, 345)] });
  const revisions = [
    buildRevision('2023-09-20', { change: 'added', places: ['indicator', 1] }),
    buildRevision('2024-03-05', { entries: [figure] }),
  ];
  const site = buildSite({ items: { [PATH]: { indicator: { name } } }, settings });
  return { ...site, ledger: buildLedger({ items: { [PATH]: revisions } }) };
}

async function findMistakes(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml, schema: SCHEMA, extension: 'relaxng' });
  return errors.map(({ message }) => message);
}

/** What stands in the elements of a name, as a reader of XML gets it. */
function readAll(xml: string, name: string): string[] {
  const signs = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  const read = (text: string) => text.replace(/&(lt|gt|quot|amp);/g, (sign) => signs[sign as keyof typeof signs]);
  return [...xml.matchAll(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`, 'g'))].map(([, text = '']) => read(text));
}

describe('the feed of changes', () => {
  test.each([thai, english])('is valid Atom with the newest change first', async (context) => {
    const xml = writeFeed(getFeed(buildHistory(), { of: 'all' }, context));
    expect(await findMistakes(xml)).toEqual([]);
    expect(readAll(xml, 'updated')).toEqual(['2024-03-05T05:00:00Z', '2024-03-05T05:00:00Z', '2023-09-20T05:00:00Z']);
    expect(readAll(xml, 'title')[1]).toContain('350.00 → 345.00');
  });

  test('is found wrong where it is wrong: the check is none in name only', async () => {
    const xml = writeFeed(getFeed(buildHistory(), { of: 'all' }, thai));
    expect(await findMistakes(xml.replace(/<updated>.*?<\/updated>/, ''))).not.toEqual([]);
    expect(await findMistakes(xml.replace('<name>', '<name>&'))).not.toEqual([]);
  });

  test('keeps every text a text, whatever stands in it', async () => {
    const xml = writeFeed(getFeed(buildHistory(NASTY), { of: 'all' }, thai));
    expect(await findMistakes(xml)).toEqual([]);
    const [content = ''] = readAll(xml, 'content');
    expect(content).toContain('ราย ]]&gt; &amp; &lt;b onclick=&quot;x&quot;&gt;');
    expect(content).not.toContain('<b onclick');
    expect(content).toContain('\uFFFD เก้าสิบ');
  });

  test('is XML for any text', async () => {
    const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { numRuns: 200, seed: 4287 });
    const xml = writeFeed(getFeed(buildHistory(`ก${texts.join(' ').replace(/[\r\n]/g, '')}`), { of: 'all' }, thai));
    expect(await findMistakes(xml)).toEqual([]);
  });

  test('has full addresses where the site has one, and the same ids wherever it stands', () => {
    const repository = 'https://github.com/than-thong/kpi';
    const [here, there, nowhere] = ['https://a.example.org', 'https://b.example.org', undefined].map((address) =>
      writeFeed(getFeed(buildHistory('x', { repository, ...(address && { address }) }), { of: 'all' }, thai)),
    );
    expect(here).toContain('href="https://a.example.org/feed.xml"');
    expect(here).toContain('href="https://a.example.org/2567/finance/roads/#history"');
    expect(nowhere).toContain('href="/feed.xml"');
    const ids = readAll(here ?? '', 'id');
    expect(new Set(ids).size).toBe(3);
    expect([there, nowhere].map((xml) => readAll(xml ?? '', 'id'))).toEqual([ids, ids]);
  });

  test('of an agency, and of another language, has entries of its own', () => {
    const site = buildHistory();
    const ids = [
      writeFeed(getFeed(site, { of: 'all' }, thai)),
      writeFeed(getFeed(site, { of: 'all' }, english)),
      writeFeed(getFeed(site, { of: 'agency', agency: 'finance' }, thai)),
    ].flatMap((xml) => readAll(xml, 'id'));
    expect(new Set(ids).size).toBe(9);
    expect(writeFeed(getFeed(site, { of: 'agency', agency: 'other' }, thai))).not.toContain('<entry>');
  });

  test('without any history is valid and empty', async () => {
    const xml = writeFeed(getFeed(buildSite({ items: { [PATH]: {} } }), { of: 'all' }, thai));
    expect(await findMistakes(xml)).toEqual([]);
    expect(xml).not.toContain('<entry>');
  });

  test('tells the newest fifty commits, and nothing that is not committed', () => {
    const days = Array.from({ length: 60 }, (_, index) =>
      new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const revisions = [...days.map((day) => buildRevision(day)), buildRevision(undefined)];
    const site = { ...buildSite({ items: { [PATH]: {} } }), ledger: buildLedger({ items: { [PATH]: revisions } }) };
    const xml = writeFeed(getFeed(site, { of: 'all' }, thai));
    expect(readAll(xml, 'published')).toHaveLength(50);
    expect(readAll(xml, 'published')[0]).toBe(buildCommit(days.at(-1) ?? '').time);
  });
});
