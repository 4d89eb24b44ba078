import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planFiles, writeFiles } from '../../../scripts/write/write-files.ts';
import { makeFolder } from '../../support/content-folder.ts';

const FILES = [
  { file: 'reports/2567/a/b/q1.mdx', text: 'one' },
  { file: 'reports/2567/a/b/q2.mdx', text: 'two' },
];

describe('writing files', () => {
  it('makes folders and files, and changes nothing the second time', () => {
    const root = makeFolder();
    expect(writeFiles(root, FILES).created).toEqual(FILES);
    expect(readFileSync(join(root, 'reports/2567/a/b/q2.mdx'), 'utf8')).toBe('two');
    expect(writeFiles(root, FILES)).toEqual({ created: [], unchanged: FILES, conflicts: [] });
  });

  it('writes nothing at all where one file would be lost, unless told to', () => {
    const root = makeFolder();
    writeFiles(root, [{ file: 'reports/2567/a/b/q2.mdx', text: 'mine' }]);
    expect(writeFiles(root, FILES).conflicts).toEqual([FILES[1]]);
    expect(planFiles(root, FILES).created).toEqual([FILES[0]]);
    writeFiles(root, FILES, true);
    expect(readFileSync(join(root, 'reports/2567/a/b/q2.mdx'), 'utf8')).toBe('two');
  });

  it('does not write through a link, even when told to overwrite', () => {
    const root = makeFolder();
    writeFileSync(join(root, 'secret'), 'kept');
    symlinkSync('secret', join(root, 'q1.mdx'));
    expect(() => writeFiles(root, [{ file: 'q1.mdx', text: 'gone' }], true)).toThrow('not a plain file');
    expect(readFileSync(join(root, 'secret'), 'utf8')).toBe('kept');
  });

  it('writes nothing at all where one file to overwrite is a link', () => {
    const root = makeFolder();
    writeFileSync(join(root, 'q2.mdx'), 'mine');
    symlinkSync('secret', join(root, 'q3.mdx'));
    const files = ['q1.mdx', 'q2.mdx', 'q3.mdx'].map((file) => ({ file, text: 'new' }));
    expect(() => writeFiles(root, files, true)).toThrow('not a plain file');
    expect(existsSync(join(root, 'q1.mdx'))).toBe(false);
    expect(readFileSync(join(root, 'q2.mdx'), 'utf8')).toBe('mine');
  });

  it('does not write through a folder that is a link, nor below a file', () => {
    const [root, elsewhere] = [makeFolder(), makeFolder()];
    mkdirSync(join(root, 'reports/2567'), { recursive: true });
    symlinkSync(elsewhere, join(root, 'reports/2567/a'));
    expect(() => writeFiles(root, FILES)).toThrow(join(root, 'reports/2567/a'));
    expect(existsSync(join(elsewhere, 'b'))).toBe(false);
    writeFileSync(join(root, 'plan'), '');
    expect(() => planFiles(root, [{ file: 'plan/a.yaml', text: '' }])).toThrow('in the way');
  });

  it('puts everything back where one file cannot be written', () => {
    const root = makeFolder();
    const [one, two] = FILES;
    // The same file twice: the second time somebody has made it already.
    expect(() =>
      writeFiles(
        root,
        [one, two, two].flatMap((file) => file ?? []),
      ),
    ).toThrow('EEXIST');
    for (const { file } of FILES) expect(existsSync(join(root, file))).toBe(false);
  });
});
