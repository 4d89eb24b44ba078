// Runs Astro's own command line with nothing phoning home. Usage: node scripts/astro.mjs build
import './require-node.mjs';
import { isAbsolute, join, relative, resolve } from 'node:path';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
if (process.argv[2] === 'build') {
  const { readBuildCall } = await import('./years/read-build-call.ts');
  readBuildCall(process);
  // What is built is always the published site, with its security policy, whatever the caller's NODE_ENV says.
  process.env.NODE_ENV = 'production';
  const root = join(import.meta.dirname, '..');
  const out = relative(root, resolve(process.env.CHIWAT_OUT ?? 'dist'));
  if (out.startsWith('..') || isAbsolute(out)) {
    // Of a site outside the project's folder Astro keeps its work in one place for all: two at once would mix their files.
    const { takeTurn } = await import('./take-turn.ts');
    const lock = join(root, 'node_modules', '.cache', 'chiwat', 'building');
    await takeTurn(lock, (holder) =>
      console.error(`Another build is at work here (process ${holder}): waiting for it.`),
    );
  }
}
await import('../node_modules/astro/bin/astro.mjs');
