import { readFileSync } from 'node:fs';
import { readModel } from '#charts/read-model.ts';
import { drawSvg } from '#charts/render-svg.ts';

// Run by the bench in a process of its own, so that nothing but drawing is measured: draws so many charts of the models
// in a file (one a line), half of them in each size, and writes what that took as JSON.
const [, , file = '', count = ''] = process.argv;
const models = readFileSync(file, 'utf8').trimEnd().split('\n').map(readModel);
const charts = Number(count);

let bytes = 0;
const before = process.cpuUsage();
for (let index = 0; index < charts; index++) {
  const model = models[Math.floor(index / 2) % models.length];
  if (model !== undefined) bytes += drawSvg(model, index % 2 === 0 ? 'wide' : 'narrow').markup.length;
}
const { user, system } = process.cpuUsage(before);
const milliseconds = (user + system) / 1000;
console.log(
  JSON.stringify({
    charts,
    millisecondsAChart: milliseconds / charts,
    chartsACpuSecond: (charts / milliseconds) * 1000,
    bytesAChart: bytes / charts,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
