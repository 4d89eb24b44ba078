import type { SectionKey } from '#domain/entry.ts';
import type { EntryKind } from '#domain/issue.ts';
import en from './en.json' with { type: 'json' };
import th from './th.json' with { type: 'json' };

const sections: Partial<
  Record<EntryKind, Partial<Record<SectionKey, 'definition' | 'method' | 'summary' | 'supporting' | 'obstacles'>>>
> = {
  indicator: { definition: 'definition', method: 'method' },
  year: { body: 'summary', supporting: 'supporting', obstacles: 'obstacles' },
};

/** Headings (Thai and English) that open a section in an entry of a kind. Reports of a quarter have none: their whole text is the narrative. */
export function getSectionTitles(kind: EntryKind): Record<string, SectionKey> {
  const titles: Record<string, SectionKey> = {};
  for (const [key, name] of Object.entries(sections[kind] ?? {})) {
    // Safe: the keys of the table above are section keys.
    for (const strings of [th, en]) titles[strings[`section.${name}`]] = key as SectionKey;
  }
  return titles;
}
