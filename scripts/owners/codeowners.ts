import type { Dataset } from '#domain/dataset.ts';
import type { Issue } from '#domain/issue.ts';
import { describeIssue } from '#strings/issue-text.ts';
import type { Language } from '#strings/translate.ts';
import { clean } from '../check/write-report.ts';
import type { NewFile } from '../write/write-files.ts';

type WordOwners = (key: 'generated' | 'howto' | 'order') => string;

/** Where GitHub and GitLab look. */
const FILES = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS'];

/** What no agency decides alone, named so that nobody has to know what the first line covers. */
const SHARED = [
  '/content/site.yaml',
  '/content/agencies/',
  '/content/calendar/',
  '/content/plan/',
  '/src/',
  '/scripts/',
  '/.github/',
  '/.gitlab/',
  '/.gitlab-ci.yml',
];

/**
 * The same rules for both hosts, of which the last that fits a file counts. An agency owns its reports and not its entry
 * in agencies/: that is where owners are named.
 */
export function writeOwners({ site, agencies }: Pick<Dataset, 'site' | 'agencies'>, word: WordOwners): NewFile[] {
  const shared = site?.data.owners ?? [];
  const lines = [...agencies]
    .map(([agency, { data }]) => ({ path: `/content/reports/*/${agency}/`, owners: data.owners ?? [] }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const rules = [{ path: '*', owners: shared }, ...SHARED.map((path) => ({ path, owners: shared })), ...lines]
    .filter(({ owners }) => owners.length > 0)
    .map(({ path, owners }) => `${path} ${owners.join(' ')}`);
  const comments = [word('generated'), ...(rules.length === 0 ? [word('howto')] : [word('order')])];
  const text = [...comments.flatMap((comment) => comment.split('\n')).map((line) => `# ${line}`), ...rules].join('\n');
  return FILES.map((file) => ({ file, text: `${text}\n` }));
}

/**
 * Why the content cannot be written into rules: owners that are none, and entries that name owners but cannot be read,
 * whose line would silently vanish. One text each.
 */
export function listBadHandles(issues: readonly Issue[], language: Language): string[] {
  return issues
    .filter(({ code, file }) => code === 'CW318' || (isOwnersFile(file) && /^CW[123]/.test(code)))
    .map((issue) => {
      const { place, message, fix } = describeIssue(issue, language);
      return `content/${clean(place)}  ${issue.code}  ${clean(message)}\n  → ${clean(fix)}`;
    });
}

function isOwnersFile(file: string): boolean {
  return file === 'site.yaml' || file.startsWith('agencies/');
}
