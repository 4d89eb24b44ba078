import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderPicturePng } from '#charts/picture-png.ts';
import { readContent } from '#data/read-content.ts';
import { type ScoredSite, scoreSite } from '#domain/scored-site.ts';
import { getQuarterChart } from '#views/charts/quarter-chart.ts';
import { getContext } from '#views/context.ts';
import { getIndicatorPicture } from '#views/picture-view.ts';

/** What drawing took: CPU milliseconds, bytes before compression, the peak of a process that draws all charts. */
export interface DrawingUsage {
  charts: number;
  millisecondsAChart: number;
  chartsACpuSecond: number;
  bytesAChart: number;
  peakMegabytes: number;
  pictures: number;
  millisecondsAPicture: number;
  bytesAPicture: number;
}

/** Enough for a mean; each takes some thirty milliseconds. */
const MOST_PICTURES = 100;

const context = getContext('th', 'th', '/');

/** Draws so many charts of a content folder, and some pictures. */
export async function measureDrawing(content: string, charts: number, today: string): Promise<DrawingUsage> {
  const site = scoreSite(readContent(content, {}).dataset, today);
  return { ...measureCharts(site, charts), ...(await measurePictures(site)) };
}

function measureCharts(site: ScoredSite, charts: number): Omit<DrawingUsage, keyof PictureUsage> {
  const folder = mkdtempSync(join(tmpdir(), 'chiwat-models-'));
  const file = join(folder, 'models.jsonl');
  const models = [...site.items.values()].flatMap((item) => getQuarterChart(item, context) ?? []);
  writeFileSync(file, `${models.map((model) => JSON.stringify(model)).join('\n')}\n`);
  const args = ['scripts/bench/draw-charts.ts', file, String(charts)];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  if (run.status !== 0) throw new Error(`${args.join(' ')} ended with ${run.status}\n${run.stderr.slice(-4000)}`);
  return JSON.parse(run.stdout);
}

type PictureUsage = Pick<DrawingUsage, 'pictures' | 'millisecondsAPicture' | 'bytesAPicture'>;

async function measurePictures(site: ScoredSite): Promise<PictureUsage> {
  const paths = [...site.items.keys()].slice(0, MOST_PICTURES);
  const before = process.cpuUsage();
  let bytes = 0;
  for (const path of paths) bytes += (await renderPicturePng(getIndicatorPicture(site, path, context))).length;
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  return {
    pictures: paths.length,
    millisecondsAPicture: milliseconds / paths.length,
    bytesAPicture: bytes / paths.length,
  };
}

export function wordDrawing(drawn: DrawingUsage): string {
  const chart = `${drawn.chartsACpuSecond.toFixed(0)} a CPU s (${drawn.millisecondsAChart.toFixed(2)} ms each), ${drawn.bytesAChart.toFixed(0)} bytes each`;
  const picture = `${drawn.millisecondsAPicture.toFixed(1)} CPU ms each, ${(drawn.bytesAPicture / 1024).toFixed(0)} KB each`;
  return [
    `${`charts, ${drawn.charts}`.padEnd(24)} ${chart}, ${drawn.peakMegabytes.toFixed(0)} MB peak`,
    `${`pictures, ${drawn.pictures}`.padEnd(24)} ${picture}`,
  ].join('\n');
}
