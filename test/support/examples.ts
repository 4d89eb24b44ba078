import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadOptions } from '#data/read-content.ts';
import type { Issue } from '#domain/issue.ts';
import { findExampleIssues } from '../../scripts/examples/find-example-issues.ts';
import { copySite, getFixture, writeFiles } from './content-folder.ts';

/** A content folder that holds one kind of mistake, and where the reader must find it. */
export interface Example {
  folder: string;
  /** "CODE path:line:column", by file and place. */
  expected: string[];
  options?: ReadOptions;
  /** What stood before, where it takes two states. */
  base?: string;
}

const REPORT = 'reports/2567/finance/e-receipt/q3.mdx';
const TEXT = '---\nresult: 60\n---\n\nลงนามในสัญญา\n';

/** Mistakes that cannot well be kept in a repository. */
const MADE: Record<string, () => Example> = {
  CW102: () => {
    const folder = copySite();
    symlinkSync('q2.mdx', join(folder, REPORT));
    symlinkSync('../finance', join(folder, 'reports/2567/linked'));
    return { folder, expected: [`CW102 ${REPORT}:1:1`, 'CW102 reports/2567/linked:1:1'] };
  },
  CW103: () => {
    const paragraph = `${'ลงนามในสัญญาแล้ว '.repeat(20)}\n\n`;
    return make(
      {
        [REPORT]: TEXT + paragraph.repeat(10 * 1024),
        'plan/long-plan.yaml': `note: |\n${`  ${paragraph}`.repeat(400)}`,
        'reports/2567/finance/e-receipt/scan.pdf': `%PDF-1.4\n${'0'.repeat(21 * 1024 * 1024)}`,
      },
      ['CW103 plan/long-plan.yaml:1:1', `CW103 ${REPORT}:1:1`, 'CW103 reports/2567/finance/e-receipt/scan.pdf:1:1'],
    );
  },
  // "สัญญา" as Windows writes it in its Thai code page; and a letter that was lost before.
  CW104: () =>
    make(
      {
        [REPORT]: Buffer.concat([Buffer.from(TEXT), Buffer.from([0xca, 0xd1, 0xad, 0xad, 0xd2, 0x0a])]),
        'agencies/fire.yaml': 'code: "30000000"\ngroup: offices\nnames:\n  - { name: ส\uFFFDนักดับเพลิง }\n',
      },
      ['CW104 agencies/fire.yaml:4:14', `CW104 ${REPORT}:6:1`],
    ),
  CW105: () => make({ [REPORT]: `\uFEFF${TEXT}` }, [`CW105 ${REPORT}:1:1`]),
  CW108: () => {
    const example = make({ [REPORT]: TEXT }, [`CW108 ${REPORT}:1:1`]);
    // Somebody deletes the file between listing and reading.
    const onProgress = () => rmSync(join(example.folder, REPORT), { force: true });
    return { ...example, options: { onProgress } };
  },
  CW109: () => {
    const folder = copySite();
    rmSync(join(folder, 'site.yaml'));
    return { folder, expected: ['CW109 site.yaml:1:1'] };
  },
};

/** Codes whose example cannot be content at all, with the test that shows them. */
export const SHOWN_ELSEWHERE: Record<string, string> = { CW415: 'test/mdx/unforeseen.test.ts' };

/** Names of examples, in order: a code, or a code and what is special (CW332-far). */
export const EXAMPLES: string[] = [...readdirSync(getFixture('issues')), ...Object.keys(MADE)].sort();

/** An example by its name. Call it inside a test: the folder is gone when the test is over. */
export function makeExample(name: string): Example {
  const made = MADE[name];
  if (made !== undefined) return made();
  const expected = readFileSync(getFixture('issues', name, 'expected.txt'), 'utf8')
    .trim()
    .split('\n');
  const folder = copySite(`issues/${name}`);
  rmSync(join(folder, 'base'), { recursive: true, force: true });
  const hasBase = existsSync(join(getFixture('issues', name), 'base'));
  return { folder, expected, ...(hasBase ? { base: copySite(`issues/${name}/base`) } : {}) };
}

/** All that the checker finds in an example. */
export function readExample({ folder, base, options }: Example): Issue[] {
  return findExampleIssues(folder, base, options);
}

function make(files: Record<string, string | Uint8Array>, expected: string[]): Example {
  const folder = copySite();
  writeFiles(folder, files);
  return { folder, expected };
}
