import { keepPiece, readBytes, readInto } from '#data/keep-bytes.ts';
import { packDatabase } from '#data/pack-database.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import { buildEdition, type DataEdition } from '#exports/data-edition.ts';
import type { DataStore } from '#exports/data-store.ts';
import { listPublished } from '#exports/published-data.ts';
import { buildSite, type SiteParts, thai } from './build-site.ts';

export const LICENCE = {
  id: 'CC-BY-4.0',
  name: 'แสดงที่มา 4.0',
  nameEn: 'Attribution 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
};

/** Takes nothing over. */
export const STORE: DataStore = { keepPiece, readBytes, readInto, packDatabase };

/** The open data of a site; files larger than so many bytes are packed. */
export function makeEdition(site: ScoredSite, largest?: number): DataEdition {
  return buildEdition(site, thai.links, STORE, largest);
}

/** The text of a published file below /data/. */
export function readPublished(edition: DataEdition, name: string): string {
  const body = listPublished(edition)
    .find((file) => file.name === name)
    ?.write();
  if (body === undefined) throw new Error(`no file ${name}`);
  return typeof body === 'string' ? body : Buffer.from(body).toString();
}

/** Two years of two agencies: figures, zero, words only, a late report, a correction, what is unknown and what is withdrawn. */
export const PARTS: SiteParts = {
  settings: { address: 'https://kpi.example.org', licence: LICENCE },
  agencies: { finance: { nameEn: 'Finance', aliases: ['คลัง'], owners: ['@someone'] } },
  items: {
    '2566/finance/roads': {
      indicator: {
        target: 'unknown',
        weight: 'unknown',
        source: { year: 'inferred', url: 'http://old.example.org/1' },
      },
      reports: { 1: 0, 2: { text: '=HYPERLINK("http://x","ก")' } },
      year: { result: -2.5, asOf: '2023-09-30' },
    },
    '2567/finance/roads': {
      indicator: {
        plan: { id: 'city-plan', goal: '1.1.1' },
        quarterTargets: [10, 20, 30, 40],
        declared: { target: '-5', result: '1,407.52' },
        nameEn: 'Roads, "mended"',
      },
      reports: {
        1: {
          result: 12.25,
          submitted: '2024-01-18',
          review: { completeness: 0, timeliness: 0 },
          corrections: [
            {
              date: '2024-03-01',
              field: 'result',
              from: 'absent',
              to: 12.25,
              reason: 'พิมพ์ผิด',
              approvedBy: 'ผู้อำนวยการ',
            },
            { date: '2024-03-02', field: 'declared', from: '-5', to: 'absent', reason: 'ลบ', approvedBy: 'ผู้อำนวยการ' },
          ],
        },
        2: { result: 0, submitted: '2024-04-15', review: { completeness: 75, timeliness: 0 } },
      },
    },
    '2567/works/bridge': { indicator: { withdrawn: { quarter: 2, reason: 'งบประมาณถูกตัด' } }, reports: { 1: 5 } },
  },
};

/** The open data of `PARTS`. */
export function makeSample(): DataEdition {
  return makeEdition(buildSite(PARTS));
}
