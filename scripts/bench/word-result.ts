import { PHASES } from '#data/phase-clock.ts';
import { type BenchResult, nameSize } from './bench-result.ts';
import type { Usage } from './measure.ts';
import { wordDrawing } from './measure-drawing.ts';
import type { PeerUsage } from './peers/measure-peers.ts';
import { wordWeight } from './weigh-pages.ts';

/** Kinds of pages that have a picture for sharing. */
const WITH_PICTURE = new Set(['indicator', 'agency', 'year', 'series']);

/** Phases that are no part of what the peers do, and are counted beside it. */
const BESIDE = new Set(['search', 'cards']);

/** All figures as tables that a person can read. */
export function wordResult(result: BenchResult): string {
  const { size, entries, site, weight, builds, check, drawn, peers } = result;
  return [
    `${size.indicators} indicators, ${entries} entries, ${site.pages} pages, ${site.files} files, ${site.megabytes.toFixed(1)} MB (${nameSize(size)}; ${result.commit}, node ${result.node}, ${result.machine})`,
    '',
    wordUsage('build, cold', builds.cold),
    wordUsage('build, nothing changed', builds.again),
    wordUsage('build, one report changed', builds.changed),
    `  ${wordShare(builds.changed, builds.cold)} of the cold build${wordDifferences(result)}`,
    wordUsage('check, without cache', check),
    '',
    ...wordPhases(builds),
    '',
    wordDrawing(drawn),
    wordPictures(result),
    '',
    ...Object.entries(peers).map(([name, usage]) => wordPeer(name, usage, builds.cold)),
    '',
    wordWeight(weight),
  ].join('\n');
}

function wordUsage(name: string, { cpuSeconds, wallSeconds, peakMegabytes }: Usage): string {
  const peak = peakMegabytes === undefined ? '' : `${peakMegabytes.toFixed(0).padStart(6)} MB peak`;
  return `${name.padEnd(26)} ${cpuSeconds.toFixed(2).padStart(8)} CPU s ${wallSeconds.toFixed(2).padStart(8)} s wall ${peak}`;
}

function wordShare(part: Usage, whole: Usage): string {
  return `${((part.cpuSeconds / whole.cpuSeconds) * 100).toFixed(1)} % CPU`;
}

function wordDifferences({ changed: { path, differences } }: BenchResult): string {
  if (differences === undefined) return `; not held against a build of the same from nothing (--verify does)`;
  if (differences.length === 0) return '; the same bytes as a build of the same from nothing';
  return `; DIFFERS from a build of the same from nothing in ${differences.length} files after ${path}: ${differences.slice(0, 5).join(', ')}`;
}

function wordPhases({ cold, again, changed }: BenchResult['builds']): string[] {
  if (cold.phases === undefined) return ['phases: the build tells none'];
  const cell = (usage: Usage, phase: (typeof PHASES)[number]) =>
    (usage.phases?.[phase]?.cpuSeconds ?? 0).toFixed(2).padStart(9);
  const lines = PHASES.flatMap((phase) => {
    const use = cold.phases?.[phase];
    if (use === undefined) return [];
    const raised = `+${use.raisedMegabytes.toFixed(0)}`.padStart(7);
    return `  ${phase.padEnd(12)}${cell(cold, phase)}${cell(again, phase)}${cell(changed, phase)}  ${use.wallSeconds.toFixed(2).padStart(8)}${raised}${String(use.times).padStart(9)}`;
  });
  return ['phases, CPU s      cold    again  changed  cold: wall  MB peak    times', ...lines];
}

/** Pictures are left out of the builds: they are told from those of the sample. */
function wordPictures({ weight, drawn }: BenchResult): string {
  const count = weight.kinds.reduce((sum, { kind, pages }) => sum + (WITH_PICTURE.has(kind) ? pages : 0), 0);
  const seconds = (count * drawn.millisecondsAPicture) / 1000;
  return `pictures of all pages      ${seconds.toFixed(0)} CPU s once, for about ${count}: ${drawn.pictures} were made, the rest is multiplied`;
}

function wordPeer(name: string, usage: PeerUsage, cold: Usage): string {
  const label = `${name}, text only`;
  if ('absent' in usage)
    return `${label.padEnd(26)} ${WHY[usage.absent]}${usage.reason === undefined ? '' : `: ${usage.reason}`}`;
  const beside = [...BESIDE].reduce((sum, phase) => sum + (cold.phases?.[phase as 'search']?.cpuSeconds ?? 0), 0);
  const ratio = `cold build without search × ${((cold.cpuSeconds - beside) / usage.cpuSeconds).toFixed(2)}, with it × ${(cold.cpuSeconds / usage.cpuSeconds).toFixed(2)}`;
  return `${wordUsage(label, usage)}; ${usage.pages} pages; ${ratio}`;
}

const WHY = {
  'not installed': 'not installed',
  'too large': 'not asked: for so many it takes too much memory',
  failed: 'failed',
};
