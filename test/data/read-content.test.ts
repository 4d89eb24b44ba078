import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { copySite, findIssues, makeFolder, writeFiles, writeSite } from '../support/content-folder.ts';

const FOLDER = 'reports/2567/finance/e-receipt';
const REPORT = `${FOLDER}/q3.mdx`;
const TEXT = '---\nresult: 60\n---\n\nลงนามในสัญญา\n';

describe('bytes', () => {
  it('with CRLF or lone CR are read as with LF', () => {
    for (const end of ['\r\n', '\r']) {
      const folder = writeSite({ [REPORT]: TEXT.replaceAll('\n', end).replace('60', '๖๐') });
      expect(findIssues(folder)).toEqual([`CW304 ${REPORT}:2:9`]);
      const { entries } = readContent(writeSite({ [REPORT]: TEXT.replaceAll('\n', end) }));
      expect(entries.find((entry) => entry.file === REPORT)).toMatchObject({
        sections: { body: { html: '<p>ลงนามในสัญญา</p>' } },
      });
    }
  });

  it('behind a byte order mark are read all the same: one mistake does not hide others', () => {
    const folder = writeSite({ [REPORT]: `\uFEFF${TEXT.replace('60', '๖๐')}` });
    expect(findIssues(folder)).toEqual([`CW105 ${REPORT}:1:1`, `CW304 ${REPORT}:2:9`]);
  });

  test.each([
    ['cp874', Buffer.from([0xc5, 0xa7, 0xb9, 0xd2, 0xc1, 0x0a]), 'CW104 6:2'],
    ['UTF-16', Buffer.from('\uFEFFกข', 'utf16le'), 'CW104 6:1'],
    ['a cut letter', Buffer.from('กข').subarray(0, 5), 'CW104 6:2'],
    ['NUL', Buffer.from('ก\0ข'), 'CW104 6:2'],
    ['a control character', Buffer.from('ก ข\u001B[31m'), 'CW110 6:4'],
    ['a noncharacter', Buffer.from('ก\uFDD0'), 'CW110 6:2'],
    ['a lost letter', Buffer.from('กข\uFFFD'), 'CW104 6:3'],
  ])('of %s are told where they stand', (_, bytes, expected) => {
    const folder = writeSite({ [REPORT]: Buffer.concat([Buffer.from(TEXT), bytes]) });
    const [code, place] = expected.split(' ');
    expect(findIssues(folder)).toEqual([`${code} ${REPORT}:${place}`]);
  });
});

describe('one mistake', () => {
  it('in an agency, a calendar or a plan is not told again at each indicator', () => {
    const broken = {
      'agencies/finance.yaml': 'code: 5\n',
      'calendar/2567.yaml': 'quarters: []\n',
      'plan/city-plan.yaml': 'x: [',
    };
    const files = new Set(findIssues(writeSite(broken)).map((issue) => issue.split(/[ :]/)[1]));
    expect([...files]).toEqual(Object.keys(broken).sort());
  });

  it('in a missing agency, year or indicator is told once, at the first file that needs it', () => {
    const folder = copySite();
    rmSync(join(folder, 'agencies/finance.yaml'));
    rmSync(join(folder, 'calendar/2566.yaml'));
    rmSync(join(folder, `${FOLDER}/indicator.mdx`));
    expect(findIssues(folder)).toEqual([
      'CW501 reports/2566/finance/tax-collection/indicator.mdx:2:1',
      'CW505 reports/2566/finance/tax-collection/indicator.mdx:2:1',
      `CW506 ${FOLDER}/q1.mdx:2:1`,
    ]);
  });

  it('in an indicator makes no orphans of its reports, and nothing of its files', () => {
    const folder = writeSite({ 'reports/2567/public-works/road-repair/indicator.mdx': '---\nname: [\n---\n' });
    const files = findIssues(folder).map((issue) => issue.split(/[ :]/)[1]);
    expect(new Set(files)).toEqual(new Set(['reports/2567/public-works/road-repair/indicator.mdx']));
  });

  it('in the name of an evidence file is told at the file, not at the report too', () => {
    const folder = copySite();
    const road = join(folder, 'reports/2567/public-works/road-repair');
    renameSync(join(road, 'road.png'), join(road, 'Road.png'));
    expect(findIssues(folder)).toEqual(['CW106 reports/2567/public-works/road-repair/Road.png:1:1']);
  });

  it('in the name of a folder is told once for all its files', () => {
    const folder = copySite();
    renameSync(join(folder, 'reports/2567/finance'), join(folder, 'reports/2567/สำนักคลัง'));
    expect(findIssues(folder)).toEqual(['CW106 reports/2567/สำนักคลัง/e-receipt/indicator.mdx:1:1']);
  });

  it('in a series does not make those that name it wrong', () => {
    const indicator = (changes: string) => `---\nname: ก\n${changes}---\n\nก\n`;
    const folder = copySite();
    writeFiles(folder, { 'reports/2567/finance/old-tax/indicator.mdx': indicator('kind: x\n') });
    const road = join(folder, 'reports/2567/finance/tax-collection/indicator.mdx');
    writeFileSync(
      road,
      `${TEXT}`.replace(
        'result: 60',
        'name: ก\nkind: routine\noutcome: output\nweight: 5\nunit: ราย\ndirection: higher\naccumulation: latest\ntarget: 1\nscale: { kind: proportional }\ncontinues: finance/old-tax',
      ),
    );
    expect(findIssues(folder).filter((issue) => issue.startsWith('CW508'))).toEqual([]);
  });

  it('in a text does not hide that an evidence file is missing', () => {
    const folder = writeSite({ [REPORT]: '---\nresult: 60\nevidence: [{ title: ก, file: no.pdf }]\n---\n\nฝุ่น <50\n' });
    expect(findIssues(folder)).toEqual([`CW509 ${REPORT}:3:30`, `CW404 ${REPORT}:6:6`]);
  });
});

describe('a folder', () => {
  it('without anything has a site to make', () => {
    expect(findIssues(makeFolder())).toEqual(['CW109 site.yaml:1:1']);
  });

  it('may hold hidden files: nobody sees them', () => {
    expect(
      findIssues(writeSite({ '.DS_Store': 'x', 'reports/.gitkeep': '', 'reports/2567/.draft/q1.mdx': 'x' })),
    ).toEqual([]);
  });

  it('with names that are no UTF-8 is read to the end', () => {
    const folder = copySite();
    const name = Buffer.concat([Buffer.from(join(folder, FOLDER, 'x')), Buffer.from([0xff]), Buffer.from('.png')]);
    // Some file systems take no such name in the first place.
    const isTaken = process.platform === 'linux';
    if (isTaken) writeFileSync(name, 'x');
    expect(findIssues(folder)).toHaveLength(isTaken ? 1 : 0);
  });

  it('in which one folder cannot be opened is read to the end', () => {
    const folder = copySite();
    const options = { onProgress: () => rmSync(join(folder, 'reports/2566'), { recursive: true, force: true }) };
    const { issues, entries } = readContent(folder, options);
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['CW108']));
    expect(entries.length).toBeGreaterThan(10);
  });

  it('that holds folders where files belong is read to the end', () => {
    const folder = copySite();
    mkdirSync(join(folder, REPORT));
    expect(findIssues(folder)).toEqual([]);
    writeFiles(folder, { [`${REPORT}/x.png`]: 'x' });
    expect(findIssues(folder)).toEqual([`CW101 ${REPORT}/x.png:1:1`]);
  });

  it('that is not there is the only reason to give up', () => {
    expect(() => readContent(join(makeFolder(), 'nowhere'))).toThrow('ENOENT');
  });
});
