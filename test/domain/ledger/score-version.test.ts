import { describe, expect, test } from 'vitest';
import type { ItemVersion, PlaceDigests } from '#domain/ledger/item-version.ts';
import { createScoring } from '#domain/ledger/score-version.ts';
import { getStanding } from '#domain/scoring/standing.ts';
import { createRandom } from '../../../scripts/bench/random.ts';
import {
  buildCalendar,
  buildIndicatorYear,
  buildMilestones,
  type IndicatorYearParts,
} from '../../support/build-indicator.ts';

const QUARTERS = [1, 2, 3, 4] as const;
const calendar = buildCalendar();
const ratioUnits = ['ร้อยละ'];

function buildVersion(parts: IndicatorYearParts, former?: ItemVersion) {
  const item = buildIndicatorYear(parts);
  const texts = { indicator: JSON.stringify(parts.indicator), ...parts.reports };
  const digests: PlaceDigests = Object.fromEntries(Object.entries(texts).map(([place, text]) => [place, String(text)]));
  // As the ledger has it: a file that did not change is the same object.
  const keep = (place: 'indicator' | 1 | 2 | 3 | 4, entry: object | undefined) =>
    former?.digests[place] === digests[place]
      ? former?.entries[place]
      : entry && { is: 'whole', entry, readText: () => '' };
  const entries = Object.fromEntries(
    [
      ['indicator', keep('indicator', item.indicator)],
      ...QUARTERS.map((at) => [at, keep(at, item.reports[at])]),
    ].filter(([, entry]) => entry !== undefined),
  );
  const { path, year, agency, slug } = item;
  return { item, version: { path, year, agency, slug, digests, entries } };
}

describe('a version scored from the one before it', () => {
  test.each(['cumulative', 'per-quarter', 'latest', 'year-end'] as const)(
    'stands as if scored alone: %s',
    (accumulation) => {
      const random = createRandom(accumulation.length);
      const scoring = createScoring();
      let former: ItemVersion | undefined;
      let parts: IndicatorYearParts = { indicator: { accumulation }, reports: {} };
      for (let count = 0; count < 120; count++) {
        const month = 10 + Math.floor(count / 8);
        const today = month > 12 ? `2024-${String(month - 12).padStart(2, '0')}-16` : `2023-${month}-16`;
        const rules = { calendar, today, ratioUnits };
        const quarter = random.pick(QUARTERS);
        if (random.below(4) === 0) {
          const scale = random.below(2) === 0 ? { scale: buildMilestones('step', 10) } : {};
          const direction = 'scale' in scale || random.below(2) === 0 ? ('higher' as const) : ('lower' as const);
          const quarterTargets: [number, number, number, number] = [10, 20, 30, 40 + random.below(60)];
          parts = {
            ...parts,
            indicator: { accumulation, target: 50 + random.below(50), direction, quarterTargets, ...scale },
          };
        } else parts = { ...parts, reports: { ...parts.reports, [quarter]: random.below(120) } };
        if (former !== undefined) scoring(former, rules);
        const { item, version } = buildVersion(parts, former);
        expect(scoring(version, rules, former)).toEqual(getStanding(item, rules));
        former = version;
      }
    },
  );
});
