import type { Content } from '#data/read-content.ts';
import type { Issue } from '#domain/issue.ts';
import { type Fields, formatEntry } from '../write/format-entry.ts';
import { isAt, tryFiles } from './try-files.ts';

/** Values that raise no question, for the fields that were not answered yet. */
const NEUTRAL: Fields = {
  name: '–',
  kind: 'unknown',
  outcome: 'unknown',
  weight: 'unknown',
  unit: '–',
  direction: 'higher',
  accumulation: 'unknown',
  target: 'unknown',
  scale: { kind: 'proportional' },
};

/** An indicator that comes together answer by answer; each is judged together with those before it. */
export class IndicatorDraft {
  fields: Fields;
  body: string;
  readonly file: string;
  readonly #content: Content;

  constructor(content: Content, file: string, fields: Fields = {}, body = '') {
    this.#content = content;
    this.file = file;
    this.fields = fields;
    this.body = body;
  }

  /** What the checker says of a field if it held this. */
  check(key: string, value: unknown): Issue[] {
    const fields = { ...NEUTRAL, ...this.fields, [key]: value };
    const issues = tryFiles(this.#content, [{ file: this.file, text: formatEntry('indicator', fields) }]);
    return issues.filter((issue) => isAt(issue, key));
  }

  /** What the checker says of the text. */
  checkBody(body: string): Issue[] {
    const text = formatEntry('indicator', { ...NEUTRAL, ...this.fields }, body);
    return tryFiles(this.#content, [{ file: this.file, text }]).filter((issue) => isAt(issue, ''));
  }
}
