/**
 * Notes which parts of a site were read, by name ("item 2567/health/clinics"), while one page or file was made: it is made
 * again when one of these changed, and only then. Pages are made one after the other, so there is one list at a time.
 */
export class Reads {
  #noted: Set<string> | undefined;

  /** Adds to the list at hand; without one nobody wants to know. */
  note(name: string): void {
    this.#noted?.add(name);
  }

  /** Adds what was read when something that is now taken from memory was made. */
  noteAll(names: Iterable<string>): void {
    if (this.#noted === undefined) return;
    for (const name of names) this.#noted.add(name);
  }

  /** Begins a list; what is noted until `end` stands in it. The list at hand before is gone on with afterwards. */
  begin(): { end: () => Set<string> } {
    const outer = this.#noted;
    const own = new Set<string>();
    this.#noted = own;
    return {
      end: () => {
        this.#noted = outer;
        this.noteAll(own);
        return own;
      },
    };
  }

  /** What a piece of work gives, and what it read. */
  collect<T>(work: () => T): { value: T; reads: Set<string> } {
    const list = this.begin();
    try {
      return { value: work(), reads: list.end() };
    } catch (error) {
      list.end();
      throw error;
    }
  }
}

/** How the reading of a map is noted: of one key, of which keys there are, and of everything in it. */
export interface MapNames<K> {
  one: (key: K) => string;
  keys: string;
  all: string;
}

/** A map that notes what is read of it. It is filled before it is handed out. */
export class ReadMap<K, V> extends Map<K, V> {
  // Absent while the map is being filled by the constructor of Map.
  #notes: { reads: Reads; names: MapNames<K> } | undefined;

  constructor(entries: Iterable<readonly [K, V]>, reads: Reads, names: MapNames<K>) {
    super(entries);
    this.#notes = { reads, names };
  }

  override get(key: K): V | undefined {
    this.#note(({ one }) => one(key));
    return super.get(key);
  }

  override has(key: K): boolean {
    this.#note(({ keys }) => keys);
    return super.has(key);
  }

  override get size(): number {
    this.#note(({ keys }) => keys);
    return super.size;
  }

  override keys(): MapIterator<K> {
    this.#note(({ keys }) => keys);
    return super.keys();
  }

  override values(): MapIterator<V> {
    this.#note(({ all }) => all);
    return super.values();
  }

  override entries(): MapIterator<[K, V]> {
    this.#note(({ all }) => all);
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  override forEach(visit: (value: V, key: K, map: Map<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  #note(pick: (names: MapNames<K>) => string): void {
    if (this.#notes !== undefined) this.#notes.reads.note(pick(this.#notes.names));
  }
}
