import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCleanEnv } from '../setup/env.ts';
import { writeFiles } from './content-folder.ts';
import { copyProgram } from './copy-program.ts';
import { runGit } from './git-folder.ts';
import { ROOT } from './run-check.ts';

/** A repository of its own, as somebody has it who cloned this one, with the content of the site of all charts. */
export interface FormsRepository {
  folder: string;
  git: (...args: string[]) => string;
  remove: () => void;
}

/** Makes it with some files of its content changed or added. */
export function makeFormsRepository(content: Record<string, string>): FormsRepository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'chiwat-forms-')));
  copyProgram(folder);
  cpSync(join(ROOT, 'test/fixtures/sites/charts'), join(folder, 'content'), { recursive: true });
  writeFiles(join(folder, 'content'), content);
  const git = (...args: string[]) => runGit(folder, args);
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'Somsri');
  git('config', 'user.email', 'somsri@example.org');
  git('add', '.');
  git('commit', '--quiet', '-m', 'content');
  return { folder, git, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** `npm run forms` in a repository, with all that it has said so far. */
export interface FormsRun {
  child: ChildProcess;
  said: () => string;
  /** Until it says something; throws with all it said when it does not. */
  waitFor: (words: RegExp) => Promise<string>;
}

export function runForms(folder: string, port: number, today: string): FormsRun {
  const env = getCleanEnv({ CHIWAT_TODAY: today });
  const args = ['scripts/forms.ts', '--port', String(port)];
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (text += part));
  const waitFor = async (words: RegExp) => {
    for (let tries = 0; tries < 1000; tries++) {
      const found = words.exec(text);
      if (found !== null) return found[1] ?? found[0];
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${words} was not said: ${text}`);
  };
  return { child, said: () => text, waitFor };
}
