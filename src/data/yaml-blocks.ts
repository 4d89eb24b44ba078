import { parseYaml } from './parse-yaml.ts';

/** What a field of the highest rank came to; undefined where there is anything to say against its writing. */
type Block = [key: string, value: unknown] | undefined;

/** A field begins where a plain key stands at the margin; what is indented, a list, a comment or nothing belongs to the one above. */
const BEGINS = /^[A-Za-z]\w*:(?:[ \t]|$)/;
const CONTINUES = /^(?:[ \t]|#|- |$)/;

/** A number that is read the same by everybody. */
const NUMBER = /^([A-Za-z]\w*): ((?:0|-?[1-9]\d{0,8})(?:\.\d{1,5})?)$/;

/** Fields read lately, by their text: versions of a file share most of theirs. */
const known = new Map<string, Block>();
const MOST_KNOWN = 4000;

/**
 * The values of front matter, field by field, for the versions of a file that history holds by the hundred: each field
 * is read once by `parseYaml`. Undefined where fields cannot be told apart with certainty or one is not in order; then
 * the whole must be read, which gives the same values wherever this gives any.
 */
export function findValues(text: string, file: string): Record<string, unknown> | undefined {
  const values = new Map<string, unknown>();
  for (const part of splitFields(text) ?? ['']) {
    const block = findBlock(part, file);
    if (block === undefined || values.has(block[0])) return undefined;
    values.set(...block);
  }
  return Object.fromEntries(values);
}

function splitFields(text: string): string[] | undefined {
  const fields: string[] = [];
  for (const line of text.split('\n')) {
    if (BEGINS.test(line)) fields.push(line);
    else if (CONTINUES.test(line) && fields.length > 0) fields.push(`${fields.pop()}\n${line}`);
    else return undefined;
  }
  return fields;
}

function findBlock(text: string, file: string): Block {
  const [, key, number] = NUMBER.exec(text) ?? [];
  if (key !== undefined) return [key, Number(number)];
  if (known.has(text)) return known.get(text);
  const { value, issues, isReadable } = parseYaml(text, file, 0);
  const [field, other] = Object.entries(value);
  const block = isReadable && issues.length === 0 && other === undefined ? field : undefined;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, block);
  return block;
}
