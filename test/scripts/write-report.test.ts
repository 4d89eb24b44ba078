import { describe, expect, it } from 'vitest';
import type { Issue } from '#domain/issue.ts';
import { createProgress } from '../../scripts/check/progress.ts';
import { writeGithub, writeText } from '../../scripts/check/write-report.ts';

const ESC = '\u001b';

function report(file: string, seen: string) {
  const issue: Issue = { code: 'CW412', file, line: 5, column: 1, params: { seen } };
  return { issues: [issue], files: 1, content: 'content' };
}

describe('what an author typed', () => {
  it('cannot steer the terminal, nor break a line of the report', () => {
    const text = writeText(report('q1.mdx', `a${ESC}[2Jb\nc\u0007\u202Ed`), 'en', false);
    expect(text).toContain('The link “a�[2Jb c��d” cannot be used');
    expect(text).not.toContain(ESC);
  });

  it('cannot give GitHub a command of its own', () => {
    const text = writeGithub(report('a,b:c%d.png', 'x\n::error::y\r100%'), 'en');
    expect(text.split('\n')).toHaveLength(1);
    expect(text).toMatch(/^::error file=content\/a%2Cb%3Ac%25d\.png,line=5,col=1,title=CW412::/);
    expect(text).toContain('“x%0A::error::y%0D100%25”');
  });
});

it('colours stand around the place and the severity where they are wanted', () => {
  const text = writeText(report('q1.mdx', 'x'), 'en', true);
  expect(text.split('\n')[0]).toBe(`${ESC}[1mcontent/q1.mdx:5:1${ESC}[0m  CW412  ${ESC}[31merror${ESC}[0m`);
});

describe('progress', () => {
  function watch(isTTY: boolean, times: number[]) {
    const written: string[] = [];
    let index = 0;
    const progress = createProgress({ isTTY, write: (text) => written.push(text) }, () => times[index++] ?? 0);
    return { progress, written };
  }

  it('shows on a terminal once a run takes long, and is gone at the end', () => {
    const { progress, written } = watch(true, [0, 500, 1500]);
    progress(0, 1000);
    progress(500, 1000);
    progress(1000, 1000);
    expect(written).toEqual(['\r500 / 1000 ', `\r${ESC}[K`]);
  });

  it('is silent in a short run and where nobody watches', () => {
    const short = watch(true, [0, 10, 20]);
    short.progress(0, 10);
    short.progress(10, 10);
    const unseen = watch(false, [0, 5000]);
    unseen.progress(5, 10);
    expect([...short.written, ...unseen.written]).toEqual([]);
  });
});
