import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#domain/checks/check-references.ts';
import { isError } from '#domain/issue.ts';
import type { Outline } from '#domain/outline.ts';
import type { CheckedFolder } from './check-folder.ts';
import type { Scope } from './check-scope.ts';
import { MOST_BYTES } from './file-size.ts';
import { listFolders } from './list-files.ts';
import { readBytes } from './read-file.ts';

/** How far a part of the content is read. */
export interface PartRead {
  scope: Scope;
  settings: Settings;
  known: ReadonlyMap<string, CheckedFolder>;
}

/**
 * Finds what else decides what is told of a part: an agency or a calendar that is missing is told at the first indicator that
 * needs it, a series or a code that stands twice at the later one, a series nobody has at those who name it. Folders are
 * asked for a few at a time; it is over when there are no more.
 */
export class ContextFinder {
  readonly #root: string;
  readonly #scanned = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Folders to read as well. */
  findMore(read: PartRead): string[] {
    if (read.scope.isWhole) return [];
    const asked = listOutlines(read).filter(({ file }) => read.scope.isAsked(file));
    const more = [...this.#findFirsts(read, asked), ...this.#findNamed(read, asked), ...this.#findTwins(read, asked)];
    return [...new Set(more)].filter((folder) => !read.scope.holds(folder));
  }

  #findFirsts(read: PartRead, asked: readonly Outline[]): string[] {
    const { agencies, calendars } = read.settings;
    const lost = new Set(asked.flatMap(({ agency }) => (agencies.has(agency) ? [] : [agency])));
    const unruled = new Set(asked.flatMap(({ year }) => (calendars.has(year) ? [] : [year])));
    return [
      ...[...lost].flatMap((agency) => findFirst(read, this.#listOfAgency(agency))),
      ...[...unruled].flatMap((year) => findFirst(read, this.#listOfYear(year))),
    ];
  }

  /** Of series that are named: those who may be them, the years nearby first, then whoever may have that name. */
  #findNamed(read: PartRead, asked: readonly Outline[]): string[] {
    const named = asked.flatMap(({ year, names }) => names.map(({ series }) => ({ year, series })));
    if (named.length === 0) return [];
    const series = new Set(listOutlines(read).map((outline) => outline.series));
    const lost = named.filter((name) => !series.has(name.series));
    const near = lost.flatMap(({ year, series }) => {
      const years = this.#listYears().sort((a, b) => Math.abs(Number(a) - year) - Math.abs(Number(b) - year));
      return years.map((other) => `reports/${other}/${series}`).find((folder) => this.#isUnread(read, folder)) ?? [];
    });
    if (near.length > 0 || lost.length === 0) return near;
    const words = new Set(lost.map((name) => name.series));
    const stated = this.#listYears().flatMap((year) =>
      this.#scan(read, `names ${year}`, Number(year), words, new Map()),
    );
    if (stated.length > 0) return stated;
    // Nobody has it: the nearest of all series is told. Where an entry that has it cannot be read nothing is told.
    const broken = new Set(listBroken(read));
    return lost.every((name) => broken.has(name.series)) ? [] : ['reports'];
  }

  #findTwins(read: PartRead, asked: readonly Outline[]): string[] {
    const years = Map.groupBy(asked, ({ year }) => year);
    return [...years].flatMap(([year, outlines]) => {
      const series = new Set(outlines.map((outline) => outline.series));
      const codes = Map.groupBy(outlines, ({ agency }) => agency);
      const own = [...series].map((name) => `reports/${year}/${name}`).filter((folder) => this.#isUnread(read, folder));
      return [...own, ...this.#scan(read, `twins ${year}`, year, series, codes)];
    });
  }

  /** Indicators of a year that state one of these series, or one of these codes in its agency, as far as that can be told from their bytes: once. */
  #scan(
    read: PartRead,
    name: string,
    year: number,
    series: ReadonlySet<string>,
    codes: ReadonlyMap<string, readonly Outline[]>,
  ): string[] {
    if (this.#scanned.has(name)) return [];
    this.#scanned.add(name);
    return listFolders(this.#root, `reports/${year}`).flatMap((agency) => {
      const words = (codes.get(agency) ?? []).flatMap(({ code }) => code ?? []);
      const folders = listFolders(this.#root, `reports/${year}/${agency}`).map(
        (slug) => `reports/${year}/${agency}/${slug}`,
      );
      return folders.filter(
        (folder) => !read.scope.holds(folder) && mayState(readIndicator(this.#root, folder), series, words),
      );
    });
  }

  *#listOfAgency(agency: string): Iterable<string> {
    for (const year of this.#listYears()) {
      for (const slug of listFolders(this.#root, `reports/${year}/${agency}`))
        yield `reports/${year}/${agency}/${slug}`;
    }
  }

  *#listOfYear(year: number): Iterable<string> {
    for (const agency of listFolders(this.#root, `reports/${year}`)) {
      for (const slug of listFolders(this.#root, `reports/${year}/${agency}`))
        yield `reports/${year}/${agency}/${slug}`;
    }
  }

  #listYears(): string[] {
    return listFolders(this.#root, 'reports');
  }

  #isUnread({ scope }: PartRead, folder: string): boolean {
    const [, year = '', agency = '', slug = ''] = folder.split('/');
    return !scope.holds(folder) && listFolders(this.#root, `reports/${year}/${agency}`).includes(slug);
  }
}

/** The first of some folders that is not read yet, unless an indicator stands before it. */
function findFirst({ scope, known }: PartRead, folders: Iterable<string>): string[] {
  for (const folder of folders) {
    if (!scope.holds(folder)) return [folder];
    if (known.get(folder)?.outline !== undefined) return [];
  }
  return [];
}

function listOutlines({ known }: PartRead): Outline[] {
  return [...known.values()].flatMap(({ outline }) => outline ?? []);
}

/** agency/indicator of those whose promise has an error. */
function listBroken({ known }: PartRead): string[] {
  return [...known].flatMap(([folder, { own }]) => {
    const isBroken = own.some((issue) => issue.file === `${folder}/indicator.mdx` && isError(issue));
    return isBroken ? [folder.split('/').slice(2).join('/')] : [];
  });
}

/** The bytes of an indicator, or none where there is nothing that a reader would open. */
function readIndicator(root: string, folder: string): Buffer | undefined {
  const file = `${folder}/indicator.mdx`;
  const stat = lstatSync(join(root, file), { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size > MOST_BYTES.text) return undefined;
  const bytes = readBytes(root, file);
  return 'code' in bytes ? undefined : bytes;
}

/**
 * Whether a file may state one of these series or codes: it holds the word as it is, since such words cannot be broken over
 * lines, or a backslash, by which YAML can write any word in another way.
 */
function mayState(bytes: Buffer | undefined, series: ReadonlySet<string>, codes: readonly string[]): boolean {
  if (bytes === undefined) return false;
  if (bytes.includes('\\') || codes.some((code) => !PLAIN.test(code) || bytes.includes(code))) return true;
  if (!bytes.includes('series')) return false;
  return (bytes.toString('latin1').match(SERIES) ?? []).some((name) => series.has(name));
}

/** A code that YAML can write in one way only, but for escapes. */
const PLAIN = /^[\w./-]+$/;
const SERIES = /[a-z0-9-]+\/[a-z0-9-]+/g;
