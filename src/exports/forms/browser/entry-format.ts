import { type Document, isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';

/** The fields of an entry, with its text under "body" and the file as it was under SOURCE. */
type Fields = Record<string, unknown>;

/** Key under which the file as it was read travels through the form, which knows nothing of it. */
const SOURCE = '__source';

const ENTRY = /^---\n(?:([\s\S]*?)\n)?---(?:\n([\s\S]*))?$/;

/**
 * How the form reads and writes entries: what was not changed in the form stays letter for letter as it was, remarks, decimals
 * and fields that the form does not show included. Decap's own way would write the whole file anew.
 */
export const entryFormat = { fromFile: parseEntry, toFile: writeEntry };

/** The fields of a file. Throws where it is no entry, so that it cannot be saved over. */
function parseEntry(text: string): Fields {
  const { document, body } = readDocument(text);
  const fields: unknown = document.toJS() ?? {};
  if (typeof fields !== 'object') throw new Error('the front matter is not a list of fields');
  return { ...fields, ...(body === '' ? {} : { body }), [SOURCE]: text };
}

/** A file with the fields; new ones stand where `order` has them. */
function writeEntry({ body, [SOURCE]: source, ...fields }: Fields, order: readonly string[] = []): string {
  const { document, body: written } = readDocument(typeof source === 'string' ? source : '---\n---\n');
  const before: Fields = document.toJS() ?? {};
  const keys = new Set([...Object.keys(before), ...Object.keys(fields)]);
  const changed = [...keys].filter((key) => !isSame(before[key], fields[key]));
  const text = typeof body === 'string' ? trimText(body) : '';
  if (typeof source === 'string' && changed.length === 0 && text === written) return source;
  const map = isMap(document.contents) ? document.contents : document.createNode({});
  if (map !== document.contents) Object.assign(document, { contents: map });
  for (const key of changed) {
    if (fields[key] === undefined) map.delete(key);
    else put(document, map, key, fields[key], order);
  }
  const head = map.items.length === 0 ? '' : document.toString({ lineWidth: 0 });
  return `---\n${head}---\n${text === '' ? '' : `\n${text}\n`}`;
}

function readDocument(text: string) {
  const parts = ENTRY.exec(text.replaceAll('\r\n', '\n'));
  if (parts === null) throw new Error('the front matter does not stand between two lines of ---');
  const [, head = '', body = ''] = parts;
  const document: Document = parseDocument(head, { version: '1.2', schema: 'core' });
  const [error] = document.errors;
  if (error !== undefined) throw error;
  return { document, body: trimText(body) };
}

function put(document: Document, map: YAMLMap, key: string, value: unknown, order: readonly string[]): void {
  if (map.has(key)) {
    const old = map.get(key, true);
    // A remark behind the old figure stays where it is.
    if (isScalar(old) && (typeof value !== 'object' || value === null)) {
      Object.assign(old, {
        value,
        source: undefined,
        minFractionDigits: undefined,
        format: undefined,
        type: undefined,
      });
    } else map.set(key, document.createNode(value));
    return;
  }
  const place = (name: unknown) => (order.includes(String(name)) ? order.indexOf(String(name)) : order.length);
  const next = map.items.findIndex((item) => place(isScalar(item.key) ? item.key.value : item.key) > place(key));
  map.items.splice(next < 0 ? map.items.length : next, 0, document.createPair(key, value));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function trimText(text: string): string {
  return text.replace(/^\s*\n|\s+$/g, '');
}
