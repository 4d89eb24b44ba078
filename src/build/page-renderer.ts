import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { listPaths } from '#data/file-digests.ts';
import { spendAsync } from '#data/phases.ts';
import type { TracedSite } from '#data/traced-site.ts';
import { keepWords } from '#views/typography.ts';
import type { OutputKeeper } from './output-keeper.ts';

export interface PageRendering {
  site: TracedSite;
  keeper: OutputKeeper;
  /** The folder of the host that the site stands in, with slashes at both ends. */
  base: string;
  /** Whether a page, by its file, belongs to what is built. */
  isWanted: (file: string) => boolean;
}

/**
 * Renders pages as Astro does, but only those of which something changed, and writes them itself: Astro is given nothing
 * to write. Pages are rendered one after the other, so that what is read meanwhile was read for the one at hand.
 */
export function renderChanged(standard: AstroPrerenderer, rendering: PageRendering): AstroPrerenderer {
  const { site, keeper, base, isWanted } = rendering;
  const kept = site.settings.keepTogether ?? [];
  return {
    ...standard,
    name: 'chiwat',
    getStaticPaths: async () => {
      const isStyledSame = keepAssets(keeper);
      const all = await standard.getStaticPaths();
      return all.filter(({ pathname, route }) => {
        if (route.type !== 'page') return true;
        const file = getPageFile(pathname);
        return isWanted(file) && !(isStyledSame && keeper.keep(file) !== undefined);
      });
    },
    render: async (request, options) => {
      if (options.routeData.type !== 'page') return standard.render(request, options);
      const { pathname } = new URL(request.url);
      const file = getPageFile(decodeURI(pathname).slice(base.length - 1));
      await spendAsync('render', () =>
        keeper.make(file, async () => {
          const given = await standard.render(request, options);
          const response = 'response' in given ? given.response : given;
          const isFound = response.status === 200 || file === NOT_FOUND;
          if (!isFound) throw new Error(`${pathname} was rendered with status ${response.status}`);
          return [{ path: file, body: keepWords(await response.text(), kept) }];
        }),
      );
      return new Response(null);
    },
  };
}

/** Folder of the styles and programs that pages load, each named by a digest of what is in it. */
const ASSETS = 'assets';

/**
 * Whether styles and programs are those of the last build: else what is left of it would load what is no longer there. They
 * have been written when pages are asked for.
 */
function keepAssets(keeper: OutputKeeper): boolean {
  const folder = join(keeper.folder, ASSETS);
  const names = existsSync(folder) ? listPaths(folder).join('\n') : '';
  if (keeper.keep(ASSETS, names) !== undefined) return true;
  keeper.record(ASSETS, new Set(), [], names);
  return false;
}

const NOT_FOUND = '404.html';

/** Where a page stands in the site, by its address without the base. */
export function getPageFile(pathname: string): string {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  if (path === '') return 'index.html';
  return path === '404' ? NOT_FOUND : `${path}/index.html`;
}
