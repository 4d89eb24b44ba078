import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import type { Entry } from '#domain/entry.ts';
import { isError } from '#domain/issue.ts';
import { describeIssue } from '#strings/issue-text.ts';
import { type Content, readContent } from './read-content.ts';

/** Kinds of entries and the files beside them, as Astro collections. */
export type CollectionKind = Entry['kind'] | 'attachment';

/** Folder that content is read from; another one for fixtures and benchmarks. */
export function getContentFolder(): string {
  return process.env.CHIWAT_CONTENT ?? join(process.cwd(), 'content');
}

/** Parsed entries stay here between builds. */
export function getCacheFolder(): string {
  return process.env.CHIWAT_CACHE ?? join(process.cwd(), 'node_modules', '.cache', 'chiwat');
}

let reading: { content: Content; left: Set<CollectionKind> } | undefined;

/**
 * Fills one collection from the reader. All collections of a run share one reading. When there is an error the
 * build stops here with the checker's own report and nothing is published.
 */
export function chiwatLoader(kind: CollectionKind): Loader {
  return {
    name: `chiwat-${kind}`,
    load: async ({ store, watcher, logger }) => {
      const fill = () => {
        const { entries, attachments } = readOnce(kind);
        store.clear();
        if (kind === 'attachment') for (const item of attachments) store.set({ id: item.file, data: { ...item } });
        for (const entry of entries) if (entry.kind === kind) store.set({ id: entry.file, data: { ...entry } });
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

function readOnce(kind: CollectionKind): Content {
  // A kind that asks again begins a new reading: content has changed in the meantime.
  if (reading === undefined || !reading.left.delete(kind)) {
    const content = readContent(getContentFolder(), { cache: getCacheFolder() });
    const left = new Set<CollectionKind>([
      'site',
      'calendar',
      'plan',
      'agency',
      'indicator',
      'report',
      'year',
      'attachment',
    ]);
    left.delete(kind);
    reading = { content, left };
  }
  const errors = reading.content.issues.filter(isError);
  if (errors.length > 0) throw new Error(explain(errors));
  return reading.content;
}

function explain(errors: Content['issues']): string {
  const lines = errors.map((issue) => {
    const { place, label, key, message, fix, code } = describeIssue(issue, 'th');
    const field = key === undefined ? '' : `${label} (${key}) — `;
    return `content/${place} ${code}\n  ${field}${message}\n  → ${fix}`;
  });
  return [`${errors.length} errors in content; nothing was built. "npm run check" prints this list.`, ...lines].join(
    '\n\n',
  );
}
