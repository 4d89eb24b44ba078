import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../scripts/bench/random.ts';

/** Names in a folder of content, in order; none where it is not there. */
export function listNames(content: string, folder: string): string[] {
  return existsSync(join(content, folder)) ? readdirSync(join(content, folder)).sort() : [];
}

/** Folders of indicators, from the content folder. */
export function listItems(content: string): string[] {
  return listNames(content, 'reports').flatMap((year) =>
    listNames(content, `reports/${year}`).flatMap((agency) =>
      listNames(content, `reports/${year}/${agency}`).map((slug) => `reports/${year}/${agency}/${slug}`),
    ),
  );
}

export function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items.length === 0 ? undefined : items[random.below(items.length)];
}

export function pickItem(content: string, random: Random): string | undefined {
  return pick(listItems(content), random);
}

/** A file beside an indicator, by its path from the content folder. */
export function pickFile(content: string, pattern: RegExp, random: Random): string | undefined {
  const files = listItems(content).flatMap((folder) => listNames(content, folder).map((name) => `${folder}/${name}`));
  return pick(
    files.filter((file) => pattern.test(file)),
    random,
  );
}

/** Replaces what a pattern finds in a file; false where there is no file, or it stays as it was. */
export function replace(content: string, file: string | undefined, pattern: RegExp, text: string): boolean {
  return file !== undefined && rewrite(content, file, (before) => before.replace(pattern, text));
}

/** Whether the file became another. */
export function rewrite(content: string, file: string, change: (text: string) => string): boolean {
  if (!existsSync(join(content, file))) return false;
  const before = readFileSync(join(content, file), 'utf8');
  const after = change(before);
  if (after !== before) writeFileSync(join(content, file), after);
  return after !== before;
}
