// Run in a process of its own: builds a site once, then edits its content again and again; after an edit, or after many,
// makes what changed, and after every so many builds everything anew, and tells where the two differ. Usage:
// walk-builds.ts <folder with content/> <edits> <seed> <compare after so many builds> <edits at once at most>
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AstroPrerenderer, build } from 'astro';
import { listFileDigests } from '#data/file-digests.ts';
import { refreshReading } from '#data/reading.ts';
import { getContext } from '#views/context.ts';
import { listSearchShelves } from '#views/search-documents.ts';
import { createRandom } from '../../scripts/bench/random.ts';
import { makeData } from '../../src/build/data-outputs.ts';
import { listFileOutputs } from '../../src/build/file-outputs.ts';
import { getPageFile, renderChanged } from '../../src/build/page-renderer.ts';
import { finishBuild, getPiecesFolder, getRecordFile, removeGone, startBuild } from '../../src/build/site-build.ts';
import { ITEM_EDITS } from './content-edits.ts';
import { createWalk } from './walk-edits.ts';
import { createHistory } from './walk-history.ts';

/** What came of a walk. */
export interface Walked {
  /** How often each was made. */
  edits: Record<string, number>;
  builds: number;
  /** Builds after which everything was made anew and compared. */
  compared: number;
  /** Files that were another after going on than after making everything, with the edits before. */
  differences: string[];
  /** Pages and files of the site. */
  outputs: number;
  /** Of those that tell of one indicator alone: the share that was made after one edit of any of these, on average. */
  madeOfIndicators: number;
  /** Edits that were taken back since their content has errors. */
  refused: number;
}

const [folder = '', ...numbers] = process.argv.slice(2);
const [steps = 10, seed = 1, every = 1, most = 1] = numbers.map(Number);
const content = join(folder, 'content');
const random = createRandom(seed + 1);
const history = createHistory(folder);

/** Of so many builds one finds the history gone, or there again. */
const HISTORY = 9;

/** Pages that no content changes: made once in each build, they would cost more than all else here. */
const CONSTANT = /^(?:[a-z]{2}\/)?(?:staff|admin|method|about)\//;

/** Its page, its receipt, its charts. */
const OF_INDICATOR = /^(?:[a-z]{2}\/)?\d{4}\/[a-z0-9-]+\/(?!index\.html)/;

async function walk(standard: AstroPrerenderer): Promise<Walked> {
  const told: Omit<Walked, 'madeOfIndicators'> = {
    edits: {},
    builds: 0,
    compared: 0,
    differences: [],
    outputs: 0,
    refused: 0,
  };
  const edits = createWalk(content, join(folder, 'backup'), seed);
  const shares: number[] = [];
  await make(standard, 'warm');
  for (let step = 0; step < steps; ) {
    const names = edit(edits, step, told);
    step += names.length;
    if (random.below(HISTORY) === 0) names.push(history.toggle());
    // Some edits are committed, some stand on disk only.
    if (random.below(2) === 0) history.commit();
    const { outputs, made } = await make(standard, 'warm');
    told.builds += 1;
    told.outputs = outputs.length;
    const [name, ...others] = names;
    if (name !== undefined && name in ITEM_EDITS && others.length === 0) shares.push(getShare(made, outputs));
    if (told.builds % every === 0) await compare(standard, names.join(', '), told);
  }
  return { ...told, madeOfIndicators: shares.reduce((sum, share) => sum + share, 0) / shares.length };
}

/** How much of what tells of one indicator alone was made. */
function getShare(made: readonly string[], outputs: readonly string[]): number {
  const count = (ids: readonly string[]) => ids.filter((id) => OF_INDICATOR.test(id)).length;
  return count(made) / count(outputs);
}

/** Makes an edit, or many at once; what is refused is taken back, since nobody can build it. */
function edit(edits: ReturnType<typeof createWalk>, step: number, told: Pick<Walked, 'edits' | 'refused'>): string[] {
  const count = most === 1 || random.below(2) === 0 ? 1 : 2 + random.below(most - 1);
  const names: string[] = [];
  while (names.length < count) {
    const name = edits.edit(step + names.length + told.refused);
    try {
      refreshReading();
      names.push(name);
      told.edits[name] = (told.edits[name] ?? 0) + 1;
    } catch {
      edits.undo();
      told.refused += 1;
      refreshReading();
    }
  }
  return names;
}

/** Makes everything anew and holds what was gone on with against it. */
async function compare(standard: AstroPrerenderer, names: string, told: Pick<Walked, 'compared' | 'differences'>) {
  forget(join(folder, 'cold'));
  await make(standard, 'cold');
  const [warm, cold] = [list('warm'), list('cold')];
  for (const path of new Set([...warm.keys(), ...cold.keys()])) {
    if (warm.get(path) !== cold.get(path)) told.differences.push(`${path} after ${names}`);
  }
  told.compared += 1;
}

function list(name: string): Map<string, string> {
  return new Map(listFileDigests(join(folder, name)).map(({ path, digest }) => [path, digest]));
}

/** Removes a site and what is known of it. */
function forget(site: string): void {
  for (const path of [site, getRecordFile(site), getPiecesFolder(site), `${getPiecesFolder(site)}.json`])
    rmSync(path, { recursive: true, force: true });
}

/** Makes the site in a folder, going on from what was made there before; names all that is there and what was made. */
async function make(standard: AstroPrerenderer, name: string): Promise<{ outputs: string[]; made: string[] }> {
  const building = startBuild({ root: process.cwd(), folder: join(folder, name), base: '/' });
  const { site, keeper } = building;
  const made: string[] = [];
  makeData(building);
  forgetRoutes(standard);
  const pages = renderChanged(standard, { ...building, isWanted: (file) => !CONSTANT.test(file) });
  for (const { pathname, route } of await pages.getStaticPaths()) {
    if (route.type !== 'page') continue;
    const path = getPageFile(pathname) === '404.html' ? '/404' : pathname;
    made.push(getPageFile(pathname));
    await pages.render(new Request(`http://localhost${encodeURI(path)}`), { routeData: route });
  }
  for (const { id, make } of listFileOutputs(site, building)) {
    if (keeper.keep(id) !== undefined) continue;
    made.push(id);
    await keeper.make(id, make);
  }
  const [main = 'th'] = site.settings.languages;
  for (const { year, list } of listSearchShelves(site, [], getContext('th', main, '/'))) {
    const id = `search ${year ?? 'site'}`;
    if (keeper.keep(id) === undefined)
      await keeper.make(id, () => [{ path: `search/${year ?? 'site'}.json`, body: JSON.stringify(list()) }]);
  }
  removeGone();
  finishBuild();
  return { outputs: [...keeper.getRecord().outputs.keys()], made };
}

/** Astro asks for the addresses of a route once a build; here there are many builds in one. */
function forgetRoutes(standard: AstroPrerenderer): void {
  // Safe: Astro's own prerenderer, which keeps addresses by this object; it is replaced by an equal one.
  const { app } = standard as unknown as { app: { manifest: object } };
  app.manifest = { ...app.manifest };
}

history.commit();
await build({
  root: process.cwd(),
  outDir: join(folder, 'out'),
  logLevel: 'error',
  integrations: [
    {
      name: 'walk',
      hooks: {
        'astro:build:start': ({ setPrerenderer }) => {
          setPrerenderer((standard) => ({
            ...standard,
            name: 'walk',
            getStaticPaths: async () => {
              console.log(JSON.stringify(await walk(standard)));
              // Nothing else is wanted of this build.
              process.exit(0);
            },
          }));
        },
      },
    },
  ],
});
