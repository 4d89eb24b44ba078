import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The words of a guide page, for the search. */
export interface GuideText {
  /** Its address behind the home page, without slashes at its ends: method, staff/file; staff for staff/index. */
  name: string;
  language: string;
  title: string;
  text: string;
}

/** All guide pages of a folder and the folders in it, `<name>.<language>.mdx` each. They are our own: their markup is known. */
export function readGuideTexts(folder: string): GuideText[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^([a-z-]+\/)*[a-z-]+\.[a-z]{2}\.mdx$/.test(file));
  return files.sort().map((file) => {
    const [path = '', language = ''] = file.split('.');
    const name = path.replace(/\/index$/, '');
    const source = readFileSync(join(folder, file), 'utf8');
    const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
    const title = /^title: (.*)$/m.exec(matter)?.[1];
    if (title === undefined) throw new Error(`${file} has no title`);
    return { name, language, title, text: getWords(body) };
  });
}

function getWords(body: string): string {
  return (
    body
      .replace(/^import .*$/gm, '')
      // Commands and files to copy are not what a reader of the site looks for: "npm" would be found by PM 2.5.
      .replace(/^```[\s\S]*?^```$|`npm [^`]*`|\(npm [^)]*\)/gm, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/^[#>|\s-]+|[*_`|]/gm, ' ')
      .replace(/[ \t]+/g, ' ')
      .replace(/\s*\n\s*/g, '\n')
      .trim()
  );
}
