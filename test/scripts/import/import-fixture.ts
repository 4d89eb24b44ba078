import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContent } from '#data/read-content.ts';
import type { IndicatorYear } from '#domain/dataset.ts';
import { UsageError } from '../../../scripts/call.ts';
import { type BuiltForm, buildFiles, type ImportSettings } from '../../../scripts/import/build-files.ts';
import { parseOptions } from '../../../scripts/import/options.ts';
import { type ParsedForm, parseForm } from '../../../scripts/import/parse-form.ts';
import { readSource, type Source } from '../../../scripts/import/read-source.ts';
import { runImport as importAll } from '../../../scripts/import/run-import.ts';
import { writeFiles } from '../../../scripts/write/write-files.ts';
import { getCleanEnv } from '../../setup/env.ts';
import { getFixture, makeFolder } from '../../support/content-folder.ts';
import { ROOT } from '../../support/run-check.ts';

/** Every form there is: add a file, get a test. */
export const FORMS: string[] = readdirSync(getFixture('forms')).sort();

export const SETTINGS: ImportSettings = {
  year: 2567,
  agency: 'finance',
  isYearStated: false,
  readings: { direction: 'higher', accumulation: 'latest', between: 'step', unit: 'ร้อยละ', target: '100' },
};

export interface Imported {
  parsed: ParsedForm;
  built: BuiltForm;
}

/** The forms of a source; throws where it is refused. */
export function openSource(file: string): Source {
  const source = readSource(file);
  if ('reason' in source) throw new Error(`${file} is refused: ${source.reason}`);
  return source;
}

/** Every form of a file as it is imported into the small site. */
export function importFile(file: string, settings = SETTINGS): Imported[] {
  const source = openSource(file);
  const { dataset } = readContent(getFixture('sites/minimal'));
  return source.forms.map((text, index) => {
    const parsed = parseForm(text);
    return { parsed, built: buildFiles(parsed, `form-${index + 1}`, source.name, settings, dataset) };
  });
}

/** The only form of a text. */
export function importText(text: string | Uint8Array, name = 'form.txt'): Imported {
  const file = join(makeFolder(), name);
  writeFileSync(file, text);
  const [form] = importFile(file);
  if (form === undefined) throw new Error('there is no form in it');
  return form;
}

/** The form with some lines of the plainest fixture replaced. */
export function changeForm(changes: Record<string, string>): string {
  let text = readFileSync(getFixture('forms', 'ticked.txt'), 'utf8');
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`the form does not hold "${from}"`);
    text = text.replace(from, () => to);
  }
  return text;
}

/** Written, with what the form lacks filled in as a person would, and read back. */
export function readBack({ built }: Imported): { item: IndicatorYear | undefined; issues: string[] } {
  // Used outside of tests too: the folder is taken away by hand.
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-'));
  cpSync(getFixture('sites/minimal'), folder, { recursive: true });
  writeFiles(
    folder,
    built.files.map(({ file, text }) => ({ file, text: file.endsWith('/indicator.mdx') ? fillIn(text) : text })),
  );
  const { dataset, issues } = readContent(folder);
  rmSync(folder, { recursive: true });
  const found = issues.filter(({ file }) => file.startsWith(built.folder));
  const path = built.folder.replace('reports/', '');
  return { item: dataset.indicatorYears.get(path), issues: found.map(({ code, file }) => `${code} ${file}`) };
}

function fillIn(text: string): string {
  const name = /^name:/m.test(text) ? '' : 'name: ชื่อที่เติมเอง\n';
  const scale = /^scale:/m.test(text) ? '' : 'scale: { kind: proportional }\n';
  return text.replace('---\n', `---\n${name}${scale}`);
}

/** The command without a process of its own. */
export function callImport(args: string[], content: string): { status: number; stdout: string; stderr: string } {
  try {
    const options = parseOptions([...args, '--content', content]);
    if ('help' in options) throw new Error('help was asked for');
    const { report, status } = importAll(options, { cache: undefined, onProgress: () => undefined });
    return { status, stdout: report, stderr: '' };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, stdout: '', stderr: error.message };
  }
}

/** The real command line. */
export function runImport(args: string[], content: string, input?: string | Uint8Array) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts/import.ts'), ...args, '--content', content],
    { env: getCleanEnv(), encoding: 'utf8', cwd: ROOT, ...(input === undefined ? {} : { input }) },
  );
  return { status, stdout, stderr };
}

/** The real content, without what was made by hand from the source form. */
export function copyContentWithoutForm(): string {
  const folder = makeFolder();
  cpSync(join(ROOT, 'content'), folder, {
    recursive: true,
    filter: (path) => !path.replaceAll('\\', '/').endsWith('2564/budget/pbis'),
  });
  return folder;
}

export function squeeze(text: string): string {
  return text.replace(/\s/gu, '');
}
