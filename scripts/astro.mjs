// Runs Astro's own command line with nothing phoning home. Usage: node scripts/astro.mjs build
import './require-node.mjs';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
// What is built is always the published site, with its security policy, whatever the caller's NODE_ENV says.
if (process.argv[2] === 'build') process.env.NODE_ENV = 'production';
await import('../node_modules/astro/bin/astro.mjs');
