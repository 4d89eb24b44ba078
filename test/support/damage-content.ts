import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listPaths } from '#data/file-digests.ts';
import type { Random } from '../../scripts/bench/random.ts';

/** Lines that tie an indicator to others, rightly or not. */
const TIES = [
  'series: finance/tax-collection',
  'series: public-works/road-repair',
  'code: "7"',
  'code: "๗ x"',
  'continues: public-works/road-repair',
  'continues: finance/nobody',
  'splits: [finance/e-receipt, finance/tax-colection]',
  'levle: 1',
] as const;

/** Names that a folder gets: plain ones, one that sorts otherwise than its path, and one that is refused. */
const NAMES = ['tax-collection', 'road', 'road-repair-b', 'e-receipt', 'Road'] as const;

/** Does one of the things to a content folder that people do, and that files of others are held against. */
export function damageContent(folder: string, random: Random): void {
  const files = listPaths(folder).filter((path) => /\.(mdx|yaml|png)$/.test(path));
  const reports = files.filter((path) => path.endsWith('.mdx'));
  const promises = reports.filter((path) => path.endsWith('indicator.mdx'));
  const settings = files.filter((path) => path.endsWith('.yaml'));
  const [any, setting, report, promise] = [files, settings, reports, promises].map((list) =>
    join(folder, list[random.below(list.length)] ?? ''),
  );
  if (any === undefined || setting === undefined || report === undefined || promise === undefined) return;
  const edit = (path: string, from: RegExp, to: string) => {
    if (existsSync(path)) writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };
  const place = dirname(random.pick([promise, dirname(promise)]));
  random.pick([
    () => rmSync(any, { force: true }),
    () => rmSync(setting, { force: true }),
    () => edit(setting, /\d/, 'x'),
    () => edit(report, /$/, '\nโครงการ {ภาคผนวก} <50\n'),
    () => edit(report, /\d+/, '48.5'),
    () => edit(report, /\n---\n/, '\nx: [\n---\n'),
    () => edit(promise, /\n---\n/, `\n${random.pick(TIES)}\n---\n`),
    () => edit(promise, /\n---\n/, `\n${random.pick(TIES)}\n---\n`),
    () => move(dirname(promise), join(place, random.pick(NAMES)), renameSync),
    () => move(dirname(promise), join(place, random.pick(NAMES)), (from, to) => cpSync(from, to, { recursive: true })),
  ])();
}

function move(from: string, to: string, how: (from: string, to: string) => void): void {
  // Nothing is laid over what is there, nor into itself.
  if (existsSync(to) || !existsSync(from) || `${to}/`.startsWith(`${from}/`)) return;
  mkdirSync(dirname(to), { recursive: true });
  how(from, to);
}
