import { normalise } from './normalise.ts';

/** What was typed, as parts that must all be found. */
export interface Query {
  /** In the one spelling, none twice, none empty. */
  parts: string[];
}

/** Punctuation that people put around a word and do not look for; an ellipsis is three dots by now. */
const AROUND = /^[\s"'()[\]{}<>.,;:!?*]+|[\s"'()[\]{}<>.,;:!?*]+$/g;

/** Parts stand between spaces; what stands in quotation marks is one part, spaces and all. */
export function parseQuery(typed: string): Query {
  const text = normalise(typed);
  const parts = [...text.matchAll(/"([^"]+)"|[^\s"]+/g)].map(([whole, quoted]) =>
    (quoted ?? whole).replace(AROUND, ''),
  );
  return { parts: [...new Set(parts.filter((part) => part !== ''))].slice(0, MOST_PARTS) };
}

/** More than anybody types; a pasted page must not stall the search. */
const MOST_PARTS = 16;

/** The shortest part that can be looked up; a shorter one only narrows what others found. */
export const SHORTEST_PART = 2;
