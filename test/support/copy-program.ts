import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-check.ts';

/** Lays the program into a folder, as somebody has it who cloned this repository; its libraries are links to those here. */
export function copyProgram(folder: string): void {
  for (const part of [
    'src',
    'scripts',
    'public',
    'package.json',
    'package-lock.json',
    'astro.config.mjs',
    'tsconfig.json',
    '.gitignore',
  ])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  // One by one: what programs keep in node_modules itself is not shared with whatever else runs.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((name) => !name.startsWith('.')))
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
}
