import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The words of a guide page, for the search. */
export interface GuideText {
  /** Its address behind the home page, without slashes. */
  name: string;
  language: string;
  title: string;
  text: string;
}

/** All guide pages of a folder, `<name>.<language>.mdx` each. They are our own: their markup is known. */
export function readGuideTexts(folder: string): GuideText[] {
  const files = readdirSync(folder).filter((file) => /^[a-z-]+\.[a-z]{2}\.mdx$/.test(file));
  return files.sort().map((file) => {
    const [name = '', language = ''] = file.split('.');
    const source = readFileSync(join(folder, file), 'utf8');
    const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
    const title = /^title: (.*)$/m.exec(matter)?.[1];
    if (title === undefined) throw new Error(`${file} has no title`);
    return { name, language, title, text: getWords(body) };
  });
}

function getWords(body: string): string {
  return body
    .replace(/^import .*$/gm, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>|\s-]+|[*_`|]/gm, ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
