import Papa from 'papaparse';
import { parseGuarded } from '#exports/csv.ts';
import type { Column } from '#exports/tables/column.ts';

type Row = Record<string, unknown>;

/** A table's CSV read back by the rules that the page about the data states, as its JSON has the rows. */
export function readTableCsv(csv: string, columns: readonly Column[]): Row[] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter: ',', newline: '\r\n' });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const [head = [], ...lines] = data.slice(0, -1);
  return lines.map((line) => {
    const texts = new Map(head.map((id, index) => [id, line[index] ?? '']));
    return Object.fromEntries(columns.map((column) => [column.id, readCell(column, texts)]));
  });
}

function readCell({ id, type }: Column, texts: Map<string, string>): unknown {
  const text = texts.get(id);
  if (text === undefined) throw new Error(`no column ${id}`);
  if (text === '') return null;
  if (type === 'any') return readValue(text, texts.get(id.replace('value', 'type')));
  if (type === 'number' || type === 'integer') return Number(text);
  if (type === 'flag') return text === 'true';
  return type === 'list' ? JSON.parse(text) : parseGuarded(text);
}

/** The column beside the value says what kind it is. */
function readValue(text: string, type: string | undefined): unknown {
  if (type === 'number') return Number(text);
  if (type === 'flag') return text === 'true';
  return type === 'list' ? JSON.parse(text) : parseGuarded(text);
}
