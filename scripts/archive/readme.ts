import type { Site } from '#domain/schemas/site.ts';
import en from '#strings/archive.en.json' with { type: 'json' };
import th from '#strings/archive.th.json' with { type: 'json' };
import type { Language } from '#strings/translate.ts';
import { createWording } from '#strings/wording.ts';
import type { Integrity } from '../verify/read-integrity.ts';

/** What stands beside an archived site: how to open it without its host, and how to check it. Thai, then English. */
export function formatReadme(settings: Site, integrity: Integrity, base: string): string {
  return `${formatPart(settings, integrity, base, 'th')}\n\n${formatPart(settings, integrity, base, 'en')}`;
}

function formatPart(
  { name, nameEn, repository }: Site,
  { commit, isEdited }: Integrity,
  base: string,
  language: Language,
): string {
  const word = createWording({ th, en }, language);
  const site = language === 'en' ? (nameEn ?? name) : name;
  const state = commit === undefined ? 'readme.unknown' : isEdited ? 'readme.edited' : 'readme.commit';
  const paragraphs = [
    word('readme.title', { site }),
    word(state, { commit: commit ?? '' }),
    word('readme.open', { base }),
    word('readme.check'),
    word('readme.verify', { place: `site${base}` }),
    ...(repository === undefined ? [] : [word('readme.source', { repository })]),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}
