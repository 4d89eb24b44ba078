import { classifyPath } from '#data/content-path.ts';
import { dropConsequences } from '#data/drop-consequences.ts';
import { parseEntry } from '#data/parse-entry.ts';
import type { Content } from '#data/read-content.ts';
import { checkTogether } from '#domain/checks/check-dataset.ts';
import { buildDataset } from '#domain/dataset.ts';
import type { Attachment, Entry } from '#domain/entry.ts';
import { compareIssues, type Issue } from '#domain/issue.ts';
import type { NewFile } from '../write/write-files.ts';
import type { Plan } from './plan.ts';

/** What `check` would say of files if they were written: the same rules, the same words, nothing touched. */
export function tryFiles(content: Content, files: readonly NewFile[], copies: Plan['copies'] = []): Issue[] {
  const names = new Set(files.map(({ file }) => file));
  const own: Issue[] = [];
  const entries: Entry[] = content.entries.filter(({ file }) => !names.has(file));
  for (const { file, text } of files) {
    const classified = classifyPath(file);
    if (classified.is === 'refused') {
      own.push({ code: classified.code, file, line: 1, column: 1, params: classified.params });
    } else if (classified.is === 'entry') {
      const { entry, draft, issues } = parseEntry(classified.path, text);
      own.push(...issues);
      const read = entry ?? draft;
      if (read !== undefined) entries.push(read);
    }
  }
  const attachments = [...content.attachments, ...copyAttachments(content.attachments, copies)];
  const together = checkTogether(buildDataset(entries, attachments)).filter(({ file }) => names.has(file));
  const there = [...content.entries, ...attachments, ...files].map(({ file }) => ({ file, isLink: false, bytes: 0 }));
  return [...own, ...dropConsequences(together, own, there)].sort(compareIssues);
}

/** Whether an issue lies in a field or inside it; '' stands for the text. */
export function isAt(issue: Issue, key: string): boolean {
  const at = issue.field?.key ?? '';
  return at === key || (key !== '' && at.startsWith(`${key}.`));
}

function copyAttachments(attachments: readonly Attachment[], copies: Plan['copies']): Attachment[] {
  const there = new Set(attachments.map(({ file }) => file));
  return copies.flatMap(({ from, to }) => {
    const found = attachments.find(({ file }) => file === from);
    return found === undefined || there.has(to) ? [] : [{ ...found, file: to }];
  });
}
