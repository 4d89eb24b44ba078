import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { makeExamples } from './examples/make-examples.ts';

// Writes what the guide for staff shows of every code. Run it after a change of test/fixtures/issues: npm run examples.
const ROOT = join(import.meta.dirname, '..');
const FILE = 'src/strings/issue-examples.json';

const examples = makeExamples(join(ROOT, 'test/fixtures'));
writeFileSync(join(ROOT, FILE), `${JSON.stringify(examples)}\n`);
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
const { status, stderr } = spawnSync(process.execPath, [biome, 'format', '--write', FILE], {
  cwd: ROOT,
  encoding: 'utf8',
});
if (status !== 0) throw new Error(stderr);
console.log(`${FILE}: ${Object.keys(examples).length}`);
