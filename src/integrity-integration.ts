import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { findContentCommit } from '#data/content-commit.ts';
import { listFileDigests } from '#data/file-digests.ts';
import { spend } from '#data/phases.ts';
import { getContentFolder } from '#data/reading.ts';
import { createGit } from '#data/run-git.ts';
import { formatIntegrity, INTEGRITY_FILE } from '#exports/integrity.ts';
import { finishBuild, getBuild, removeGone } from './build/site-build.ts';

/** Writes what every file of the site must hold, when all others are written: it comes last. */
export function integrity(): AstroIntegration {
  return {
    name: 'chiwat-integrity',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const file = join(folder, INTEGRITY_FILE);
        rmSync(file, { force: true });
        const commit = findContentCommit(createGit(getContentFolder()));
        const { keeper } = getBuild();
        removeGone();
        // What was kept was written, and hashed, by an earlier build, and has not been touched since.
        const known = new Map(keeper.listFiles().map(({ path, digest }) => [path, digest]));
        const files = spend('integrity', () => listFileDigests(folder, known));
        writeFileSync(file, formatIntegrity(files, commit));
        finishBuild();
        const of = commit === undefined ? 'of no commit: content is in no repository with one' : `of ${commit.id}`;
        logger.info(`${files.length} files ${of}${commit?.isEdited ? ', and of edits that are not committed' : ''}`);
      },
    },
  };
}
