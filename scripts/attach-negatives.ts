/** `--result -5` as `--result=-5`: a number below zero behind an option is its value, not another option. */
export function attachNegatives(args: readonly string[]): string[] {
  const attached: string[] = [];
  for (const arg of args) {
    const last = attached.at(-1) ?? '';
    const isValue = /^-[\d๐-๙.]/u.test(arg) && /^--[a-z][a-z-]*$/.test(last);
    if (isValue) attached[attached.length - 1] = `${last}=${arg}`;
    else attached.push(arg);
  }
  return attached;
}
