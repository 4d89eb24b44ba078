import type { APIRoute } from 'astro';
import { getSite } from '#data/site.ts';
import { buildReceipt, formatReceipt } from '#exports/receipt.ts';

export function getStaticPaths() {
  const items = [...getSite().items.values()];
  return items.map(({ year, agency, slug }) => ({ params: { year: String(year), agency, indicator: slug } }));
}

export const GET: APIRoute = ({ params }) => {
  const receipt = buildReceipt(getSite(), `${params.year}/${params.agency}/${params.indicator}`);
  return new Response(formatReceipt(receipt), { headers: { 'content-type': 'application/json' } });
};
