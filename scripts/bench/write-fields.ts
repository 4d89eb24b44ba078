/** Text that YAML reads as it stands. */
const PLAIN = /^[\u0E01-\u0E5Ba-zA-Z][\u0E01-\u0E5Ba-zA-Z0-9 .,()/–-]*$/;
/** Words that YAML, or a reader of it, may take for something else. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$|[ ]$/i;

/** Fields as YAML, the way people write them: one a line, what is inside of them in brackets. `undefined` is left out. */
export function writeFields(fields: object): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${writeValue(value)}\n`)
    .join('');
}

function writeValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeInner).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return `{ ${fields.map(([key, inner]) => `${key}: ${writeInner(inner)}`).join(', ')} }`;
  }
  return typeof value === 'string' && isPlain(value) ? value : quote(value);
}

/** Within brackets a comma ends a text. */
function writeInner(value: unknown): string {
  return typeof value === 'string' && value.includes(',') ? quote(value) : writeValue(value);
}

function isPlain(text: string): boolean {
  return (PLAIN.test(text) && !RESERVED.test(text)) || /^\d{4}-\d\d-\d\d$/.test(text);
}

function quote(value: unknown): string {
  return JSON.stringify(value);
}
