import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getContentFolder } from '#data/reading.ts';
import type { TracedSite } from '#data/traced-site.ts';
import { writeFeed } from '#exports/feed.ts';
import { buildFormsConfig } from '#exports/forms/config.ts';
import { buildReceipt, formatReceipt } from '#exports/receipt.ts';
import { buildAgencyTotal, buildYearTotal } from '#exports/total-receipt.ts';
import { getForms, listFormsAgencies } from '#layouts/forms.ts';
import { getFeed } from '#views/changes-feed.ts';
import { listScopes, type Scope } from '#views/changes-list.ts';
import { getContext, type ViewContext } from '#views/context.ts';
import { listChartOutputs } from './chart-outputs.ts';
import type { Output } from './output.ts';

/** Where and how the site is built. */
export interface Place {
  /** The folder of the host that the site stands in, with slashes at both ends. */
  base: string;
  /** Whether pages have a picture for sharing. */
  hasPictures: boolean;
}

/** Every file of the site beside its pages that is made from content, in no language and in each. */
export function listFileOutputs(site: TracedSite, { base, hasPictures }: Place): Output[] {
  const { languages } = site.settings;
  const [main = 'th'] = languages;
  return [
    ...listReceipts(site),
    ...listAttachments(site),
    ...listFormsConfigs(site, base),
    ...languages.flatMap((language) => {
      const context = getContext(language, main, base, hasPictures);
      const home = language === main ? '' : `${language}/`;
      return [...listChartOutputs(site, context, home), ...listFeeds(site, context, home)];
    }),
  ];
}

function single(path: string, make: () => string | Uint8Array): Output {
  return { id: path, paths: [path], make: () => [{ path, body: make() }] };
}

/** Scores as data: of every indicator, and the totals of agencies and years. */
function listReceipts(site: TracedSite): Output[] {
  const receipt = (path: string, build: () => object) => single(`${path}.json`, () => formatReceipt(build()));
  return [
    ...site.years.map((year) => receipt(`${year}`, () => buildYearTotal(site, year))),
    ...[...site.byYear].flatMap(([year, agencies]) =>
      [...agencies.keys()].map((agency) => receipt(`${year}/${agency}`, () => buildAgencyTotal(site, year, agency))),
    ),
    ...[...site.items.keys()].map((path) => receipt(path, () => buildReceipt(site, path))),
  ];
}

/** The files kept beside indicators, at the indicator's address. */
function listAttachments(site: TracedSite): Output[] {
  return [...site.items.values()].flatMap(({ path, attachments }) =>
    attachments.map(({ file }) =>
      single(`${path}/${file.slice(file.lastIndexOf('/') + 1)}`, () => {
        const name = `file ${file}`;
        site.reads.note(name);
        // Before the bytes: should they become others meanwhile, the next build finds another digest than was noted.
        site.getDigest(name);
        return readFileSync(join(getContentFolder(), file));
      }),
    ),
  );
}

/** The newest changes of the whole site, and of each agency. */
function listFeeds(site: TracedSite, context: ViewContext, home: string): Output[] {
  const feed = (path: string, scope: Scope) => single(`${home}${path}`, () => writeFeed(getFeed(site, scope, context)));
  return [
    feed('feed.xml', { of: 'all' }),
    ...listScopes(site).agencies.map((agency) => feed(`changes/agency/${agency}.xml`, { of: 'agency', agency })),
  ];
}

/** What the form of each agency may edit. */
function listFormsConfigs(site: TracedSite, base: string): Output[] {
  const { value: forms, reads } = site.reads.collect(() => getForms(site, base));
  const { access, years, language } = forms;
  if (access === undefined) return [];
  return listFormsAgencies(forms).map((agency) =>
    single(`admin/${agency}/config.yml`, () => {
      // Which years can be reported stands in every form.
      site.reads.noteAll(reads);
      // JSON is YAML.
      return `${JSON.stringify(buildFormsConfig(site, { agency, years, access, language, base }), null, 1)}\n`;
    }),
  );
}
