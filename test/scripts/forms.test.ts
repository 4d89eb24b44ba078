import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyRepository, isCopied, listSaved, readRepository } from '../../scripts/forms/copy-repository.ts';
import { createDelivery } from '../../scripts/forms/deliver.ts';
import { openForms } from '../../scripts/forms/open-forms.ts';
import { parseFormsOptions } from '../../scripts/forms/options.ts';
import { createGit, type RunGit } from '../../scripts/forms/run-git.ts';
import { findPort, getAddress } from '../../scripts/forms/servers.ts';
import { createFormsWording } from '../../scripts/forms/wording.ts';
import { getCleanEnv } from '../setup/env.ts';
import { makeFolder, writeFiles } from '../support/content-folder.ts';

const word = createFormsWording('th');
const REPORT = 'content/reports/2568/works/roads/q3.mdx';
const SAVED = 'cms/2568_works_roads/q3';

/** A repository with one report, and a folder for its copy. */
function makeRepository() {
  const folder = makeFolder();
  const git = createGit(folder);
  git('init', '--quiet', '--initial-branch', 'trunk');
  git('config', 'user.name', 'Somsri');
  git('config', 'user.email', 'somsri@example.org');
  writeFiles(folder, { [REPORT]: '---\n---\n' });
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  return { folder, git, copy: join(makeFolder(), 'copy') };
}

/** As the form's back end saves: on a branch of its own, in the copy. */
function save(copy: string, text: string): RunGit {
  const git = createGit(copy);
  if (!git('checkout', '--quiet', SAVED).isGood) git('checkout', '--quiet', '-b', SAVED);
  writeFiles(copy, { [REPORT]: text });
  git('add', '.');
  git('commit', '--quiet', '--no-verify', '-m', 'report');
  git('checkout', '--quiet', 'main');
  return git;
}

const show = (git: RunGit, branch: string) => git('show', `${branch}:${REPORT}`).output;

describe('a repository whose forms are to be opened', () => {
  it('is told by its branch and commit, and what is not committed is counted', () => {
    const { folder, git } = makeRepository();
    expect(readRepository(folder, word)).toMatchObject({ branch: 'trunk', changed: 0 });
    writeFiles(folder, { [REPORT]: 'x', 'new.txt': 'y' });
    git('checkout', '--quiet', '--detach');
    expect(readRepository(folder, word)).toMatchObject({ branch: undefined, changed: 2 });
  });

  it.each([
    ['no repository', undefined, /git clone/],
    ['a folder inside one', 'in', /ชั้นบนสุด/],
    ['one without a commit', '', /ยังไม่มี commit/],
  ])('is refused with what to do where it is %s', (_, inside, message) => {
    const folder = makeFolder();
    if (inside !== undefined) createGit(folder)('init');
    mkdirSync(join(folder, inside ?? ''), { recursive: true });
    expect(() => readRepository(join(folder, inside ?? ''), word)).toThrow(message);
  });
});

describe('the copy that the forms work in', () => {
  it('starts from the last commit on a branch the form knows, signed as the person signs', () => {
    const { folder, git, copy } = makeRepository();
    git('checkout', '--quiet', '--detach');
    writeFiles(folder, { [REPORT]: 'not committed' });
    expect(copyRepository(folder, copy)).toBeUndefined();
    const copied = createGit(copy);
    expect(copied('symbolic-ref', '--short', 'HEAD').output).toBe('main');
    expect(readFileSync(join(copy, REPORT), 'utf8')).toBe('---\n---\n');
    expect(save(copy, 'x')('log', '-1', '--format=%an <%ae>', SAVED).output).toBe('Somsri <somsri@example.org>');
  });

  it('has what was saved earlier, and knows that it is delivered', () => {
    const { folder, copy } = makeRepository();
    copyRepository(folder, copy);
    save(copy, 'one');
    createDelivery(folder, copy)();
    copyRepository(folder, copy);
    expect([...listSaved(createGit(copy)).keys()]).toEqual([SAVED]);
    expect(createGit(copy)('config', `branch.${SAVED}.description`).output).toBe('decap-cms/draft');
    expect(createDelivery(folder, copy)()).toEqual([]);
  });
});

describe('what was saved', () => {
  it('becomes a branch of the repository; what the person works on is left alone', () => {
    const { folder, git, copy } = makeRepository();
    writeFiles(folder, { [REPORT]: 'being edited' });
    copyRepository(folder, copy);
    const deliver = createDelivery(folder, copy);
    expect(deliver()).toEqual([]);
    // The back end makes the branch a moment before it saves.
    createGit(copy)('branch', SAVED);
    expect(deliver()).toEqual([]);
    createGit(copy)('branch', '-D', SAVED);
    save(copy, 'one');
    expect(deliver()).toEqual([{ branch: SAVED, files: [REPORT] }]);
    save(copy, 'two');
    expect(deliver()).toEqual([{ branch: SAVED, files: [REPORT] }]);
    expect(deliver()).toEqual([]);
    expect(show(git, SAVED)).toBe('two');
    expect(readFileSync(join(folder, REPORT), 'utf8')).toBe('being edited');
    expect(git('symbolic-ref', '--short', 'HEAD').output).toBe('trunk');
  });

  it.each([
    ['has open', (git: RunGit) => git('switch', '--quiet', SAVED)],
    [
      'has changed',
      (git: RunGit) => {
        git('switch', '--quiet', SAVED);
        git('commit', '--quiet', '--allow-empty', '-m', 'own');
        git('switch', '--quiet', 'trunk');
      },
    ],
  ])('gets a branch of its own where the person %s that one', (_, work) => {
    const { folder, git, copy } = makeRepository();
    copyRepository(folder, copy);
    const deliver = createDelivery(folder, copy);
    save(copy, 'one');
    deliver();
    work(git);
    const own = git('rev-parse', SAVED).output;
    save(copy, 'two');
    const [delivery] = deliver();
    expect(delivery).toMatchObject({ wanted: SAVED, files: [REPORT] });
    expect(show(git, delivery?.branch ?? '')).toBe('two');
    expect(git('rev-parse', SAVED).output).toBe(own);
    expect(git('status', '--porcelain').output).toBe('');
  });

  it('and could not be delivered is told, kept, and delivered by the next run', async () => {
    const { folder, git } = makeRepository();
    const copy = join(folder, 'node_modules/.cache/chiwat/forms');
    copyRepository(folder, copy);
    save(copy, 'one');
    // A branch of that name leaves no room for one below it.
    git('branch', 'cms');
    const deliver = createDelivery(folder, copy);
    expect(deliver()).toMatchObject([{ problem: expect.stringMatching(/cms/) }]);
    expect(deliver()).toEqual([]);
    await expect(openForms(folder, { port: 4321, language: 'th', isHelp: false })).rejects.toThrow(copy);
    expect(listSaved(createGit(copy)).size).toBe(1);
    git('branch', '-D', 'cms');
    expect(createDelivery(folder, copy)()).toEqual([{ branch: SAVED, files: [REPORT] }]);
    expect(show(git, SAVED)).toBe('one');
  });
});

describe('an earlier copy', () => {
  it('goes with a repository that was moved', () => {
    const { folder, copy } = makeRepository();
    copyRepository(folder, copy);
    save(copy, 'one');
    const moved = join(makeFolder(), 'moved');
    renameSync(folder, moved);
    expect(createDelivery(moved, copy)()).toEqual([{ branch: SAVED, files: [REPORT] }]);
    expect(show(createGit(moved), SAVED)).toBe('one');
  });

  it('of which only files are left is none', () => {
    const { folder } = makeRepository();
    const copy = join(folder, 'copy');
    expect(isCopied(copy)).toBe(false);
    copyRepository(folder, copy);
    expect(isCopied(copy)).toBe(true);
    rmSync(join(copy, '.git'), { recursive: true });
    expect(isCopied(copy)).toBe(false);
  });
});

describe('the command', () => {
  it.each([
    [['--port', 'x'], /--port.*“x”/],
    [['--port', '80'], /1024/],
    [['--lang', 'de'], /--lang.*“de”/],
    [['--what'], /what/],
  ])('does not understand %j and says what it takes', (args, message) => {
    expect(() => parseFormsOptions(args)).toThrow(message);
  });

  it('takes a port and a language', () => {
    expect(parseFormsOptions([])).toEqual({ port: 4321, language: 'th', isHelp: false });
    const english = ['--port', '5000', '--lang', 'en', '--help'];
    expect(parseFormsOptions(english)).toEqual({ port: 5000, language: 'en', isHelp: true });
  });

  it.each([
    [['--port', 'x'], 2, /--port.*“x”[\s\S]*npm run forms -- /],
    [['--help'], 0, /ไม่ต้องต่ออินเทอร์เน็ต/],
    [['--help', '--lang', 'en'], 0, /no internet is needed/],
  ])('answers %j with code %i', (args, status, text) => {
    const run = spawnSync(process.execPath, ['scripts/forms.ts', ...args], { env: getCleanEnv(), encoding: 'utf8' });
    expect([run.status, `${run.stdout}${run.stderr}`]).toEqual([status, expect.stringMatching(text)]);
  });

  it('passes over a port that is in use', async () => {
    const first = 46000 + (process.pid % 1500);
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(first, '127.0.0.1', resolve));
    const found = await findPort(first, 20);
    expect(found).toBeGreaterThan(first);
    expect(await findPort(first, 1)).toBeUndefined();
    expect(getAddress(5000, '/kpi')).toBe('http://127.0.0.1:5000/kpi/admin/');
  });
});
