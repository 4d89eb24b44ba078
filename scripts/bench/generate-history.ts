import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TODAY } from './build-settings.ts';
import { editReport } from './edit-report.ts';
import { generateCity } from './generate-city.ts';
import { createRandom, type Random } from './random.ts';

export interface HistorySize {
  /** Files of indicators at the end. */
  files: number;
  /** Commits of the published branch. */
  commits: number;
  years: number;
  seed: number;
}

/** Seconds from one commit to the next, at most: all of them lie before the day of the builds. */
const HOURS = 8 * 3600;
const FIRST = Date.parse('2019-09-01T02:00:00Z') / 1000;
const LAST = Date.parse(`${TODAY}T00:00:00Z`) / 1000;
/** Of the edits so many in ten come by a merge. */
const MERGED = 4;
/** Files that one edit writes, at most. */
const MOST_EDITED = 3;

/** Makes a repository whose content folder holds generated content, with the history that a city's would have. */
export function generateHistory(folder: string, { files, commits, years, seed }: HistorySize): void {
  generateCity(join(folder, 'content'), { indicators: Math.max(1, Math.round(files / 5)), years, seed });
  commitContent(folder, commits, seed);
}

/** What one commit of the published branch brings. */
interface Step {
  paths: readonly string[];
  /** Of a change: whether it came by a merge. */
  isMerged?: boolean;
}

/**
 * Puts the content folder of a folder into a repository there, by about so many commits: each agency publishes its promises
 * of a year in one commit and each quarter's reports in another; the others change a figure here and there, some on a branch
 * that is merged. What stands at the end is the content as it was given.
 */
export function commitContent(folder: string, commits: number, seed: number): void {
  const content = join(folder, 'content');
  const texts = readTexts(content);
  const random = createRandom(seed);
  const writer = new HistoryWriter(texts, planSteps([...texts.keys()], commits, random), random);
  rmSync(content, { recursive: true });
  const git = (args: string[], input: string | Buffer = '') => runGit(folder, args, input);
  git(['init', '--quiet', '--initial-branch=main']);
  git(['fast-import', '--quiet'], writer.write());
  git(['reset', '--quiet', '--hard', 'main']);
}

function planSteps(files: readonly string[], commits: number, random: Random): Step[] {
  const published = listPublished(files);
  const spare = Math.max(0, commits - published.length);
  // Spread over the whole time, so that early and late figures are changed; the first commit is settings alone.
  const getEdits = (index: number) => Math.floor((spare * index) / Math.max(1, published.length - 1));
  const live: string[] = [];
  return published.flatMap((paths, index): Step[] => {
    live.push(...paths.filter((path) => /^reports\/.*\.mdx$/.test(path)));
    const edits = index === 0 ? 0 : getEdits(index) - getEdits(index - 1);
    return [{ paths }, ...Array.from({ length: edits }, () => planEdit(live, random))];
  });
}

function planEdit(live: readonly string[], random: Random): Step {
  const picked = Array.from({ length: 1 + random.below(MOST_EDITED) }, () => live[random.below(live.length)] ?? '');
  return { paths: [...new Set(picked)], isMerged: random.below(10) < MERGED };
}

/** Changes the figure of one report and commits it. Returns its path in the content folder. */
export function commitEdit(folder: string): string {
  const report = editReport(join(folder, 'content'));
  runGit(folder, ['add', '--', join('content', report)]);
  runGit(folder, [...AUTHOR, 'commit', '--quiet', '-m', 'One more (#9)']);
  return report;
}

const AUTHOR = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];

function readTexts(content: string): Map<string, Buffer> {
  const found = readdirSync(content, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const files = found.map((item) => join(item.parentPath, item.name).slice(content.length + 1)).sort();
  return new Map(files.map((file) => [file, readFileSync(join(content, file))]));
}

/** What is published together: settings, an agency's promises of a year, its reports of a quarter. */
function listPublished(files: readonly string[]): string[][] {
  const together = Map.groupBy(files, (file) => {
    const [top, year = '', agency = '', , name = ''] = file.split('/');
    // Evidence comes with the report of its quarter.
    const part = name === 'indicator.mdx' ? 'q0' : name.replace(/^.*-(\d)\.pdf$/, 'q$1.mdx');
    return top === 'reports' ? `${year} ${part} ${agency}` : '';
  });
  return [...together].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, paths]) => paths);
}

/** Writes commits as git's fast-import takes them. */
class HistoryWriter {
  #texts: ReadonlyMap<string, Buffer>;
  #steps: readonly Step[];
  /** How often each file is still written; the last time as it was given. */
  #left = new Map<string, number>();
  #random: Random;
  #interval: number;
  #parts: Buffer[] = [];
  #count = 0;

  constructor(texts: ReadonlyMap<string, Buffer>, steps: readonly Step[], random: Random) {
    this.#texts = texts;
    this.#steps = steps;
    this.#random = random;
    this.#interval = Math.min(HOURS, Math.floor((LAST - FIRST) / (steps.length + 2)));
    for (const path of steps.flatMap(({ paths }) => paths)) this.#left.set(path, (this.#left.get(path) ?? 0) + 1);
  }

  write(): Buffer {
    for (const { paths, isMerged } of this.#steps) {
      const files = paths.map((path) => [path, this.#next(path)] as const);
      if (isMerged === undefined) this.#commit('main', 'Publish', files);
      else if (isMerged) {
        this.#commit('topic', 'Correct a figure', files);
        this.#commit('main', `Merge pull request #${this.#count} from city/topic`, files, true);
      } else this.#commit('main', `Correct a figure (#${this.#count})`, files);
    }
    return Buffer.concat(this.#parts);
  }

  #next(path: string): Buffer {
    const [left, text] = [(this.#left.get(path) ?? 1) - 1, this.#texts.get(path) ?? Buffer.alloc(0)];
    this.#left.set(path, left);
    if (left === 0) return text;
    const figure = (this.#random.below(9000) / 100).toFixed(2);
    return Buffer.from(text.toString('utf8').replace(/^(result|target): .*$/m, `$1: ${figure}`));
  }

  #commit(branch: string, message: string, files: readonly (readonly [string, Buffer])[], isMerge = false): void {
    if (branch === 'main') this.#count += 1;
    const time = FIRST + this.#count * this.#interval;
    const head = [`commit refs/heads/${branch}`, `committer Bench <bench@example.org> ${time} +0700`];
    this.#write([...head, `data ${message.length}`, message].join('\n'));
    if (branch !== 'main') this.#write('from refs/heads/main');
    if (isMerge) this.#write('merge refs/heads/topic');
    for (const [path, bytes] of files) {
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
