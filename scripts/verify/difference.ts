/** What is wrong with a file. */
export type DifferenceKind =
  /** Its bytes are others than integrity.json says. */
  | 'changed'
  | 'missing'
  | 'extra'
  /** It did not arrive; `field` holds why. */
  | 'failed'
  /** It is no JSON. */
  | 'not-json'
  | 'web-page'
  /** Its shape is not the one that this version makes; `field` says where. */
  | 'shape'
  | 'version'
  /** A value does not follow from the others. */
  | 'recomputed'
  /** The values agree, their spelling does not. */
  | 'spelling'
  /** Content says otherwise. */
  | 'content'
  /** Content has no such indicator, or the site has no receipt of one that content has. */
  | 'not-in-content'
  | 'no-receipt'
  /** Other receipts of the site say otherwise. */
  | 'disagrees'
  /** Its receipts could not be read. */
  | 'not-summed'
  /** No repository here holds the commit it names, or another day is its day. */
  | 'no-commit'
  /** The other build has other bytes, or only one of the two has the file. */
  | 'other-build'
  | 'only-here'
  | 'only-there';

export interface Difference {
  /** Path from the top of the site. */
  file: string;
  kind: DifferenceKind;
  /** Dotted key of the value in the file. */
  field?: string;
  /** Absent where there is none. */
  published?: string;
  recomputed?: string;
}

export interface ValueDifference {
  field: string;
  published?: string;
  recomputed?: string;
}

/** Every value that differs between two JSON values, by its dotted key, in the order of the keys. */
export function compareValues(published: unknown, recomputed: unknown, field = ''): ValueDifference[] {
  if (isGroup(published) && isGroup(recomputed) && Array.isArray(published) === Array.isArray(recomputed)) {
    const keys = new Set([...Object.keys(published), ...Object.keys(recomputed)]);
    return [...keys].flatMap((key) => {
      return compareValues(find(published, key), find(recomputed, key), field === '' ? key : `${field}.${key}`);
    });
  }
  if (Object.is(published, recomputed)) return [];
  return [{ field, ...quote('published', published), ...quote('recomputed', recomputed) }];
}

/** Two texts that say the same, at the first line where they do not say it alike. */
export function describeSpelling(file: string, published: string, recomputed: string): Difference {
  const [seen, lines] = [published.split('\n'), recomputed.split('\n')];
  const at = seen.findIndex((line, index) => line !== lines[index]);
  return { file, kind: 'spelling', published: (seen[at] ?? '').trim(), recomputed: (lines[at] ?? '').trim() };
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function find(group: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(group, key)?.value;
}

function quote(name: 'published' | 'recomputed', value: unknown): Partial<ValueDifference> {
  return value === undefined ? {} : { [name]: JSON.stringify(value) };
}
