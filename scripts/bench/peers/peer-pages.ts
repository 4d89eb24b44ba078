import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One indicator as a page of plain Markdown: all that its five entries say, and no figures or charts. */
interface PeerPage {
  year: string;
  agency: string;
  slug: string;
  title: string;
  body: string;
}

/** How a peer wants its pages. */
export interface PageShape {
  ending: 'md' | 'mdx';
  /** Lines of front matter besides the title. */
  fields?: string[];
  /** The file that makes a list of a folder's pages; none where the peer needs none. */
  index?: string;
}

/** Writes the text of a content folder as pages: `<year>/<agency>/<indicator>.md`, and a list for each agency and year. */
export function writePeerPages(content: string, folder: string, { ending, fields = [], index }: PageShape): void {
  const lists = new Set<string>();
  for (const { year, agency, slug, title, body } of listPages(content)) {
    const head = (text: string) => ['---', `title: ${JSON.stringify(text)}`, ...fields, '---', ''].join('\n');
    writePeerFile(join(folder, year, agency, `${slug}.${ending}`), `${head(title)}${body}`);
    for (const list of [year, join(year, agency)]) {
      if (index !== undefined && !lists.has(list)) writePeerFile(join(folder, list, index), head(list));
      lists.add(list);
    }
  }
}

export function writePeerFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function* listPages(content: string): Generator<PeerPage> {
  const reports = join(content, 'reports');
  for (const item of readdirSync(reports, { recursive: true, withFileTypes: true })) {
    if (item.name !== 'indicator.mdx') continue;
    const names = readdirSync(item.parentPath).filter((name) => name.endsWith('.mdx'));
    const parts = names.sort().map((name) => readFileSync(join(item.parentPath, name), 'utf8'));
    const title = /^name: (.*)$/m.exec(parts.join('\n'))?.[1] ?? '';
    const body = parts.map((part) => part.replace(/^---\n[\s\S]*?\n---\n/, '')).join('\n');
    const [year = '', agency = '', slug = ''] = item.parentPath.slice(reports.length + 1).split(/[\\/]/);
    yield { year, agency, slug, title, body: flattenComponents(body) };
  }
}

/** What stands in components stays, as text: the peers do not have them. */
function flattenComponents(body: string): string {
  return body
    .replace(/^<Event date="([^"]*)" title="([^"]*)">$/gm, '**$1** $2')
    .replace(/^<\/?(?:Note|Timeline|Event)>$/gm, '');
}
