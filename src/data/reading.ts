import { join } from 'node:path';
import { isError } from '#domain/issue.ts';
import { describeIssue, nameField } from '#strings/issue-text.ts';
import { type Content, readContent } from './read-content.ts';

/** Folder that content is read from; another one for fixtures and benchmarks. */
export function getContentFolder(): string {
  return process.env.CHIWAT_CONTENT ?? join(process.cwd(), 'content');
}

/** Parsed entries stay here between builds. */
export function getCacheFolder(): string {
  return process.env.CHIWAT_CACHE ?? join(process.cwd(), 'node_modules', '.cache', 'chiwat');
}

/**
 * The loader and the pages are two module graphs of one process. What the first has read is handed to the second
 * here: through Astro's store it would be written into the bundle of the build (a third of the CPU of 1,000 indicators).
 */
declare global {
  var chiwatReading: Content | undefined;
}

/** Content without errors as it was last read in this process. */
export function getReading(): Content {
  globalThis.chiwatReading ??= readSound();
  return globalThis.chiwatReading;
}

/** Reads anew. Throws, with every error worded, and keeps the last sound reading when content has errors. */
export function refreshReading(): Content {
  globalThis.chiwatReading = readSound();
  return globalThis.chiwatReading;
}

function readSound(): Content {
  const content = readContent(getContentFolder(), { cache: getCacheFolder() });
  const errors = content.issues.filter(isError);
  if (errors.length === 0) return content;
  const lines = errors.map((issue) => {
    const text = describeIssue(issue, 'th');
    return `content/${text.place}  ${text.code}\n  ${nameField(text)}${text.message}\n  → ${text.fix}`;
  });
  const head = `Content has errors (${errors.length}); nothing is published. "npm run check" prints this list.`;
  throw new Error([head, ...lines].join('\n\n'));
}
