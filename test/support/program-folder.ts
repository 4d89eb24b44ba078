import { makeFolder, writeFiles } from './content-folder.ts';

/** The least that a program is made of, by path from its folder. */
export const PROGRAM: Readonly<Record<string, string>> = {
  'astro.config.mjs': 'config',
  'package.json': '{}',
  'package-lock.json': '{}',
  'tsconfig.json': '{}',
  'src/pages/index.astro': '<p>',
  'src/views/view.ts': 'view',
  'public/fonts/a.woff2': 'font',
};

/** A folder with such a program. */
export function makeRoot(): string {
  const root = makeFolder();
  writeFiles(root, PROGRAM);
  return root;
}
