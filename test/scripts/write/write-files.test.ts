import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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
});
