import { getPair, getTrigram, isExact, listTrigramsOf } from './trigrams.ts';

/** How one part is looked up. */
export interface PartPlan {
  part: string;
  /** What the engine is asked for: all of these must be on the page. */
  terms: string[];
  /** Where in the part each term begins: on the page they stand at the same distances. */
  offsets: number[];
  /** Further words whose places must be loaded first: those that a pair begins. */
  preload: string[];
  /** The term that it costs most to ask for alone. */
  dearest: string;
  /** Whether a page on which each term stands at its distance certainly holds the part. */
  isProof: boolean;
}

/** How dear a trigram is: how many times the least that can be loaded; 1 for all but the frequent ones. */
export type GetCost = (trigram: string) => number;

/** Trigrams of which the pages only are known: they tell less, and are loaded for less. */
export interface Apart {
  has: (trigram: string) => boolean;
  /** What each loads, in the least that the engine loads. */
  cost: number;
}

/** With less room than this too much is found. */
const LEAST_ROOM = 2;

/** So much less is a trigram worth of which the pages only are known. */
const WORTH_LESS = 1.2;

/**
 * The cheapest trigrams that cover a part from end to end. Where they cost more than `budget`, the dearest are left
 * out, and what is found has to be held against the text. `part` has two characters at least.
 */
export function planPart(part: string, getCost: GetCost, budget: number, apart?: Apart): PartPlan {
  if (part.length === 2) {
    const pair = getPair(part);
    return { part, terms: [pair], offsets: [0], preload: listTrigramsOf(pair), dearest: pair, isProof: isExact(part) };
  }
  const isApart = (trigram: string) => apart?.has(trigram) ?? false;
  const cover = findCover(part, (trigram) => (isApart(trigram) ? WORTH_LESS : getCost(trigram)));
  const getLoad = ({ offset, cost }: Step) => (isApart(getTrigram(part, offset)) ? (apart?.cost ?? 0) : cost);
  let load = cover.reduce((sum, step) => sum + getLoad(step), 0);
  // A plan that proves nothing has to narrow down only: what it saves pays for reading what is left.
  const room = load <= budget ? budget : Math.min(budget, Math.max(LEAST_ROOM, budget / 2));
  const kept = new Set(cover);
  for (const dearest of [...cover].sort((a, b) => b.cost - a.cost)) {
    if (load <= room || kept.size === 1) break;
    kept.delete(dearest);
    load -= getLoad(dearest);
  }
  const steps = cover.filter((step) => kept.has(step));
  const dearest = steps.reduce((dear, step) => (step.cost > dear.cost ? step : dear));
  return {
    part,
    terms: steps.map(({ offset }) => getTrigram(part, offset)),
    offsets: steps.map(({ offset }) => offset),
    preload: [],
    dearest: getTrigram(part, dearest.offset),
    isProof: kept.size === cover.length && isExact(part),
  };
}

interface Step {
  offset: number;
  cost: number;
}

/** The cheapest way from the first trigram to the last in steps of at most three: between two of them no character is left out. */
function findCover(part: string, getCost: GetCost): Step[] {
  const best: { total: number; cost: number; before: number }[] = [];
  for (let offset = 0; offset + 3 <= part.length; offset++) {
    const cost = getCost(getTrigram(part, offset));
    let [total, before] = [offset === 0 ? 0 : Number.POSITIVE_INFINITY, -1];
    for (let from = Math.max(0, offset - 3); from < offset; from++) {
      const way = best[from]?.total ?? Number.POSITIVE_INFINITY;
      if (way < total) [total, before] = [way, from];
    }
    best.push({ total: total + cost, cost, before });
  }
  const steps: Step[] = [];
  for (let offset = best.length - 1; offset >= 0; offset = best[offset]?.before ?? -1) {
    steps.unshift({ offset, cost: best[offset]?.cost ?? 1 });
  }
  return steps;
}

/** Where on a page a part begins, in rising order, given where each of its terms stands. */
export function findPlaces({ terms, offsets }: PartPlan, getPlaces: (term: string) => readonly number[]): number[] {
  const [first = ''] = terms;
  const known = new Map([...new Set(terms)].map((term) => [term, new Set(getPlaces(term))]));
  const starts = [...(known.get(first) ?? [])].map((place) => place - (offsets[0] ?? 0));
  // Nothing begins before the page.
  return starts.filter(
    (start) => start >= 0 && terms.every((term, at) => known.get(term)?.has(start + (offsets[at] ?? 0))),
  );
}
