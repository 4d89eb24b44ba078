import type { CitySeries } from './city-series.ts';
import words from './city-words.json' with { type: 'json' };
import { asChoice } from './generate-content.ts';
import type { Random } from './random.ts';

/** A text of about the length that real reports have (a page's four make some 2,700 characters), with now and then a table, a note or a link. */
export function writeNarrative(random: Random, series: CitySeries, place = ''): string {
  const sentence = () => say(random, series);
  const first = [place, sentence(), sentence(), sentence()].filter((part) => part !== '').join(' ');
  const list = Array.from(
    { length: 2 + random.below(4) },
    (_, index) => `${index + 1}. ${sentence()} จำนวน ${count(random)} รายการ`,
  );
  const blocks = [first, list.join('\n')];
  const kind = random.below(20);
  if (kind < 2) blocks.push(writeTable(random, series));
  if (kind === 2) blocks.push(`<Note>\n\n${sentence()}\n\n</Note>`);
  if (kind === 3)
    blocks.push(
      `อ่านเพิ่มเติมที่ [ประกาศของหน่วยงาน](https://example.org/notice/${random.below(9000)}) และ**ผลการตรวจ**ของคณะกรรมการ`,
    );
  if (kind === 4) blocks.push(`- ${sentence()}\n- ${sentence()}`);
  return `${blocks.join('\n\n')}\n`;
}

/** The days of a purchase, as a component. */
export function writeTimeline(random: Random, series: CitySeries, year: number): string {
  const ce = year - 543;
  const events = [`${ce - 1}-11-0${1 + random.below(9)}`, `${ce}-02-1${random.below(10)}`].map(
    (date) =>
      `<Event date="${date}" title="${random.pick(asChoice(words.openers))}${series.topic.things[0]}">\n\n${say(random, series)}\n\n</Event>`,
  );
  return `<Timeline>\n\n${events.join('\n\n')}\n\n</Timeline>\n`;
}

/** Sections of a year's summary. */
export function writeSummary(random: Random, series: CitySeries): string {
  const factors = (items: readonly string[]) => `- ${random.pick(asChoice(items))}\n- ${say(random, series)}\n`;
  return [
    `## สรุปผลการดำเนินงาน\n\n${writeNarrative(random, series)}`,
    `## ปัจจัยสนับสนุนการดำเนินงาน\n\n${factors(words.supports)}`,
    `## อุปสรรคต่อการดำเนินงาน\n\n${factors(words.obstacles)}`,
  ].join('\n');
}

function writeTable(random: Random, { topic }: CitySeries): string {
  const rows = topic.things.map((thing) => `| ${thing} | ${count(random)} | ${count(random)} |`);
  return ['| รายการ | แผน | ผล |', '| --- | ---: | ---: |', ...rows].join('\n');
}

function say(random: Random, { topic }: CitySeries): string {
  const pick = (items: readonly string[]) => random.pick(asChoice(items));
  return `${pick(words.openers)}${pick(topic.things)}${pick(words['places-of-work'])} ${pick(words.states)}`;
}

function count(random: Random): string {
  return String(1 + random.below(9000)).replace(/^(\d)(\d{3})$/, '$1,$2');
}
