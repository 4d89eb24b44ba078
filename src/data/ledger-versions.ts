import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarEntry, Entry, Sections, SiteEntry } from '#domain/entry.ts';
import { getOrAdd } from '#domain/get-or-add.ts';
import type { WrittenEntry } from '#domain/impact/compare-entries.ts';
import type { EntryPlace } from '#domain/impact/impact.ts';
import { isError } from '#domain/issue.ts';
import {
  type EntryVersion,
  getFileName,
  type ItemVersion,
  PLACES,
  type PlaceDigests,
} from '#domain/ledger/item-version.ts';
import type { Calendar } from '#domain/schemas/calendar.ts';
import { type ContentPath, classifyPath } from './content-path.ts';
import { decodeText } from './decode-text.ts';
import { MOST_BYTES } from './file-size.ts';
import { readBlobs } from './git-content.ts';
import { parseEntry } from './parse-entry.ts';
import { NOTHING_KNOWN, parseVersion, readText } from './parse-version.ts';
import type { RunGit } from './run-git.ts';

type Kind = ContentPath['kind'];

/**
 * Versions of files by what they are and the object that holds them. What stands on disk has been read by the reader
 * of content and is taken from there; of what is older only its figures are read.
 */
export class LedgerVersions {
  /** Whether an object was not here: what is made without it is not what another clone makes. */
  lacksObjects = false;
  #git: RunGit;
  #content: string;
  #present = createVersions();
  #past = createVersions();
  /** Of what stands, by file. */
  #entries = new Map<string, WrittenEntry>();
  #calendars = new Map<string, CalendarEntry | undefined>();
  #sites = new Map<string, SiteEntry | undefined>();
  #wanted = new Map<string, Map<Kind, ContentPath>>();
  /** Folders of which this was noted already. */
  #asked = new WeakSet<PlaceDigests>();
  /** Of a folder that did not change since, as the former side of the next change. */
  #folders = new WeakMap<PlaceDigests, ItemVersion['entries']>();

  /** `present` are the entries in the content folder, each with its object. */
  constructor(git: RunGit, content: string, present: Iterable<readonly [digest: string, entry: Entry]>) {
    this.#git = git;
    this.#content = content;
    for (const [digest, entry] of present) {
      if (entry.kind === 'calendar') this.#calendars.set(digest, entry);
      else if (entry.kind === 'site') this.#sites.set(digest, entry);
      else if (isWritten(entry)) {
        this.#entries.set(entry.file, entry);
        const version = { is: 'whole' as const, entry, readText: () => this.#readPresent(entry.file) };
        this.#present[entry.kind].set(digest, version);
      }
    }
  }

  /** Notes the files of an indicator's folder to be read. */
  wantFolder(path: string, digests: PlaceDigests | undefined): void {
    if (digests === undefined || this.#asked.has(digests)) return;
    this.#asked.add(digests);
    for (const place of PLACES) {
      const [kind, digest] = [getKind(place), digests[place]];
      if (digest === undefined || this.#present[kind].has(digest) || this.#past[kind].has(digest)) continue;
      this.#want(kind, digest, `reports/${path}/${getFileName(place)}`);
    }
  }

  /** Notes the rules to be read. */
  wantRules(site: string | undefined, calendars: Iterable<[year: number, digest: string]>): void {
    if (site !== undefined && !this.#sites.has(site)) this.#want('site', site, 'site.yaml');
    for (const [year, digest] of calendars)
      if (!this.#calendars.has(digest)) this.#want('calendar', digest, `calendar/${year}.yaml`);
  }

  /** Reads what was noted. */
  load(): void {
    const wanted = this.#wanted;
    this.#wanted = new Map();
    this.#asked = new WeakSet();
    const add = (digest: string, bytes: Uint8Array | undefined) => {
      for (const path of wanted.get(digest)?.values() ?? []) this.#add(path, digest, bytes);
    };
    const sizes = measureBlobs(this.#git, [...wanted.keys()]);
    // No entry was ever that large.
    for (const { digest, bytes } of sizes) if (bytes > MOST_BYTES.data) add(digest, undefined);
    const sound = sizes.filter(({ bytes }) => bytes <= MOST_BYTES.data);
    readBlobs(this.#git, sound, (digest, bytes) => {
      if (bytes === undefined) this.lacksObjects = true;
      add(digest, bytes);
    });
  }

  /** The versions of an indicator's files; they must be loaded. */
  getEntries(digests: PlaceDigests): ItemVersion['entries'] {
    const known = this.#folders.get(digests);
    if (known !== undefined) return known;
    const entries: Partial<Record<EntryPlace, EntryVersion>> = {};
    for (const place of PLACES) {
      const [kind, digest] = [getKind(place), digests[place]];
      if (digest === undefined) continue;
      const version = this.#present[kind].get(digest) ?? this.#past[kind].get(digest);
      if (version === undefined) throw new Error(`${digest} was not loaded`);
      entries[place] = version;
    }
    this.#folders.set(digests, entries);
    return entries;
  }

  /** The rules of a year, where they can be read. */
  findCalendar(digest: string): Calendar | undefined {
    return this.#calendars.get(digest)?.data;
  }

  /** Units that do not add up, where the site's settings can be read. */
  findRatioUnits(digest: string): readonly string[] | undefined {
    return this.#sites.get(digest)?.data.ratioUnits;
  }

  /** Lets go of versions that none of these objects hold. */
  keepOnly(digests: ReadonlySet<string>): void {
    for (const versions of Object.values(this.#past))
      for (const digest of versions.keys()) if (!digests.has(digest)) versions.delete(digest);
  }

  #want(kind: Kind, digest: string, file: string): void {
    const classified = classifyPath(file);
    const kinds = getOrAdd(this.#wanted, digest, () => new Map<Kind, ContentPath>());
    if (classified.is === 'entry') kinds.set(kind, classified.path);
  }

  #add(path: ContentPath, digest: string, bytes: Uint8Array | undefined): void {
    const { kind, file } = path;
    const buffer = bytes === undefined ? undefined : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (kind === 'indicator' || kind === 'report' || kind === 'year') {
      const findSections = (text: string) => this.#findSections(file, text);
      const version = buffer === undefined ? NOTHING_KNOWN : parseVersion({ ...path, kind }, buffer, findSections);
      this.#past[kind].set(digest, version);
      return;
    }
    const entry = buffer === undefined ? undefined : parseSetting(path, buffer);
    if (kind === 'calendar') this.#calendars.set(digest, entry?.kind === 'calendar' ? entry : undefined);
    if (kind === 'site') this.#sites.set(digest, entry?.kind === 'site' ? entry : undefined);
  }

  /** The sections of a text, where that is the one that stands on disk now. */
  #findSections(file: string, text: string): Sections | undefined {
    const entry = this.#entries.get(file);
    return entry !== undefined && this.#readPresent(file) === text ? entry.sections : undefined;
  }

  #readPresent(file: string): string {
    return readText(readFileSync(join(this.#content, file)));
  }
}

/** Versions by the object that holds them; of two kinds, since an empty quarter and an empty summary are one object. */
function createVersions(): Record<WrittenEntry['kind'], Map<string, EntryVersion>> {
  return { indicator: new Map(), report: new Map(), year: new Map() };
}

function getKind(place: EntryPlace): WrittenEntry['kind'] {
  return typeof place === 'number' ? 'report' : place;
}

function isWritten(entry: Entry): entry is WrittenEntry {
  return entry.kind === 'indicator' || entry.kind === 'report' || entry.kind === 'year';
}

/** Settings with any error count as not readable: rules that may be wrong make no scores. */
function parseSetting(path: ContentPath, bytes: Buffer): Entry | undefined {
  const { text, problems } = decodeText(bytes);
  if (text === undefined || problems.length > 0 || bytes.length > MOST_BYTES.data) return undefined;
  const { entry, issues } = parseEntry(path, text);
  return issues.some(isError) ? undefined : entry;
}

/** Sizes of objects, so that they can be read in batches; 0 where one is not here. */
function measureBlobs(git: RunGit, digests: readonly string[]): { digest: string; bytes: number }[] {
  if (digests.length === 0) return [];
  const { stdout } = git(['cat-file', '--batch-check=%(objectsize)'], `${digests.join('\n')}\n`);
  const sizes = stdout.toString('latin1').split('\n');
  return digests.map((digest, index) => ({ digest, bytes: Number(sizes[index]) || 0 }));
}
