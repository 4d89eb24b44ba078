import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The same text as a Hugo site: one page an indicator with its five entries, list pages for years and agencies. */
export function writeHugoSite(content: string, folder: string): void {
  const write = (file: string, text: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write(
    'config.toml',
    'baseURL = "https://example.org/"\ntitle = "Test City"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
  );
  const frame = (main: string) =>
    `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>${main}</body></html>`;
  write('layouts/_default/single.html', frame('<h1>{{ .Title }}</h1>{{ .Content }}'));
  write(
    'layouts/_default/list.html',
    frame(
      '<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
    ),
  );
  const reports = join(content, 'reports');
  for (const item of readdirSync(reports, { recursive: true, withFileTypes: true })) {
    if (item.name !== 'indicator.mdx') continue;
    const parts = readdirSync(item.parentPath)
      .sort()
      .map((name) => readFileSync(join(item.parentPath, name), 'utf8'));
    const title = /^name: (.*)$/m.exec(parts.join('\n'))?.[1] ?? '';
    const body = parts.map((part) => part.replace(/^---\n[\s\S]*?\n---\n/, '')).join('\n');
    const [year, agency, slug] = item.parentPath.slice(reports.length + 1).split(/[\\/]/);
    write(`content/${year}/${agency}/${slug}.md`, `---\ntitle: "${title}"\n---\n${body}`);
    write(`content/${year}/${agency}/_index.md`, `---\ntitle: "${agency}"\n---\n`);
  }
}
