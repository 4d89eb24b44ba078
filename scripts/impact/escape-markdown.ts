/** Most letters of a name or a text that is quoted; as many as people see, marks go with their letter. */
const MOST_LETTERS = 80;

/** Most code units of it, whatever marks are piled on a letter. */
const MOST_UNITS = 320;

/** Letters shown before the place where two long texts differ. */
const LETTERS_BEFORE = 20;

/** Controls, and signs that turn the direction of what follows: shown as what they are, something foreign. */
const FOREIGN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** Nothing that anybody sees. */
const INVISIBLE = /[\u00AD\u180E\u200B\u2060-\u2065\uFEFF]/g;

/** Breaks a run of letters for programs and not for eyes. */
const GAP = '\u200B';

/**
 * Where GitHub and GitLab make links of plain text, however it was escaped: mentions and addresses, issues, merge
 * requests, labels, milestones, emoji, web addresses, names of commits; and other marks that GitLab reads there.
 */
const TRIGGERS: [RegExp, string][] = [
  [/@/g, `@${GAP}`],
  [/([#!$%&~^])(?=["{\p{L}\p{N}_])/gu, `$1${GAP}`],
  // GitLab: [vulnerability:1], *iteration:1, and what was added {+ +} or taken away [- -].
  [/([[*{])(?=[-+\w])/g, `$1${GAP}`],
  [/:(?=\/|[\w+-]+:)/g, `:${GAP}`],
  [/(www)(?=\.)/gi, `$1${GAP}`],
  [/([0-9a-f]{6})(?=[0-9a-f])/gi, `$1${GAP}`],
  [/([A-Z][A-Z0-9]*)-(?=\d)/gi, `$1${GAP}-`],
];

/** Signs that mean something to Markdown, or to a table, within a line. */
const SIGNS = /[\\`*_[\]<>&|~^$"']/g;

const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });

/**
 * Text of an author as Markdown that shows it and does nothing else: one line, shortened, no markup, HTML, link,
 * mention or reference. It must not stand at the beginning of a line.
 */
export function quote(text: string, most = MOST_LETTERS): string {
  return escapeText(shorten(cleanText(text), most));
}

/** Two texts, quoted from shortly before they differ where their beginnings would look the same. */
export function quoteBoth(before: string, after: string, most = MOST_LETTERS): [string, string] {
  const shown: [string, string] = [quote(before, most), quote(after, most)];
  if (shown[0] !== shown[1]) return shown;
  const [old, now] = [splitLetters(cleanText(before)), splitLetters(cleanText(after))];
  const at = old.findIndex((letter, index) => letter !== now[index]);
  const from = Math.max(0, (at < 0 ? old.length : at) - LETTERS_BEFORE);
  const cut = (letters: string[]) => (from === 0 ? '' : '…') + quote(letters.slice(from).join(''), most);
  return [cut(old), cut(now)];
}

/** A path of content (year/agency/indicator) as code; its letters were checked when it was read. */
export function quotePath(path: string): string {
  return /^[a-z0-9/-]+$/.test(path) ? `\`${path}\`` : quote(path);
}

function cleanText(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').replace(FOREIGN, '\uFFFD').replace(INVISIBLE, '').trim();
}

function splitLetters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function shorten(text: string, most: number): string {
  let kept = '';
  let letters = 0;
  for (const { segment } of segmenter.segment(text.slice(0, MOST_UNITS * 4))) {
    if (letters === most || kept.length + segment.length > MOST_UNITS) return `${kept}…`;
    kept += segment;
    letters += 1;
  }
  return kept;
}

function escapeText(text: string): string {
  const guarded = TRIGGERS.reduce((part, [pattern, by]) => part.replace(pattern, by), text);
  return guarded.replace(SIGNS, (sign) => `&#${sign.charCodeAt(0)};`);
}
