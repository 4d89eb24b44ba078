/** Sizes of letters in pixels; never under 11, which Thai marks need to be told apart on a phone. */
export const LETTERS = {
  wide: { label: 14, small: 12.5, value: 16 },
  narrow: { label: 11, small: 11, value: 13 },
} as const;
