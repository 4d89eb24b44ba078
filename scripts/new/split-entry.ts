import { parseYaml } from '#data/parse-yaml.ts';
import { type Fields, Figure } from '../write/format-entry.ts';

/** An MDX entry as it was typed: its fields, numbers with their decimals, and the text below them. */
export function splitEntry(text: string): { fields: Fields; body: string } {
  const plain = text.replaceAll('\r\n', '\n');
  const [, matter = '', body = ''] = /^---[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n([\s\S]*))?$/.exec(plain) ?? [];
  const { value, written } = parseYaml(matter, '', 1);
  return {
    fields: Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keep(inner, key, written)])),
    body,
  };
}

function keep(value: unknown, key: string, written: Record<string, string>): unknown {
  if (typeof value === 'number') {
    const typed = written[key] ?? '';
    return /^-?\d+\.\d+$/.test(typed) ? new Figure(typed) : value;
  }
  if (Array.isArray(value)) return value.map((item, index) => keep(item, `${key}.${index}`, written));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, keep(inner, `${key}.${name}`, written)]),
  );
}
