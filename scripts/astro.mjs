// Runs Astro's own command line with nothing phoning home. Usage: node scripts/astro.mjs build
import './require-node.mjs';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
await import('../node_modules/astro/bin/astro.mjs');
