import { describe, expect, test } from 'vitest';
import { cutPages, getListPage, getPageAddress, getPageHref, parsePageAddress } from '#views/list-pages.ts';
import { getPager, titlePage } from '#views/pager-view.ts';
import { english, thai } from '../support/build-site.ts';

const list = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const pagerOf = (total: number, number: number, context = thai) =>
  getPager(getListPage(cutPages(list(total)), number), '/list/', context);

describe('a list in pages', () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [99, [99]],
    [100, [100]],
    [101, [100, 1]],
    [200, [100, 100]],
    [201, [100, 100, 1]],
  ])('of %i has pages of %j', (total, sizes) => {
    const pages = cutPages(list(total));
    expect(pages.map(({ items }) => items.length)).toEqual(sizes);
    expect(pages.map(({ number }) => number)).toEqual(list(sizes.length));
    expect(pages.every((page) => page.count === sizes.length && page.total === total)).toBe(true);
    // Nothing is lost, nothing stands twice, and the order stays.
    expect(pages.flatMap(({ items }) => items)).toEqual(list(total));
  });

  test('knows where each page begins', () => {
    expect(cutPages(list(250)).map(({ first }) => first)).toEqual([1, 101, 201]);
  });

  test('has fewer on a page of what shows much, and at least one', () => {
    const weights = [60, 60, 30, 500, 1, 99, 1];
    expect(cutPages(weights, (weight) => weight).map(({ items }) => items)).toEqual([
      [60],
      [60, 30],
      [500],
      [1, 99],
      [1],
    ]);
    expect(cutPages([500], (weight) => weight).map(({ items }) => items)).toEqual([[500]]);
  });

  test('has no page beyond the last', () => {
    expect(() => getListPage(cutPages(list(100)), 2)).toThrow('no page 2 of 1');
    expect(() => getListPage(cutPages(list(100)), 0)).toThrow('no page 0');
  });
});

describe('the address of a page', () => {
  test('is the list’s own for the first, and says the number of any other', () => {
    expect([1, 2, 10].map((number) => getPageHref('/2567/health/', number))).toEqual([
      '/2567/health/',
      '/2567/health/page/2/',
      '/2567/health/page/10/',
    ]);
    expect(getPageAddress('', 1)).toBe('');
    expect(getPageAddress('', 2)).toBe('page/2');
    expect(getPageAddress('35', 2)).toBe('35/page/2');
  });

  test.each([
    ['35', '35', 1],
    ['35/page/2', '35', 2],
    ['city/1.2/page/12', 'city/1.2', 12],
    // A plan called "page" is no number of a page.
    ['page/2', 'page/2', 1],
    ['page/2/page/3', 'page/2', 3],
    ['/page/2', '', 2],
  ])('%s is list "%s", page %i', (address, name, number) => {
    expect(parsePageAddress(address)).toEqual({ list: name, number });
  });
});

describe('the ways through the pages', () => {
  test('are not there for a list of one page', () => {
    expect(pagerOf(100, 1)).toEqual({ numbers: [], whole: [] });
    expect(pagerOf(0, 1)).toEqual({ numbers: [], whole: [] });
  });

  test('say where one is, in both languages', () => {
    expect(pagerOf(812, 2).place).toBe('หน้า 2 จาก 9 · 101–200 จาก 812');
    expect(pagerOf(812, 9, english).place).toBe('Page 9 of 9 · 801–812 of 812');
    expect(pagerOf(101, 2).place).toBe('หน้า 2 จาก 2 · 101 จาก 101');
  });

  test('lead to the page before and after, at the ends only one way', () => {
    expect(pagerOf(300, 2)).toMatchObject({
      previous: { label: 'หน้าก่อน', href: '/list/' },
      next: { label: 'หน้าถัดไป', href: '/list/page/3/' },
    });
    expect(pagerOf(300, 1).previous).toBeUndefined();
    expect(pagerOf(300, 3).next).toBeUndefined();
  });

  test('lead on to what stands beside the list at its ends only', () => {
    const ends = { previous: { label: 'ก', href: '/a/' }, next: { label: 'ค', href: '/c/' } };
    const hrefs = [1, 2, 3].map((number) => {
      const { previous, next } = getPager(getListPage(cutPages(list(300)), number), '/b/', thai, { ends });
      return [previous?.href, next?.href];
    });
    expect(hrefs).toEqual([
      ['/a/', '/b/page/2/'],
      ['/b/', '/b/page/3/'],
      ['/b/page/2/', '/c/'],
    ]);
  });

  test('lead to the first, the last and the nearest of many pages, with a gap where others lie between', () => {
    const tell = (number: number) =>
      pagerOf(2000, number).numbers.map(
        (page) => `${page.isAfterGap ? '…' : ''}${page.number}${page.isCurrent ? '!' : ''}`,
      );
    expect(tell(1)).toEqual(['1!', '2', '…20']);
    expect(tell(3)).toEqual(['1', '2', '3!', '4', '…20']);
    expect(tell(10)).toEqual(['1', '…9', '10!', '11', '…20']);
    expect(tell(20)).toEqual(['1', '…19', '20!']);
    expect(pagerOf(2000, 10).numbers[1]).toMatchObject({ label: 'หน้า 9', href: '/list/page/9/' });
  });

  test('name the page in its title, but not the first', () => {
    expect(titlePage('รายการ', { number: 1, count: 9 }, thai)).toBe('รายการ');
    expect(titlePage('รายการ', { number: 2, count: 9 }, thai)).toBe('รายการ · หน้า 2 จาก 9');
  });
});
