import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateContent } from './generate-content.ts';
import { createRandom, type Random } from './random.ts';

export interface HistorySize {
  /** Files of indicators at the end. */
  files: number;
  /** Commits of the published branch. */
  commits: number;
  years: number;
  seed: number;
}

/** Seconds from one commit to the next. */
const HOURS = 8 * 3600;
const FIRST = Date.parse('2019-09-01T02:00:00Z') / 1000;
/** Of the edits so many in ten come by a merge. */
const MERGED = 4;
/** Files that one edit writes, at most. */
const MOST_EDITED = 3;

/**
 * Makes a repository whose content folder holds generated content, with the history that a city's would have: each
 * agency publishes its promises of a year in one commit and each quarter's reports in another; the others change a
 * figure here and there, some on a branch that is merged.
 */
export function generateHistory(folder: string, { files, commits, years, seed }: HistorySize): void {
  const content = join(folder, 'content');
  generateContent(content, { indicators: Math.max(1, Math.round(files / 5)), years, seed });
  const texts = readTexts(content);
  const writer = new HistoryWriter(texts, createRandom(seed));
  const published = listPublished([...texts.keys()]);
  const spare = Math.max(0, commits - published.length);
  // Spread over the whole time, so that early and late figures are changed; the first commit is settings alone.
  const getEdits = (index: number) => Math.floor((spare * index) / Math.max(1, published.length - 1));
  published.forEach((paths, index) => {
    writer.publish(paths);
    for (let count = getEdits(index - 1); index > 0 && count < getEdits(index); count++) writer.edit();
  });
  rmSync(content, { recursive: true });
  const git = (args: string[], input: string | Buffer = '') => runGit(folder, args, input);
  git(['init', '--quiet', '--initial-branch=main']);
  git(['fast-import', '--quiet'], writer.finish());
  git(['reset', '--quiet', '--hard', 'main']);
}

/** Changes one figure and commits it. */
export function commitEdit(folder: string): void {
  const report = readdirSync(join(folder, 'content'), { recursive: true, encoding: 'utf8' }).find((file) =>
    file.endsWith('q1.mdx'),
  );
  if (report === undefined) throw new Error(`no report in ${folder}`);
  const file = join('content', report);
  const text = readFileSync(join(folder, file), 'utf8').replace(/^result: .*$/m, 'result: 12.34');
  const object = runGit(folder, ['hash-object', '-w', '--stdin'], text).trim();
  runGit(folder, ['update-index', '--cacheinfo', `100644,${object},${file}`]);
  runGit(folder, [
    '-c',
    'user.name=Bench',
    '-c',
    'user.email=bench@example.org',
    'commit',
    '--quiet',
    '-m',
    'One more (#9)',
  ]);
  runGit(folder, ['checkout', '--quiet', '--', file]);
}

function readTexts(content: string): Map<string, string> {
  const found = readdirSync(content, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const files = found.map((item) => join(item.parentPath, item.name).slice(content.length + 1)).sort();
  return new Map(files.map((file) => [file, readFileSync(join(content, file), 'utf8')]));
}

/** What is published together: settings, an agency's promises of a year, its reports of a quarter. */
function listPublished(files: readonly string[]): string[][] {
  const together = Map.groupBy(files, (file) => {
    const [top, year = '', agency = '', , name = ''] = file.split('/');
    return top === 'reports' ? `${year} ${name === 'indicator.mdx' ? 'q0' : name} ${agency}` : '';
  });
  return [...together].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, paths]) => paths);
}

/** Writes commits as git's fast-import takes them. */
class HistoryWriter {
  #texts: Map<string, string>;
  #random: Random;
  #parts: Buffer[] = [];
  #live: string[] = [];
  #count = 0;

  constructor(texts: Map<string, string>, random: Random) {
    this.#texts = texts;
    this.#random = random;
  }

  publish(paths: readonly string[]): void {
    this.#commit('main', 'Publish', paths);
    this.#live.push(...paths.filter((path) => path.startsWith('reports/')));
  }

  edit(): void {
    const count = 1 + this.#random.below(MOST_EDITED);
    const paths = new Set(Array.from({ length: count }, () => this.#live[this.#random.below(this.#live.length)] ?? ''));
    for (const path of paths) this.#texts.set(path, this.#change(this.#texts.get(path) ?? ''));
    const isMerged = this.#random.below(10) < MERGED;
    if (isMerged) this.#commit('topic', 'Correct a figure', [...paths]);
    const message = isMerged
      ? `Merge pull request #${this.#count} from city/topic`
      : `Correct a figure (#${this.#count})`;
    this.#commit('main', message, [...paths], isMerged);
  }

  finish(): Buffer {
    return Buffer.concat(this.#parts);
  }

  #change(text: string): string {
    const figure = (this.#random.below(9000) / 100).toFixed(2);
    return text.replace(/^(result|target): .*$/m, `$1: ${figure}`);
  }

  #commit(branch: string, message: string, paths: readonly string[], isMerge = false): void {
    if (branch === 'main') this.#count += 1;
    const time = FIRST + this.#count * HOURS;
    const head = [`commit refs/heads/${branch}`, `committer Bench <bench@example.org> ${time} +0700`];
    this.#write([...head, `data ${message.length}`, message].join('\n'));
    if (branch !== 'main') this.#write('from refs/heads/main');
    if (isMerge) this.#write('merge refs/heads/topic');
    for (const path of paths) {
      const bytes = Buffer.from(this.#texts.get(path) ?? '');
      this.#write(`M 100644 inline content/${path}\ndata ${bytes.length}`);
      this.#parts.push(bytes);
      this.#write('');
    }
    this.#write('');
  }

  #write(line: string): void {
    this.#parts.push(Buffer.from(`${line}\n`));
  }
}

function runGit(folder: string, args: readonly string[], input: string | Buffer = ''): string {
  const run = spawnSync('git', [...args], { cwd: folder, input, maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`git ${args[0]}: ${run.stderr.toString('utf8')}`);
  return run.stdout.toString('utf8');
}
