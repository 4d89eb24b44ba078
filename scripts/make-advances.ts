import { writeFileSync } from 'node:fs';
import { readAdvances } from './fonts/read-advances.ts';

// Run after the font's version changes: npm run advances. A test holds the table against the font.
writeFileSync('src/charts/advances.json', `${JSON.stringify(readAdvances())}\n`);
