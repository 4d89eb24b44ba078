import { array, assert, constantFrom, dictionary, integer, property, tuple } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Place } from '#domain/entry.ts';
import { findOwnPlace, findPlace, NO_PLACES, packPlaces } from '#domain/places.ts';

const PLACES = packPlaces({ '': [2, 1], a: [2, 4], 'a@': [2, 1], 'a.b': [3, 5], 'a.b@': [3, 3], 'a.c.0': [4, 7] });

describe('a place', () => {
  test.each([
    ['', [2, 1]],
    ['a', [2, 4]],
    ['a.b', [3, 5]],
    ['a.c.0', [4, 7]],
    ['a.c', [2, 4]],
    ['a.b.x.y', [3, 5]],
    ['a.bb', [2, 4]],
    ['b', [2, 1]],
  ])('of %j is its own, or that of what holds it', (key, place) => {
    expect(findPlace(PLACES, key)).toEqual(place);
  });

  it('is the first of the file where none is known', () => {
    expect(findPlace(NO_PLACES, 'a.b')).toEqual([1, 1]);
  });

  test.each([
    ['a@', [2, 1]],
    ['a.b@', [3, 3]],
    ['a.c.0@', undefined],
    ['b', undefined],
    ['.b', undefined],
  ])('of %j itself is %j', (key, place) => {
    expect(findOwnPlace(PLACES, key)).toEqual(place);
  });

  it('is found again under any key', () => {
    const parts = array(constantFrom('a', 'b', '@', '.', ' ', '\n', '"', ':', '1', 'ก', '\uD800', '__proto__'), {
      maxLength: 4,
    });
    const keys = parts.map((all) => all.join(''));
    assert(
      property(
        dictionary(keys, tuple(integer({ min: 1 }), integer({ min: 1 })), { noNullPrototype: false }),
        array(keys),
        (places, others) => {
          // Safe: pairs of numbers are places.
          const known = places as Record<string, Place>;
          const packed = packPlaces(known);
          const asked = [...Object.keys(known), ...others];
          expect(asked.map((key) => findOwnPlace(packed, key))).toEqual(
            asked.map((key) => (Object.hasOwn(known, key) ? known[key] : undefined)),
          );
        },
      ),
    );
  });
});
