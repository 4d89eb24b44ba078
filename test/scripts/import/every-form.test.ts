import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { IndicatorYear } from '#domain/dataset.ts';
import { catalogue } from '#domain/issue-catalogue.ts';
import { findText } from '#domain/section-text.ts';
import { countCharacters } from '../../../scripts/import/describe-notes.ts';
import type { Place } from '../../../scripts/import/source-text.ts';
import { getFixture } from '../../support/content-folder.ts';
import { FORMS, importFile, openSource, readBack, squeeze } from './import-fixture.ts';

/** What a reader of the site gets to see of one field or section, read through the one reader of content. */
function readField(item: IndicatorYear | undefined, { file, field }: Extract<Place, { kind: 'placed' }>): string {
  const { data, sections } = item?.indicator ?? {};
  const summary = item?.summary;
  const texts: Record<string, (string | undefined)[]> = {
    name: [data?.name],
    'declared.plan': [data?.declared?.plan],
    'declared.target': [data?.declared?.target],
    'declared.result': [data?.declared?.result],
    'declared.unit': [data?.declared?.unit],
    'scale.levels.criterion':
      data?.scale.kind === 'milestones' ? data.scale.levels.map(({ criterion }) => criterion) : [],
    definition: [findText(sections?.definition)],
    method: [findText(sections?.method)],
    summary: [findText(summary?.sections.body)],
    supporting: [findText(summary?.sections.supporting)],
    obstacles: [findText(summary?.sections.obstacles)],
    evidence: summary?.data.evidence?.map(({ title }) => title) ?? [],
    declared: [summary?.data.declared],
    ...Object.fromEntries(([1, 2, 3, 4] as const).map((q) => [`q${q}`, [findText(item?.reports[q]?.sections.body)]])),
  };
  const found = texts[field];
  if (found === undefined) throw new Error(`no text is looked for in ${file} ${field}`);
  return squeeze(found.join('\n'));
}

/** The lines a person sees in the file, read without the importer where the file is plain text. */
function readLines(name: string): string[] {
  const raw = readFileSync(getFixture('forms', name), 'utf8');
  const isPlain = name.endsWith('.txt') && !/&#?\w+;|<br/.test(raw);
  if (isPlain) return raw.split(/\r?\n/).map((line) => squeeze(line.replace(/[\u200B\uFEFF]/gu, '')));
  const { forms } = openSource(getFixture('forms', name));
  return forms.flatMap(({ lines }) => lines.map(({ text }) => squeeze(text)));
}

function sortCharacters(text: string): string {
  return Array.from(text).sort().join('');
}

describe.each(FORMS)('%s', (name) => {
  const forms = importFile(getFixture('forms', name));
  let read: ReturnType<typeof readBack>[] = [];
  beforeAll(() => {
    read = forms.map(readBack);
  });

  it('loses no character: every one is in a file, a value, the form itself, the note, or withheld, and in one only', () => {
    const lines = readLines(name);
    const taken = new Map<number, string>();
    for (const { parsed } of forms) {
      for (const { number, text } of parsed.text.listMarks())
        taken.set(number, (taken.get(number) ?? '') + squeeze(text));
      const { all, ...parts } = countCharacters(parsed.text);
      expect(Object.values(parts).reduce((sum, part) => sum + part)).toBe(all);
    }
    expect(lines.map((_, index) => sortCharacters(taken.get(index + 1) ?? ''))).toEqual(lines.map(sortCharacters));
  });

  it('has what was placed word for word where it was said to be', () => {
    for (const [index, { parsed }] of forms.entries()) {
      const placed = parsed.text.listMarks().flatMap(({ text, place }) => {
        return place.kind === 'placed' ? [{ text, place }] : [];
      });
      for (const { place, text } of placed) {
        expect(readField(read[index]?.item, place), `${place.file} ${place.field}`).toContain(squeeze(text));
      }
    }
  });

  it('publishes what is unplaced in the note, and withheld lines nowhere', () => {
    for (const [index, { parsed, built }] of forms.entries()) {
      const note = squeeze(findText(read[index]?.item?.indicator.sections.body) ?? '');
      for (const { text } of parsed.unplaced) expect(note).toContain(squeeze(text));
      const written = squeeze(built.files.map(({ text }) => text).join('\n'));
      for (const { text } of parsed.withheld) expect(written).not.toContain(squeeze(text));
    }
  });

  it('has no error once what the form lacks is filled in', () => {
    for (const { issues } of read) {
      expect(issues.filter((issue) => catalogue[issue.slice(0, 5) as keyof typeof catalogue] === 'error')).toEqual([]);
    }
  });
});

test('there are forms for every point of the description', () => {
  expect(FORMS.length).toBeGreaterThan(20);
  expect(FORMS).toContain('seed.txt');
});
