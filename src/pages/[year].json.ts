import type { APIRoute } from 'astro';
import { getSite } from '#data/site.ts';
import { formatReceipt } from '#exports/receipt.ts';
import { buildYearTotal } from '#exports/total-receipt.ts';

export function getStaticPaths() {
  return getSite().years.map((year) => ({ params: { year: String(year) }, props: { year } }));
}

export const GET: APIRoute<{ year: number }> = ({ props: { year } }) => {
  const total = buildYearTotal(getSite(), year);
  return new Response(formatReceipt(total), { headers: { 'content-type': 'application/json' } });
};
