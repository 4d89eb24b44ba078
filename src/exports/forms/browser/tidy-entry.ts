/** A list or a record as the form's program keeps it; plain lists are the same to us. */
interface Group {
  map: (change: (value: unknown) => unknown) => Group;
  filter: (keep: (value: unknown) => boolean) => Group;
  size?: number;
  length?: number;
}

/** An entry as it is to be saved: a field left empty is not written at all, at any depth. Zero is not empty. */
export function tidyEntry<Data extends Group>(data: Data): Data {
  // Safe: what is changed and sifted stays what it was.
  return tidyValue(data) as Data;
}

function tidyValue(value: unknown): unknown {
  return isGroup(value) ? value.map(tidyValue).filter((inner) => !isEmpty(inner)) : value;
}

function isEmpty(value: unknown): boolean {
  if (isGroup(value)) return (value.size ?? value.length) === 0;
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && 'map' in value && 'filter' in value;
}
