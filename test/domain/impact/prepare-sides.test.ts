import { describe, expect, test } from 'vitest';
import { readContent } from '#data/read-content.ts';
import { prepareSides } from '#domain/impact/prepare-sides.ts';
import { copySite, writeSite } from '../../support/content-folder.ts';

const ROADS = '2567/public-works/road-repair';

function prepare(files: Record<string, string>) {
  return prepareSides(readContent(copySite()), readContent(writeSite(files)));
}

describe('sides with errors', () => {
  test('an indicator with a file that cannot be read is compared on neither side, so it does not look removed', () => {
    const sides = prepare({ [`reports/${ROADS}/q2.mdx`]: '---\nresult: many\n---\n' });
    expect(sides?.setAside).toEqual([ROADS]);
    expect(sides?.base.indicatorYears.has(ROADS)).toBe(false);
    expect(sides?.head.indicatorYears.has(ROADS)).toBe(false);
    expect(sides?.head.indicatorYears.size).toBe(5);
  });

  test.each(['site.yaml', 'calendar/2567.yaml', 'plan/city-plan.yaml', 'agencies/finance.yaml'])(
    'a %s that cannot be read is taken from the other side',
    (file) => {
      const sides = prepare({ [file]: 'unknown: 1\n' });
      const { site, calendars, plans, agencies, indicatorYears } = sides?.head ?? {};
      expect([site?.file, calendars?.size, plans?.size, agencies?.size]).toEqual(['site.yaml', 2, 1, 2]);
      expect(indicatorYears?.size).toBe(6);
    },
  );

  test('content that is new as a whole is scored by its own settings; without any nothing can be', () => {
    const none = { entries: [], attachments: [], issues: [] };
    expect(prepareSides(none, readContent(copySite()))?.base.site?.file).toBe('site.yaml');
    expect(prepareSides(none, none)).toBeUndefined();
  });
});
