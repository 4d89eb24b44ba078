import { describe, expect, test } from 'vitest';
import { getSharingTags, type Shared } from '#layouts/sharing.ts';
import { getFrame } from '#views/page-view.ts';
import { buildSite, english, thai } from '../support/build-site.ts';

const canonical = 'https://kpi.example.org/kpi/2567/works/roads/';
const picture = { href: '/kpi/2567/works/roads.png', alt: 'ผลงานรายไตรมาส' };

/** Each tag as its name and what it says. */
function read(changes: Partial<Shared> = {}, context = thai, settings = {}) {
  const frame = getFrame(buildSite({ settings }), '2567/works/roads/', context, '/');
  const tags = getSharingTags({ frame, title: 'ถนน', description: 'ถึงเป้าหมาย', canonical, ...changes });
  return tags.map((tag) => ['property' in tag ? tag.property : tag.name, tag.content] as const);
}

describe('a shared link', () => {
  test('has title, words, address and languages', () => {
    expect(read()).toEqual([
      ['og:type', 'website'],
      ['og:site_name', 'ชี้วัดธารทอง'],
      ['og:title', 'ถนน'],
      ['og:description', 'ถึงเป้าหมาย'],
      ['og:url', canonical],
      ['og:locale', 'th_TH'],
      ['og:locale:alternate', 'en_GB'],
      ['twitter:card', 'summary'],
    ]);
  });

  test('has a picture with its size and words where the page has one', () => {
    expect(read({ picture }).slice(-6)).toEqual([
      ['og:image', 'https://kpi.example.org/kpi/2567/works/roads.png'],
      ['og:image:type', 'image/png'],
      ['og:image:width', '1200'],
      ['og:image:height', '630'],
      ['og:image:alt', 'ผลงานรายไตรมาส'],
      ['twitter:card', 'summary_large_image'],
    ]);
  });

  test('has neither address nor picture where the public address is not known: relative ones cannot be fetched', () => {
    const names = read({ canonical: undefined, picture }).map(([name]) => name);
    expect(names).toContain('og:title');
    expect(names.filter((name) => /^og:(url|image)/.test(name))).toEqual([]);
    expect(read({ canonical: undefined, picture })).toContainEqual(['twitter:card', 'summary']);
  });

  test('says its own language first, and no other where the site has one only', () => {
    const own = read({}, english).filter(([name]) => name.startsWith('og:locale'));
    expect(own).toEqual([
      ['og:locale', 'en_GB'],
      ['og:locale:alternate', 'th_TH'],
    ]);
    expect(read({}, thai, { languages: ['th'] }).map(([name]) => name)).not.toContain('og:locale:alternate');
  });

  test('has no empty words', () => {
    expect(read({ description: undefined }).map(([name]) => name)).not.toContain('og:description');
  });
});
