import { join } from 'node:path';
import { writePeerFile, writePeerPages } from './peers/peer-pages.ts';

/** The same text as a Hugo site: one page an indicator with its five entries, list pages for years and agencies. */
export function writeHugoSite(content: string, folder: string): void {
  writePeerFile(
    join(folder, 'config.toml'),
    'baseURL = "https://example.org/"\ntitle = "Test City"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
  );
  const frame = (main: string) =>
    `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>${main}</body></html>`;
  writePeerFile(join(folder, 'layouts/_default/single.html'), frame('<h1>{{ .Title }}</h1>{{ .Content }}'));
  writePeerFile(
    join(folder, 'layouts/_default/list.html'),
    frame(
      '<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
    ),
  );
  writePeerPages(content, join(folder, 'content'), { ending: 'md', index: '_index.md' });
}
