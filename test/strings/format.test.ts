import { describe, expect, test } from 'vitest';
import { createFormat } from '#strings/format.ts';

const thai = createFormat('th');
const english = createFormat('en');

describe('a figure', () => {
  test.each([
    [75, '75.00'],
    [0, '0.00'],
    [4.5, '4.50'],
    [4.577, '4.577'],
    [1407.52, '1,407.52'],
    [1234567, '1,234,567.00'],
    [0.1, '0.10'],
    [119.58, '119.58'],
  ])('%d is written %s in both languages', (value, text) => {
    expect(thai.figure(value)).toBe(text);
    expect(english.figure(value)).toBe(text);
  });

  test('keeps every decimal that was published: 99.99996 does not become 100', () => {
    expect(thai.figure(99.99996)).toBe('99.99996');
    expect(thai.plain(0.123456)).toBe('0.123456');
  });

  test('below zero has a minus sign, not a hyphen that may stand alone at the end of a line', () => {
    expect(thai.figure(-0.5)).toBe('\u22120.50');
    expect(thai.plain(-1407.5)).toBe('\u22121,407.5');
    expect(thai.percent(-3.25)).toBe('\u22123.25%');
  });

  test('zero has no sign', () => {
    expect(thai.figure(-0)).toBe('0.00');
    expect(thai.percent(-0.001)).toBe('0%');
  });
});

test.each([
  [12, '12.00'],
  [8.325, '8.33'],
  [1.005, '1.01'],
  [1250, '1,250.00'],
])('points have two decimals, halves up: %d is %s', (value, text) => {
  expect(thai.points(value)).toBe(text);
});

test.each([
  [100, '100'],
  [80.5, '80.5'],
  [1300, '1,300'],
])('a target or weight is written as it is: %d is %s', (value, text) => {
  expect(thai.plain(value)).toBe(text);
});

test.each([
  [60, '60%'],
  [91.8345, '91.83%'],
  [0.5, '0.5%'],
])('a percentage has at most two decimals: %d is %s', (value, text) => {
  expect(thai.percent(value)).toBe(text);
});

test('a percentage inside a sum keeps four decimals, so that the sum can be done again', () => {
  expect(thai.factor(91.83456)).toBe('91.8346%');
  expect(thai.factor(60)).toBe('60%');
});

test('a count has no decimals', () => {
  expect(thai.count(20000)).toBe('20,000');
});

describe('a day', () => {
  test('is of the Buddhist era in Thai and of the common era in English', () => {
    expect(thai.day('2026-11-22')).toBe('22 พฤศจิกายน 2569');
    expect(english.day('2026-11-22')).toBe('22 November 2026');
  });

  test('does not slip into the day before where the machine stands west of Greenwich', () => {
    expect(process.env.TZ).toBe('America/Los_Angeles');
    expect(thai.day('2024-01-01')).toBe('1 มกราคม 2567');
    expect(english.day('2024-12-31')).toBe('31 December 2024');
  });

  test('names the months of both languages', () => {
    const name = (format: typeof thai) => (month: number) =>
      format.day(`2024-${String(month).padStart(2, '0')}-09`).split(' ')[1];
    const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    expect(months.map(name(thai)).join(' ')).toBe(
      'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม',
    );
    expect(months.map(name(english))[8]).toBe('September');
  });

  test('a span of months is short and names its year once', () => {
    expect(thai.months('2023-10-01', '2023-12-31')).toBe('ต.ค.–ธ.ค. 2566');
    expect(english.months('2024-07-01', '2024-09-30')).toMatch(/^Jul–Sept? 2024$/);
  });

  test('a span names both days in full', () => {
    expect(thai.span('2023-10-01', '2023-12-31')).toBe('1 ตุลาคม 2566 – 31 ธันวาคม 2566');
    expect(english.span('2023-10-01', '2024-09-30')).toBe('1 October 2023 – 30 September 2024');
  });
});
