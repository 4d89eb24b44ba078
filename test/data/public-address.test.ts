import { describe, expect, test } from 'vitest';
import { getPublicAddress } from '#data/public-address.ts';

const STATED = 'https://kpi.example.org';

describe('the public address', () => {
  test('is the one that is set, whatever the content states', () => {
    expect(getPublicAddress('https://preview.example.net', STATED)).toBe('https://preview.example.net');
    expect(getPublicAddress('https://preview.example.net', undefined)).toBe('https://preview.example.net');
  });

  test.each([undefined, ''])('is the stated one, or not known, when the setting is %j', (setting) => {
    expect(getPublicAddress(setting, STATED)).toBe(STATED);
    expect(getPublicAddress(setting, undefined)).toBeUndefined();
  });

  test.each([
    ['without https', 'http://kpi.example.org'],
    ['without a scheme', 'kpi.example.org'],
    ['as a folder', '/kpi/'],
    ['as a script', 'javascript:alert(1)'],
  ])('is refused when it is set %s', (_, setting) => {
    expect(() => getPublicAddress(setting, STATED)).toThrow(
      `CHIWAT_ADDRESS is "${setting}": write the site's address with https, such as https://kpi.example.org`,
    );
  });
});
