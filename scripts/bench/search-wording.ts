import phrases from '../../test/fixtures/search-phrases.json' with { type: 'json' };
import { damageText } from './damage-text.ts';
import { asChoice, type TextPlace, type Wording } from './generate-content.ts';
import type { Random } from './random.ts';

/** Of sentences, how many are about the indicator's own subject, of common matters, and of rare ones; the last is the rest. */
const OWN = 0.6;
const COMMON = 0.3;
/** Characters of a text, so that a page with its seven has about 2,730. */
const LENGTH = 280;

/** Content to search in: subjects that agencies share, phrases from common to rare, damaged as real reports are. */
export const SEARCH_WORDING: Wording = {
  getAgency(agency) {
    // Safe to read as one shape: what is absent is left out below.
    const { name, ...others }: Agency = phrases.agencies[agency % phrases.agencies.length] ?? { name: '' };
    return JSON.stringify({
      code: String(10_000_000 + agency),
      group: 'office',
      names: [{ name: `${name}${getTurn(agency)}` }],
      ...others,
    });
  },
  plan: {
    slug: 'plan',
    text: JSON.stringify({
      name: phrases.plan,
      years: { from: 2556, until: 2575 },
      areas: phrases.areas.map((name, area) => ({
        code: String(area + 1),
        name,
        subAreas: phrases.goals.map((goal, at) => ({ code: `${area + 1}.${at + 1}`, name: goal })),
      })),
    }),
    getGoal: (series) => {
      const area = (series % phrases.areas.length) + 1;
      return `plan: { id: plan, goal: "${area}.${(Math.floor(series / 3) % phrases.goals.length) + 1}" }`;
    },
  },
  getName: (_, place) => {
    const kind = place.series % 3 === 0 ? 'ร้อยละความสำเร็จของ' : 'จำนวนกิจกรรมด้าน';
    return `${kind}${getTopic(place).noun}${phrases.places[place.series % phrases.places.length]} ${place.series}`;
  },
  getNarrative: (random, place) => `${write(random, place, LENGTH)}\n`,
  getEvidence: (random, place) => JSON.stringify(complete(random, place, random.pick(asChoice(phrases.evidence)))),
  getSummary: (random, place) => {
    const obstacles = Array.from({ length: 2 }, () => random.pick(asChoice(phrases.obstacles))).join(' ');
    return `${write(random, place, LENGTH)}\n\n## อุปสรรคต่อการดำเนินงาน\n\n${damageText(obstacles, random)}\n`;
  },
};

interface Agency {
  name: string;
  abbreviations?: string[];
  aliases?: string[];
}

/** Sentences until the text is long enough, as somebody may have typed them; a quarter's text begins like no other's. */
function write(random: Random, place: TextPlace, length: number): string {
  const sentences: string[] = [];
  for (let written = 0; written < length; ) {
    const isFirst = sentences.length === 0 && place.quarter === undefined;
    const sentence = isFirst ? complete(random, place, random.pick(asChoice(phrases.definitions))) : say(random, place);
    sentences.push(sentence);
    written += sentence.length + 1;
  }
  const half = Math.ceil(sentences.length / 2);
  return damageText(`${sentences.slice(0, half).join(' ')}\n\n${sentences.slice(half).join(' ')}`, random);
}

function say(random: Random, place: TextPlace): string {
  const pick = (items: readonly string[]) => random.pick(asChoice(items));
  const kind = random.next();
  if (kind >= OWN + COMMON) {
    // The first of them is still on every third page, the last on one in twenty.
    const phrase = phrases.rare[Math.floor(random.next() ** 3 * phrases.rare.length)] ?? '';
    return complete(random, place, phrase);
  }
  if (kind >= OWN) return complete(random, place, pick(phrases.generic));
  return complete(random, place, `${pick(phrases.openers)}{thing}${pick(phrases.places)} ${pick(phrases.states)}`);
}

/** Puts figures and the page's own words into a phrase. */
function complete(random: Random, place: TextPlace, phrase: string): string {
  const topic = getTopic(place);
  const values: Record<string, () => string> = {
    n: () => String(1 + random.below(99)),
    money: () => (1000 + random.below(900_000)).toLocaleString('en'),
    year: () => String(place.year),
    back: () => String(place.year - 1),
    quarter: () => String(place.quarter ?? 4),
    thing: () => random.pick(asChoice(topic.things)),
    noun: () => topic.noun,
    agency: () => phrases.agencies[place.agency]?.name ?? '',
  };
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name]?.() ?? whole);
}

function getTopic({ series }: TextPlace): (typeof phrases.topics)[number] {
  const topic = phrases.topics[series % phrases.topics.length];
  if (topic === undefined) throw new Error('there are no topics');
  return topic;
}

/** More agencies than names: the second turn through them is numbered. */
function getTurn(agency: number): string {
  const turn = Math.floor(agency / phrases.agencies.length);
  return turn === 0 ? '' : ` ${turn + 1}`;
}
