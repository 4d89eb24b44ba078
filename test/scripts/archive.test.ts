import { spawnSync } from 'node:child_process';
import { openAsBlob, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { getFileDigest, listFileDigests } from '#data/file-digests.ts';
import { type ContentCommit, formatIntegrity } from '#exports/integrity.ts';
import type { Language } from '#strings/translate.ts';
import { archiveSite } from '../../scripts/archive/archive-site.ts';
import { getCleanEnv } from '../setup/env.ts';
import { getFixture, makeFolder, writeFiles } from '../support/content-folder.ts';
import { ROOT } from '../support/run-check.ts';

afterEach(() => void vi.unstubAllEnvs());

const COMMIT = 'dd128079584209a0532b88816bd2aa769380972c';
const NAME = 'than-thong-indicators-dd1280795842';

const OF_COMMIT: ContentCommit = { id: COMMIT, isEdited: false };

/** A small site as a build leaves it, of a commit or of none. */
function makeSite(commit: ContentCommit | undefined = OF_COMMIT, base = '/'): string {
  const folder = makeFolder();
  writeFiles(folder, {
    'index.html': `<link rel="stylesheet" href="${base}assets/page.css"><p>ชี้วัด</p>`,
    '2567/finance/index.html': '<p>สำนักคลัง</p>'.repeat(200),
    'assets/page.css': 'p { color: navy }',
    '2567/finance/ตาราง.csv': 'ก,ข\r\n1,2\r\n',
    'admin/empty.txt': '',
  });
  writeFileSync(join(folder, 'integrity.json'), formatIntegrity(listFileDigests(folder), commit));
  return folder;
}

function archive(site: string, out: string, { base = '/', language = 'th' as Language } = {}): Promise<string> {
  return archiveSite({ site, out, content: getFixture('sites/minimal'), base, language });
}

/** Members of an archive with their texts, in the order in which they stand. */
async function readZip(file: string): Promise<[path: string, text: string][]> {
  const entries = await new ZipReader(new BlobReader(await openAsBlob(file))).getEntries();
  return Promise.all(
    entries.map(async (entry): Promise<[string, string]> => {
      if (entry.directory) throw new Error(`${entry.filename} is a folder`);
      return [entry.filename, await entry.getData(new TextWriter())];
    }),
  );
}

describe('the archive of a site', () => {
  it('holds every file of it, told by the sums beside it, and how to open and check it in both languages', async () => {
    const [site, out] = [makeSite(), makeFolder()];
    expect(await archive(site, out)).toContain(`${NAME}.zip`);
    const [readme, sums, ...members] = await readZip(join(out, `${NAME}.zip`));
    const files = listFileDigests(site);
    expect(members).toEqual(files.map(({ path }) => [`${NAME}/site/${path}`, readFileSync(join(site, path), 'utf8')]));
    expect(sums?.[0]).toBe(`${NAME}/SHA256SUMS`);
    expect(sums?.[1]).toBe(files.map(({ path, digest }) => `${digest}  site/${path}\n`).join(''));
    expect(readme?.[0]).toBe(`${NAME}/README.txt`);
    for (const words of ['ฉบับเก็บถาวร', 'archived', COMMIT, 'sha256sum --quiet -c SHA256SUMS', 'localhost:8000/ '])
      expect(readme?.[1]).toContain(words);
  });

  it('has a checksum beside it that sha256sum reads', () => {
    const out = makeFolder();
    const args = ['--site', makeSite(), '--out', out, '--content', getFixture('sites/minimal')];
    const call = { cwd: ROOT, env: getCleanEnv(), encoding: 'utf8' } as const;
    expect(spawnSync(process.execPath, ['scripts/archive.ts', ...args], call)).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(out).sort()).toEqual([`${NAME}.zip`, `${NAME}.zip.sha256`]);
    const digest = getFileDigest(join(out, `${NAME}.zip`));
    expect(readFileSync(join(out, `${NAME}.zip.sha256`), 'utf8')).toBe(`${digest}  ${NAME}.zip\n`);
  });

  it('has the same bytes from another folder, in another time zone, of files with other times', async () => {
    const [one, other] = [makeFolder(), makeFolder()];
    await archive(makeSite(), one);
    const site = makeSite();
    for (const { path } of listFileDigests(site)) utimesSync(join(site, path), 1e9, 1e9);
    vi.stubEnv('TZ', 'Asia/Tokyo');
    await archive(site, other);
    const [first, second] = [one, other].map((out) => getFileDigest(join(out, `${NAME}.zip`)));
    expect(second).toBe(first);
  });

  it('of a site for a folder of a host has it in that folder', async () => {
    const out = makeFolder();
    await archive(makeSite(OF_COMMIT, '/kpi/'), out, { base: '/kpi/' });
    const [readme, , ...members] = await readZip(join(out, `${NAME}.zip`));
    expect(members.map(([path]) => path)).toContain(`${NAME}/site/kpi/index.html`);
    expect(readme?.[1]).toContain('http://localhost:8000/kpi/');
  });

  it('says in its name and its words that content was edited', async () => {
    const out = makeFolder();
    await archive(makeSite({ id: COMMIT, isEdited: true }), out);
    const [readme] = await readZip(join(out, `${NAME}-edited.zip`));
    expect(readme?.[1]).toContain('not committed');
  });
});

describe('nothing is archived', () => {
  test.each([
    ['where no site is', (site: string) => rmSync(join(site, 'integrity.json')), 'npm run build'],
    [
      'of which a file was changed',
      (site: string) => writeFileSync(join(site, 'assets/page.css'), 'x'),
      'assets/page.css',
    ],
    ['of which a file is missing', (site: string) => rmSync(join(site, 'admin/empty.txt')), 'admin/empty.txt'],
    ['that holds a file more', (site: string) => writeFileSync(join(site, 'more.txt'), ''), 'more.txt'],
  ])('%s', async (_, spoil, words) => {
    const [site, out] = [makeSite(), makeFolder()];
    spoil(site);
    for (const language of ['th', 'en'] as const) await expect(archive(site, out, { language })).rejects.toThrow(words);
    expect(readdirSync(out)).toEqual([]);
  });

  test('for another folder of a host than the site was built for', async () => {
    await expect(archive(makeSite(), makeFolder(), { base: '/kpi/' })).rejects.toThrow('CHIWAT_BASE');
  });
});
