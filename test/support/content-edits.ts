import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from '../../scripts/bench/random.ts';
import { listItems, listNames, pick, pickFile, pickItem, replace, rewrite } from './edit-files.ts';

/** One edit of a content folder; false where there was nothing to edit so. `step` is another one each time. */
export type Edit = (content: string, random: Random, step: number) => boolean;

const REPORT = /\/q\d\.mdx$/;

/** Edits that people make of indicators and what stands beside them, each with its name. */
export const ITEM_EDITS: Record<string, Edit> = {
  result: (content, random, step) =>
    replace(content, pickFile(content, REPORT, random), /^result: .*$/m, `result: ${step}.5`),
  narrative: (content, random, step) => {
    const file = pickFile(content, REPORT, random);
    return file !== undefined && rewrite(content, file, (text) => `${text}\nเพิ่มเติมครั้งที่ ${step}\n`);
  },
  'report removed': (content, random) => {
    const file = pickFile(content, REPORT, random);
    if (file !== undefined) rmSync(join(content, file));
    return file !== undefined;
  },
  'report added': (content, random, step) => {
    const folder = pickItem(content, random);
    const missing = [1, 2, 3, 4].find((quarter) => !existsSync(join(content, folder ?? '', `q${quarter}.mdx`)));
    if (folder === undefined || missing === undefined) return false;
    writeFileSync(join(content, folder, `q${missing}.mdx`), `---\nresult: ${step}\n---\n\nรายงานครั้งที่ ${step}\n`);
    return true;
  },
  correction: (content, random, step) => {
    const file = pickFile(content, REPORT, random);
    if (file === undefined) return false;
    return rewrite(content, file, (text) => {
      const from = /^result: (.*)$/m.exec(text)?.[1];
      if (from === undefined) return text;
      const about = `from: ${from}, to: ${step}.25, reason: พิมพ์ผิด, approvedBy: ผู้อำนวยการกอง`;
      const corrected = text.replace(/^result: .*$/m, `result: ${step}.25`);
      return addField(corrected, 'corrections', `{ date: "2024-10-30", field: result, ${about} }`);
    });
  },
  evidence: (content, random, step) => {
    const file = pickFile(content, REPORT, random);
    const line = `{ title: หลักฐานที่ ${step}, url: "https://example.org/${step}" }`;
    return file !== undefined && rewrite(content, file, (text) => addField(text, 'evidence', line));
  },
  weight: (content, random, step) => replacePromise(content, random, /^weight: .*$/m, `weight: ${1 + (step % 30)}`),
  target: (content, random, step) => replacePromise(content, random, /^target: .*$/m, `target: ${step + 1}`),
  unit: (content, random, step) => replacePromise(content, random, /^unit: .*$/m, `unit: หน่วยที่ ${step}`),
  name: (content, random, step) =>
    replacePromise(content, random, /^name: .*$/m, `name: ${'กขคง'[step % 4]}ชื่อใหม่ครั้งที่ ${step}`),
  'indicator removed': (content, random) => {
    const folder = listItems(content).length < 6 ? undefined : pickItem(content, random);
    if (folder !== undefined) rmSync(join(content, folder), { recursive: true });
    return folder !== undefined;
  },
  'indicator added': (content, random, step) => {
    const folder = pickItem(content, random);
    if (folder === undefined) return false;
    const added = `${dirname(folder)}/added-${step}`;
    cpSync(join(content, folder), join(content, added), { recursive: true });
    replace(content, `${added}/indicator.mdx`, /^code: .*$/m, `code: "${9000 + step}"`);
    return true;
  },
  'indicator renamed': (content, random, step) =>
    move(content, random, (year, agency) => [year, agency, `moved-${step}`]),
  'to another agency': (content, random) => {
    const other = pick(listNames(content, 'agencies'), random)?.replace('.yaml', '') ?? '';
    return move(content, random, (year, _, slug) => [year, other, slug]);
  },
  'to another year': (content, random) => {
    const other = pick(listNames(content, 'calendar'), random)?.replace('.yaml', '') ?? '';
    return move(content, random, (_, agency, slug) => [other, agency, slug]);
  },
  'series continued': (content, random) => {
    const [one, other] = [pickItem(content, random), pickItem(content, random)];
    if (one === undefined || other === undefined || one === other) return false;
    const [, , agency, slug] = other.split('/');
    return rewrite(content, `${one}/indicator.mdx`, (text) =>
      /^continues: /m.test(text)
        ? text.replace(/^continues: .*\n/m, '')
        : text.replace(/^kind: /m, `continues: ${agency}/${slug}\nkind: `),
    );
  },
  attachment: (content, random, step) => {
    const folder = pickItem(content, random);
    if (folder === undefined) return false;
    const file = join(content, folder, 'picture.pdf');
    if (existsSync(file) && step % 3 === 0) rmSync(file);
    else writeFileSync(file, `%PDF-1.4\n${'x'.repeat(step)}\n`);
    return true;
  },
  'attachment of the same size': (content, random, step) => {
    const file = pickFile(content, /\.pdf$/, random);
    return file !== undefined && rewrite(content, file, (text) => text.replace(/[xy]/, step % 2 === 0 ? 'y' : 'x'));
  },
  'attachment renamed': (content, random, step) => {
    const file = pickFile(content, /\.pdf$/, random);
    if (file !== undefined) renameSync(join(content, file), join(content, dirname(file), `renamed-${step}.pdf`));
    return file !== undefined;
  },
};

function replacePromise(content: string, random: Random, pattern: RegExp, text: string): boolean {
  const folder = pickItem(content, random);
  return replace(content, folder && `${folder}/indicator.mdx`, pattern, text);
}

/** Puts an entry into a list of the front matter, which is begun or goes on. */
function addField(text: string, field: string, entry: string): string {
  const end = text.indexOf('\n---', 3);
  if (end < 0) return text;
  const [head, body] = [text.slice(0, end), text.slice(end)];
  const begun = head.indexOf(`\n${field}:\n`);
  if (begun < 0) return head.includes(`\n${field}:`) ? text : `${head}\n${field}:\n  - ${entry}${body}`;
  const at = begun + field.length + 3;
  return `${head.slice(0, at)}  - ${entry}\n${head.slice(at)}${body}`;
}

/** Moves an indicator's folder; false where it is there already, or another one is. */
function move(
  content: string,
  random: Random,
  place: (year: string, agency: string, slug: string) => [year: string, agency: string, slug: string],
): boolean {
  const from = pickItem(content, random);
  if (from === undefined) return false;
  const [, year = '', agency = '', slug = ''] = from.split('/');
  const to = join(content, 'reports', ...place(year, agency, slug));
  if (existsSync(to)) return false;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(join(content, from), to);
  return true;
}
