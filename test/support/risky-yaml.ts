import { array, boolean, constantFrom, integer, letrec, oneof, tuple } from 'fast-check';

/** Values that readers of YAML differ over, and their neighbours. */
export const VALUES = [
  ...['0', '-0', '00', '007', '1', '-1', '+1', '12.50', '-0.5', '.5', '1.', '1.5.2', '0.0', '1_000', '1,000', '1 000'],
  ...['999999999', '1234567890', '123456789012345', '1234567890123456', '0.1234567890123456', '9999999999.99999'],
  ...['0x1F', '0o17', '0b11', '1e3', '1E-3', '.inf', '-.inf', '.nan', 'NaN', 'Infinity', '๑๒', '๑๒.๕', '1๒', '12:30'],
  ...['null', 'Null', 'NULL', '~', 'true', 'True', 'TRUE', 'false', 'yes', 'no', 'on', 'off', 'y', 'nullo', 'true ก'],
  ...['2024-10-31', '2024-13-99', '2024-1-1', '31/10/2562', '2567', 'unknown', 'higher', 'agency-27/series-1'],
  ...['ร้อยละ 20', 'ก: ข', 'ก:ข', 'ก :ข', 'ก:', 'ก #ข', 'ก#ข', '#ก', 'ก ,ข', 'ก, ข', '[ก]', '{ก}', 'ก [1]', 'ก {1}'],
  ...[
    '"ก"',
    '"ก: ข"',
    '"#ก"',
    '"a\\nb"',
    '"a\\"b"',
    '"1627"',
    '""',
    '"',
    "'ก'",
    "'it''s'",
    "''",
    "'",
    '"ก" ข',
    '" ก "',
  ],
  ...['- ก', '-', '-ก', '? ก', '?ก', '! ก', '!!str 1', '&a 1', '*a', '@a', '`a`', '%a', '|', '>-', '|2', '...', '---'],
  ...[
    'https://example.org/a?b=1#c',
    'http://a.b',
    'a:b',
    '(ก)',
    '(',
    '“ก”',
    'ก\u00A0ข',
    '\u00A0ก',
    '\u200Bก',
    '\uFEFFก',
  ],
  ...['[1, 2, 3]', '[ 1,2 ]', '[]', '[ ]', '[1, ]', '[,]', '[[1, 2], [3]]', '[a: 1]', '[a b, "c d", \'e\']', '[1 2]'],
  ...[
    '{ a: 1, b: ก }',
    '{a: 1}',
    '{a:1}',
    '{}',
    '{ a }',
    '{ a: }',
    '{ a: 1, a: 2 }',
    '{ "a": 1 }',
    '{ a: [1, { b: 2 }] }',
  ],
  ...[
    '{ a: https://x.org, b: 12:30 }',
    '{ a: - 1 }',
    '{ a: -1 }',
    '[-1, -ก, - 1]',
    '[1]x',
    '[1] x',
    '{ a: 1 }}',
    '[1',
    '{ a: 1',
  ],
  ...[
    '[ก, ข,]',
    '[true, null, ~]',
    '[1, 2] # ก',
    '1 # ก',
    '1 ',
    'ก ',
    'ก\t',
    '\tก',
    'ก  ข',
    '12 แห่ง',
    '1.5 km',
    '1.5 กม.',
  ],
  ...['5031-0738', '0409/286', '1-', '1--2', '1-2-', '-1-2', '1/2', '1-2e3', '0x1-2', '1.5-2', '00-00'],
];
const KEYS = [
  'a',
  'b',
  'name',
  'result',
  'a1',
  '__proto__',
  'constructor',
  '"a"',
  'ก',
  'a b',
  'a-b',
  '1',
  'null',
  '<<',
  'a:b',
];
const PIECES = [
  ...[
    '\n',
    '\n\n',
    '  ',
    '    ',
    ' ',
    '- ',
    '-',
    '-  ',
    ': ',
    ':',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '# ก\n',
    ' # ก',
    '\t',
    '\r\n',
  ],
  ...['---\n', '...\n', '\u2028', '\u0085', '\\', '|\n', '>\n', '&a ', '*a', '\u0007', '\u00A0', 'ก', 'ข\n  ค'],
];

/** Values that entries hold, and now and then one that may hurt. */
const VALUE = oneof(
  {
    weight: 12,
    arbitrary: constantFrom(
      '0',
      '12.50',
      '-3',
      'ก ข',
      'higher',
      '"1627"',
      '[1, 2.5]',
      '{ a: 1, b: ก ข }',
      '2024-10-31',
      'true',
    ),
  },
  { weight: 1, arbitrary: constantFrom(...VALUES) },
);

/** Lines of a value, or the one value that stands in the line of its key. */
type Lines = string | string[];

const indent = (lines: string[], by: string): string[] => lines.map((line) => `${by}${line}`);
const lay = (key: string, lines: Lines, by: string): string[] =>
  typeof lines === 'string' ? [`${key}: ${lines}`] : [`${key}:`, ...indent(lines, by)];
const toItem = (lines: Lines): string[] =>
  typeof lines === 'string' ? [`- ${lines}`] : lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);

const BY = constantFrom('  ', '  ', '  ', '    ', ' ', '');
const NAMES = ['a', 'b', 'result', 'd1'];
const { group } = letrec<{ group: string[]; list: string[]; any: Lines }>((tie) => ({
  any: oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 5, arbitrary: VALUE },
    { weight: 2, arbitrary: tie('group') },
    { weight: 2, arbitrary: tie('list') },
  ),
  group: array(tuple(tie('any'), BY), { minLength: 1, maxLength: 4 }).map((values) =>
    values.flatMap(([lines, by], index) => lay(NAMES[index] ?? '', lines, by)),
  ),
  list: array(tie('any'), { minLength: 1, maxLength: 3 }).map((items) => items.flatMap(toItem)),
}));
/** Documents of the usual shape. */
export const DOCUMENTS = group.map((lines) => lines.join('\n'));

/** Documents in which something is put where it may hurt: between two lines, or anywhere. */
export const BROKEN = tuple(
  group,
  constantFrom(...PIECES, ...KEYS, ...VALUES),
  integer({ min: 0, max: 120 }),
  boolean(),
).map(([lines, piece, at, isLine]) => {
  const text = lines.join('\n');
  const offset = isLine ? lines.slice(0, at % (lines.length + 1)).join('\n').length : Math.min(at, text.length);
  return `${text.slice(0, offset)}${isLine ? '\n' : ''}${piece}${text.slice(offset)}`;
});
