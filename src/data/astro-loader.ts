import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import type { Attachment, Entry } from '#domain/entry.ts';
import { isError } from '#domain/issue.ts';
import { describeIssue } from '#strings/issue-text.ts';
import { type Content, readContent } from './read-content.ts';

/** What the collection holds: every entry, and every file kept beside entries. */
export type StoredItem = Entry | ({ kind: 'attachment' } & Attachment);

/** Folder that content is read from; another one for fixtures and benchmarks. */
export function getContentFolder(): string {
  return process.env.CHIWAT_CONTENT ?? join(process.cwd(), 'content');
}

/** Parsed entries stay here between builds. */
export function getCacheFolder(): string {
  return process.env.CHIWAT_CACHE ?? join(process.cwd(), 'node_modules', '.cache', 'chiwat');
}

/**
 * Fills Astro's collection from the one reader of content. When there is an error the build stops here with the
 * checker's own report and nothing is published; while developing, the last good state stays and the report is told.
 */
export function chiwatLoader(): Loader {
  return {
    name: 'chiwat',
    load: async ({ store, watcher, logger }) => {
      const fill = () => {
        const { entries, attachments } = readSound();
        store.clear();
        for (const entry of entries) store.set({ id: entry.file, data: { ...entry } });
        for (const item of attachments) store.set({ id: item.file, data: { kind: 'attachment', ...item } });
      };
      fill();
      watcher?.add(getContentFolder());
      watcher?.on('all', (_, path) => {
        if (!path.startsWith(getContentFolder())) return;
        try {
          fill();
        } catch (error) {
          logger.error(error instanceof Error ? error.message : String(error));
        }
      });
    },
  };
}

/** Content without errors; throws with all of them worded. */
function readSound(): Content {
  const content = readContent(getContentFolder(), { cache: getCacheFolder() });
  const errors = content.issues.filter(isError);
  if (errors.length === 0) return content;
  const lines = errors.map((issue) => {
    const { place, label, key, message, fix, code } = describeIssue(issue, 'th');
    const field = key === undefined ? '' : `${label} (${key}): `;
    return `content/${place}  ${code}\n  ${field}${message}\n  → ${fix}`;
  });
  const head = `Content has errors (${errors.length}); nothing is published. "npm run check" prints this list.`;
  throw new Error([head, ...lines].join('\n\n'));
}
