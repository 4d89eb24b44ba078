import type { Loader } from 'astro/loaders';
import type { EntryKind } from '#domain/issue.ts';
import { getContentFolder, refreshReading } from './reading.ts';

/** What Astro's store knows of an entry: that it is there, and with which reading it came. */
export interface StoredEntry {
  kind: EntryKind;
  /** Counts the readings of a development server, so that a change reloads the page. */
  reading: number;
}

/**
 * Astro's door to the one reader of content. When there is an error the build stops here with the checker's own
 * report and nothing is published; while developing, the last good state stays and the report is told once.
 */
export function chiwatLoader(): Loader {
  return {
    name: 'chiwat',
    load: async ({ store, watcher, logger }) => {
      let reading = 0;
      const fill = () => {
        const { entries } = refreshReading();
        store.clear();
        for (const { file, kind } of entries) store.set({ id: file, data: { kind, reading } });
        reading += 1;
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
