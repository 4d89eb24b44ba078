import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * What a search ought to find, worked out without any code of the search: its own reading of the rules and of the
 * content, so that a slip in either shows as a difference.
 */

/** A page by its address behind the home page, with its text in the one spelling. */
export interface TruePage {
  href: string;
  text: string;
}

/** Addresses of the pages on which every part of a query stands. */
export function findTruth(pages: readonly TruePage[], typed: string): Set<string> {
  const parts = cutQuery(typed);
  const right = pages.filter(({ text }) => parts.every((part) => text.includes(part)));
  return new Set(parts.length === 0 ? [] : right.map(({ href }) => href));
}

/** Parts between spaces, or within quotation marks, without the punctuation around them. */
export function cutQuery(typed: string): string[] {
  const parts = spellAlike(typed)
    .split('"')
    // Every second piece stood between two marks.
    .flatMap((piece, index) => (index % 2 === 1 ? [piece] : piece.split(' ')));
  return parts.map(trimPart).filter((part) => part !== '');
}

const PUNCTUATION = ' .,;:!?*()[]{}<>\'"';

function trimPart(part: string): string {
  let [from, to] = [0, part.length];
  while (from < to && PUNCTUATION.includes(part.charAt(from))) from += 1;
  while (to > from && PUNCTUATION.includes(part.charAt(to - 1))) to -= 1;
  return part.slice(from, to);
}

const UNSEEN = /[\u200B-\u200F\u2060\uFEFF\u00AD]/;
const NIKHAHIT = '\u0E4D';
const SARA_AA = '\u0E32';
const isMark = (letter: string) => /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/.test(letter);
const isTone = (letter: string) => /[\u0E48-\u0E4E]/.test(letter);

/** One spelling of a text, letter by letter: a consonant, its vowel, its tone; each mark once. */
export function spellAlike(typed: string): string {
  const letters = [...typed.normalize('NFKC').toLowerCase()].filter((letter) => !UNSEEN.test(letter));
  let spelt = '';
  for (let at = 0; at < letters.length; at++) {
    const marks = new Set<string>();
    while (isMark(letters[at] ?? '')) marks.add(letters[at++] ?? '');
    const letter = letters[at] ?? '';
    const isAm = letter === SARA_AA && marks.delete(NIKHAHIT);
    const sorted = [...marks].sort();
    spelt += [...sorted.filter((mark) => !isTone(mark)), ...sorted.filter(isTone)].join('');
    spelt += isAm ? '\u0E33' : writeOne(letter);
  }
  return spelt
    .replaceAll('\u0E40\u0E40', '\u0E41')
    .replace(/(?<=[\u0E00-\u0E4F])\.+/g, '')
    .replace(/(?<=\d),(?=\d\d\d(?!\d))/g, '')
    .replace(/\s+/g, ' ');
}

function writeOne(letter: string): string {
  const digit = '๐๑๒๓๔๕๖๗๘๙'.indexOf(letter);
  if (letter !== '' && digit >= 0) return String(digit);
  if ('‐‑‒–—―−'.includes(letter)) return letter === '' ? '' : '-';
  if ('“”„«»'.includes(letter)) return letter === '' ? '' : '"';
  if ('‘’‚`'.includes(letter)) return letter === '' ? '' : "'";
  return letter;
}

/** Every page of a content folder that the bench has written: its indicator-years, its agencies, the guide in Thai. */
export function readTruth(content: string, guide = 'src/pages/_guide'): TruePage[] {
  const agencies = readAll(join(content, 'agencies'), /\.yaml$/).map(({ name, text }) => {
    const { code, names, abbreviations = [], aliases = [] } = parse(text);
    const slug = name.replace('.yaml', '');
    const titles = names.map((one: { name: string }) => one.name);
    return { slug, code, names: [...titles, ...abbreviations, ...aliases] };
  });
  const [plan] = readAll(join(content, 'plan'), /\.yaml$/).map(({ text }) => parse(text));
  const newest = new Map<string, string>();
  const pages = readAll(join(content, 'reports'), /indicator\.mdx$/).map(({ name }) => {
    const [year = '', slug = '', indicator = ''] = name.split(/[\\/]/);
    if (year > (newest.get(slug) ?? '')) newest.set(slug, year);
    const names = agencies.find((agency) => agency.slug === slug)?.names ?? [];
    const texts = readPage(join(content, 'reports', year, slug, indicator), plan);
    return {
      href: `${year}/${slug}/${indicator}/`,
      text: joinLines([`ปีงบประมาณ ${year}`, indicator, ...names, ...texts]),
    };
  });
  const own = agencies.map(({ slug, code, names }) => {
    const year = newest.get(slug);
    const href = year === undefined ? `agencies/#${slug}` : `${year}/${slug}/`;
    return { href, text: joinLines([code, slug, ...names]) };
  });
  return [...pages, ...own, ...readGuide(guide)];
}

function readGuide(folder: string): TruePage[] {
  return readAll(folder, /\.th\.mdx$/).map(({ name, text }) => {
    const [, title = '', body = ''] = /\ntitle: (.*)\n[\s\S]*?\n---\n([\s\S]*)$/.exec(text) ?? [];
    // Imports and components are not words; nor is what makes a list, a table or a link.
    const words = body.split('\n').filter((line) => !line.startsWith('import '));
    const plain = words.map((line) => line.replace(/<[^>]*>|\]\([^)]*\)|[[*`|_]|^\s*[-#>]+ /g, ''));
    return { href: `${name.replace('.th.mdx', '')}/`, text: joinLines([title, ...plain]) };
  });
}

interface PlanNode {
  code: string;
  name: string;
  subAreas?: PlanNode[];
}

/** Names, criteria, figures' words and narratives of one indicator-year. */
function readPage(folder: string, plan: { name: string; areas: PlanNode[] } | undefined): string[] {
  return readAll(folder, /\.mdx$/).flatMap(({ name, text }) => {
    const [, front = '', body = ''] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(text) ?? [];
    const data = parse(front) ?? {};
    const quarter = /^q(\d)/.exec(name)?.[1];
    return [
      data.name,
      data.code,
      data.unit,
      ...(data.scale?.levels ?? []).map(({ criterion }: { criterion: string }) => criterion),
      ...(data.evidence ?? []).map(({ title }: { title: string }) => title),
      ...(quarter === undefined ? [] : [`ไตรมาสที่ ${quarter}`]),
      ...(data.plan === undefined || plan === undefined ? [] : listWay(plan, data.plan.goal)),
      // Headings name a section and do not belong to its text.
      ...body.split(/\n\n|^## .*$/m),
    ].filter((line) => line !== undefined && line !== '');
  });
}

function listWay(plan: { name: string; areas: PlanNode[] }, goal: string): string[] {
  const nodes = plan.areas.flatMap((area) => [area, ...(area.subAreas ?? [])]);
  const way = nodes.filter(({ code }) => goal === code || goal.startsWith(`${code}.`));
  return [plan.name, ...way.map(({ code, name }) => `${code} ${name}`)];
}

/** Each text on a line of its own, so that nothing is found across two. */
function joinLines(texts: readonly string[]): string {
  return texts.map(spellAlike).join('\n');
}

function readAll(folder: string, pattern: RegExp): { name: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
