import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { findIssues, formatIssue, writeSite } from '../support/content-folder.ts';
import { runCheck } from '../support/run-check.ts';

const FILE = 'reports/2567/finance/e-receipt/q3.mdx';

/** The small site with one report of this text; its first line is line 5 of the file. */
function writeText(text: string): string {
  return writeSite({ [FILE]: `---\nresult: 60\n---\n\n${text}\n` });
}

function findCodes(text: string): string[] {
  return findIssues(writeText(text)).map((issue) => issue.replace(`${FILE}:`, ''));
}

describe('text that would run, or reach a page as more than text', () => {
  test.each([
    ['import fs from "node:fs"', ['CW401 5:1']],
    ['ก\n\nimport x from "./x.js"\n\nข', ['CW401 7:1']],
    ['export const rate = 1', ['CW401 5:1']],
    ['export default () => <b>x</b>', ['CW401 5:1']],
    ['{process.exit(0)}', ['CW402 5:1']],
    ['ก {process.exit(0)} ข', ['CW402 5:3']],
    ['<Note>{process.exit(0)}</Note>', ['CW402 5:7']],
    ['- ก\n- {process.exit(0)}', ['CW402 6:3']],
    ['> {process.exit(0)}', ['CW402 5:3']],
    ['| ก |\n|---|\n| {process.exit(0)} |', ['CW402 7:3']],
    ['## {process.exit(0)}', ['CW402 5:4']],
    ['[{process.exit(0)}](https://example.org)', ['CW402 5:2']],
    ['<Note title={process.exit(0)}>ก</Note>', ['CW409 5:1']],
    ['<Note {...process.exit(0)}>ก</Note>', ['CW409 5:1']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what an attacker would type
    ['<Evidence title={`${process.exit(0)}`} url="https://example.org" />', ['CW409 5:1']],
    ['<script>alert(1)</script>', ['CW407 5:1']],
    ['<SCRIPT>alert(1)</SCRIPT>', ['CW407 5:1']],
    ['<img src="x" onerror="alert(1)">', ['CW407 5:1']],
    ['<img src="x" onerror="alert(1)" />', ['CW407 5:1']],
    ['<svg onload="alert(1)"></svg>', ['CW407 5:1']],
    ['<iframe src="https://example.org"></iframe>', ['CW407 5:1']],
    ['<style>p { display: none }</style>', ['CW407 5:1']],
    ['<a href="javascript:alert(1)">ก</a>', ['CW407 5:1']],
    ['<Note onClick="alert(1)">ก</Note>', ['CW410 5:1']],
    ['<Note style="position:fixed">ก</Note>', ['CW410 5:1']],
    ['<Note class="x">ก</Note>', ['CW410 5:1']],
    ['<Note client:load>ก</Note>', ['CW410 5:1']],
    ['<Note set:html="<b>">ก</Note>', ['CW410 5:1']],
    ['<Fragment set:html="<script>" />', ['CW408 5:1']],
    ['<constructor />', ['CW407 5:1']],
    ['<Constructor />', ['CW408 5:1']],
    ['<__proto__ />', ['CW407 5:1']],
    ['<Note.constructor />', ['CW408 5:1']],
    ['<Note constructor="x">ก</Note>', ['CW410 5:1']],
    ['<Note __proto__="x">ก</Note>', ['CW410 5:1']],
    ['<!-- <script>alert(1)</script> -->', ['CW406 5:1']],
    ['<?php echo 1 ?>', ['CW404 5:1']],
    ['<![CDATA[<script>]]>', ['CW406 5:1']],
    ['&#0;', ['CW110 5:1']],
    ['&#xFDD0;', ['CW110 5:1']],
  ])('%j is refused with its place', (text, expected) => {
    expect(findCodes(text)).toEqual(expected);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6A;&#x61;vascript&colon;alert(1)',
    'java&Tab;script:alert(1)',
    'java&NewLine;script:alert(1)',
    '&#32;javascript:alert(1)',
    'javascript&#58;alert(1)',
    'data:text/html;base64,PHNjcmlwdD4=',
    'DATA:text/html,x',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    'attachment:road.png',
    '//example.org/x',
    '/2567/',
    '\\\\example.org\\x',
    'https:example.org',
    'https:///example.org',
    'http://example.org',
    '../2566/javascript:alert(1)',
    'contract.html',
    'mailto:a@example.org:b',
  ])('a link to %s is refused', (address) => {
    expect(findCodes(`ดู [เอกสาร](${address})`)).toEqual(['CW412 5:4']);
    expect(findCodes(`ดู [เอกสาร]\n\n[เอกสาร]: ${address}`)).toEqual(['CW412 5:4']);
  });

  test.each([
    'x.js',
    './x.js',
    '../../package.json?raw',
    '../../../etc/passwd?url',
    'data:image/png;base64,x',
    'a.svg',
  ])('an image of %s is refused', (address) => {
    expect(findCodes(`![](${address})`)).toEqual(['CW413 5:1']);
  });

  it('is refused in front matter too: a layout is no field', () => {
    const folder = writeSite({ [FILE]: '---\nresult: 60\nlayout: ../../../src/layouts/Base.astro\n---\n\nก\n' });
    expect(findIssues(folder)).toEqual([`CW301 ${FILE}:3:1`]);
  });

  it('leaves nothing of itself in what is written to pages', () => {
    const folder = writeText('<b onclick="x">ก</b> {evil()} [ข](javascript:evil()) <Note {...evil}>ค</Note>');
    const { entries } = readContent(folder);
    expect(entries.map((entry) => entry.file)).not.toContain(FILE);
  });
});

describe('nothing runs', () => {
  it('not even when the real command line reads it', () => {
    const folder = writeSite({
      'evil.mjs': `import { writeFileSync } from 'node:fs';\nwriteFileSync(new URL('./ran', import.meta.url), '');\n`,
      [FILE]:
        '---\nresult: 60\n---\n\nimport "../../../../evil.mjs"\n\nexport const x = process.exit(0)\n\n' +
        '{process.exit(0)}\n\n<Note a={process.exit(0)}>ก</Note>\n\n![](../../../../evil.mjs)\n',
    });
    const { status, stdout } = runCheck(['--content', folder, '--no-cache', '--format', 'json']);
    const { issues } = JSON.parse(stdout);
    const found = issues.filter((issue: { file: string }) => issue.file.endsWith('q3.mdx'));
    expect(status).toBe(1);
    expect(found.map((issue: { code: string; line: number }) => `${issue.code} ${issue.line}`)).toEqual([
      'CW401 5',
      'CW401 7',
      'CW402 9',
      'CW409 11',
      'CW413 13',
    ]);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  it('and the rest of the content is read as if the file were not there', () => {
    const { entries, issues } = readContent(writeText('{process.exit(0)}'));
    expect(issues.map(formatIssue)).toEqual([`CW402 ${FILE}:5:1`]);
    expect(entries).toHaveLength(24);
  });
});
