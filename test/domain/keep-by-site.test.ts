import { expect, test } from 'vitest';
import { traceSite } from '#data/traced-site.ts';
import { keepBySite } from '#domain/keep-by-site.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { buildSmallSite } from '../support/make-dist.ts';

const traced = () => traceSite(buildSmallSite(), (file) => file);

test('a value is made once for each site and key', () => {
  const made: unknown[] = [];
  const get = keepBySite((site: ScoredSite, key: string) => {
    made.push([site, key]);
    return { of: key, count: site.items.size };
  });
  const [one, other] = [buildSmallSite(), traced()];
  const values = [get(one, 'a'), get(one, 'a'), get(one, 'b'), get(other, 'a')];
  expect(values[0]).toBe(values[1]);
  expect(values.map(({ of }) => of)).toEqual(['a', 'a', 'b', 'a']);
  expect(made).toEqual([
    [one, 'a'],
    [one, 'b'],
    [other, 'a'],
  ]);
});

test('whoever asks has read all that the value was made from, whether it was made for him or before', () => {
  const site = traced();
  const count = keepBySite((all) => [...(all.byYear.get(2567)?.get('finance') ?? [])].length);
  const [first, second] = [site.reads.collect(() => count(site)), site.reads.collect(() => count(site))];
  expect(first.value).toBe(2);
  expect([...first.reads].sort()).toEqual(['items 2567/finance', 'years']);
  expect(second).toEqual(first);
});

test('so has he where one kept value was made of another that was there already', () => {
  const site = traced();
  const inner = keepBySite((all) => all.items.get('2567/works/lamps'));
  const outer = keepBySite((all) => [inner(all), all.years]);
  inner(site);
  expect([...site.reads.collect(() => outer(site)).reads].sort()).toEqual(['item 2567/works/lamps', 'years']);
  expect([...site.reads.collect(() => outer(site)).reads].sort()).toEqual(['item 2567/works/lamps', 'years']);
});

test('a value that is undefined is kept like any other; what could not be made is tried again', () => {
  const site = traced();
  let asked = 0;
  const nothing = keepBySite(() => {
    asked += 1;
    return undefined;
  });
  expect([nothing(site), nothing(site), asked]).toEqual([undefined, undefined, 1]);
  const failing = keepBySite(() => {
    asked += 1;
    throw new Error('no');
  });
  expect(() => failing(site)).toThrow('no');
  expect(() => failing(site)).toThrow('no');
  expect(asked).toBe(3);
});
