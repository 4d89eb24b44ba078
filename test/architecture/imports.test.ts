import { readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * What each part of src/ may import besides itself: folders end in "/", packages stand by name, "type " allows
 * types only. A row may name one file; it then stands for that file instead of its folder's row.
 */
const MAY_IMPORT: Record<string, string[]> = {
  'domain/': ['zod', 'decimal.js'],
  'data/': ['domain/', 'mdx/', 'strings/', 'yaml', 'zod', 'astro', 'node:'],
  'data/publish-search.ts': ['search/', 'node:'],
  'mdx/': ['domain/', 'satteri', 'zod', 'type hast'],
  // The severity of an issue is part of how it is told.
  'strings/': ['type domain/', 'domain/issue.ts'],
  'charts/': ['strings/', 'chart.js'],
  // What drawing takes is counted.
  'charts/render-svg.ts': ['strings/', 'chart.js', 'data/phases.ts'],
  // Pictures are files: they are drawn with the font's files, by native code, at build only.
  'charts/font-file.ts': ['node:'],
  'charts/picture-svg.ts': ['node:'],
  'charts/picture-png.ts': ['@napi-rs/canvas', 'node:'],
  'charts/write-png.ts': ['node:'],
  'views/': ['domain/', 'strings/', 'charts/', 'type search/'],
  // The open data: its files and the columns of its tables.
  'views/data-view.ts': ['domain/', 'strings/', 'type exports/'],
  'views/data-columns-view.ts': ['strings/', 'type exports/'],
  'views/data-downloads-view.ts': ['strings/', 'type exports/'],
  'views/data-interface-view.ts': ['domain/', 'strings/', 'type exports/'],
  'exports/': ['domain/', 'strings/'],
  // Packs what is too large to be published as it is.
  'exports/packed-rows.ts': ['node:zlib'],
  'exports/feed.ts': ['domain/', 'type views/', 'node:crypto'],
  // Makes fields of forms from the schemas.
  'exports/forms/fields.ts': ['domain/', 'strings/', 'zod'],
  // Runs in the form, in a browser.
  'exports/forms/browser/entry-format.ts': ['yaml'],
  'search/': ['strings/'],
  // The index is built by the engine's program; a browser loads the rest.
  'search/build-index.ts': ['pagefind', 'node:'],
  'components/': ['type views/', 'strings/', 'charts/', 'search/', 'layouts/', 'styles/'],
  'layouts/': ['type views/', 'strings/', 'charts/', 'components/', 'styles/'],
  'styles/': ['@fontsource'],
  'pages/': [
    'data/site.ts',
    'data/picture-cache.ts',
    'data/pack-database.ts',
    'data/keep-bytes.ts',
    'build/kept-edition.ts',
    'charts/',
    'views/',
    'exports/',
    'components/',
    'layouts/',
    'type astro',
  ],
  'content.config.ts': ['data/astro-loader.ts', 'type domain/', 'zod', 'astro'],
  // Makes what the site is published as, of everything.
  'build/': ['domain/', 'data/', 'charts/', 'views/', 'exports/', 'layouts/forms.ts', 'type astro', 'node:'],
  'outputs-integration.ts': ['data/', 'build/', 'exports/', 'views/context.ts', 'astro', 'node:'],
  'search-integration.ts': ['data/', 'build/', 'views/', 'search/', 'strings/', 'astro', 'node:'],
  'forms-integration.ts': ['exports/forms/backend.ts', 'astro', 'node:'],
  'sitemap-integration.ts': ['data/site.ts', 'build/', '@astrojs/sitemap', 'astro', 'node:'],
  'integrity-integration.ts': ['data/', 'build/', 'exports/integrity.ts', 'astro', 'node:'],
  'middleware.ts': ['astro', 'data/site.ts', 'data/phases.ts', 'views/'],
  // What every page begins with: it fetches for pages, and for the components of guide pages (MDX passes no data).
  'layouts/page.ts': [
    'data/site.ts',
    'data/picture-cache.ts',
    'domain/public-address.ts',
    'type domain/',
    'views/',
    'strings/',
  ],
  // What every page of the forms begins with.
  'layouts/forms.ts': ['type domain/', 'exports/forms/', 'views/'],
  'components/FormsEditor.astro': ['type views/', 'exports/forms/browser/', 'styles/'],
  'components/CalendarTable.astro': ['views/calendar-view.ts', 'layouts/'],
};

interface Import {
  specifier: string;
  isType: boolean;
}

const FROM = /^[ \t]*(?:import|export)\s+(type\s+)?([\w$*{},\s]*?)\s*\bfrom\s*['"]([^'"]+)['"]/gm;
const FOR_EFFECT = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"`]([^'"`]+)['"`]/g;

function readImports(text: string): Import[] {
  const named = [...text.matchAll(FROM)].map(([, type, names = '', specifier = '']) => {
    const parts = names.replace(/[{}]/g, '').split(',');
    const areTypes = names.includes('{') && parts.every((part) => /^\s*(type\s|$)/.test(part));
    return { specifier, isType: type !== undefined || areTypes };
  });
  const bare = [...text.matchAll(FOR_EFFECT), ...text.matchAll(DYNAMIC)];
  return [...named, ...bare.map(([, specifier = '']) => ({ specifier, isType: false }))];
}

/** The path from src/ of what is imported, or the package's name. */
function resolveImport(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
}

function isAllowed(target: string, isType: boolean, allowed: string[]): boolean {
  return allowed.some((entry) => {
    const [name, typesOnly] = entry.startsWith('type ') ? [entry.slice(5), true] : [entry, false];
    const isNamed = /[/:]$/.test(name)
      ? target.startsWith(name)
      : target === name || /^[/:]/.test(target.slice(name.length));
    return target.startsWith(name) && isNamed && (isType || !typesOnly);
  });
}

/** Imports of one file (path from src/) that its row does not allow, each as a sentence. */
function findViolations(file: string, text: string): string[] {
  const folder = file.includes('/') ? file.slice(0, file.indexOf('/') + 1) : file;
  const allowed = MAY_IMPORT[file] ?? MAY_IMPORT[folder];
  if (allowed === undefined) return [`src/${file}: no row in MAY_IMPORT says what ${folder} may import`];
  return readImports(text)
    .map(({ specifier, isType }) => ({ specifier, isType, target: resolveImport(file, specifier) }))
    .filter(({ target, isType }) => !isAllowed(target, isType, [folder, ...allowed]))
    .map(({ specifier, isType }) => {
      const what = isType ? `types of ${specifier}` : specifier;
      return `src/${file} imports ${what}; it may import ${allowed.join(', ')}`;
    });
}

const SRC = resolve(import.meta.dirname, '../../src');
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|astro|mdx)$/.test(file))
  .sort();

describe('the layers of src/', () => {
  test('import only what stands to their right in the table', () => {
    expect(FILES).toContain('domain/scoring/score.ts');
    expect(FILES.flatMap((file) => findViolations(file, readFileSync(`${SRC}/${file}`, 'utf8')))).toEqual([]);
  });

  test.each([
    ['domain/dataset.ts', "import { getSite } from '#data/site.ts';"],
    ['domain/scoring/score.ts', "import { getSite } from '../../data/site.ts';"],
    ['domain/decimal.ts', "import {\n  readFileSync,\n} from 'node:fs';"],
    ['domain/issue.ts', "export * from '#strings/translate.ts';"],
    ['domain/nearest.ts', "const late = await import('chart.js');"],
    ['mdx/escape.ts', "import type { Site } from '#data/site.ts';"],
    ['strings/format.ts', "import { round } from '#domain/decimal.ts';"],
    ['views/home-view.ts', "import '#components/Home.astro';"],
    ['components/Home.astro', "---\nimport { getHomeView } from '#views/home-view.ts';\n---"],
    ['components/Home.astro', "---\nimport { type HomeView, getHomeView } from '#views/home-view.ts';\n---"],
    ['components/Home.astro', "<script>\n  import { getSite } from '#data/site.ts';\n</script>"],
    ['pages/index.astro', "---\nimport { readContent } from '#data/read-content.ts';\n---"],
    ['exports/receipt.ts', "import { x } from '../../scripts/check.ts';"],
    ['domain/decimal.ts', "import { x } from 'zodiac';"],
    ['helpers/text.ts', ''],
  ])('src/%s: %j is found', (file, text) => {
    expect(findViolations(file, text)).toEqual([expect.stringContaining(`src/${file}`)]);
  });

  test.each([
    ['domain/dataset.ts', "import type {\n  Entry,\n} from './entry.ts';"],
    ['domain/decimal.ts', "import { Decimal } from 'decimal.js';"],
    ['data/list-files.ts', "import { join } from 'node:path';\nimport { parseMdx } from '#mdx/parse-mdx.ts';"],
    ['strings/issue-text.ts', "import { type Issue, type IssueCode } from '#domain/issue.ts';"],
    ['components/Home.astro', "---\nimport type { HomeView } from '#views/home-view.ts';\n---"],
    [
      'pages/[year]/index.astro',
      "---\nimport { getSite } from '#data/site.ts';\nconst base = import.meta.env.BASE_URL;\n---",
    ],
    ['data/today.ts', "const from = 'x';\nexport function isFrom(a: string) {\n  return a === 'y';\n}"],
  ])('src/%s: %j may stand', (file, text) => {
    expect(findViolations(file, text)).toEqual([]);
  });

  test('a failure says which file imports what', () => {
    expect(findViolations('domain/decimal.ts', "import { join } from 'node:path';")).toEqual([
      'src/domain/decimal.ts imports node:path; it may import zod, decimal.js',
    ]);
  });
});
