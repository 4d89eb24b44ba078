import type { APIRoute } from 'astro';
import { getSite } from '#data/site.ts';
import { formatReceipt } from '#exports/receipt.ts';
import { buildAgencyTotal } from '#exports/total-receipt.ts';

export function getStaticPaths() {
  return [...getSite().byYear].flatMap(([year, agencies]) =>
    [...agencies.keys()].map((agency) => ({ params: { year: String(year), agency }, props: { year, agency } })),
  );
}

export const GET: APIRoute<{ year: number; agency: string }> = ({ props: { year, agency } }) => {
  const total = buildAgencyTotal(getSite(), year, agency);
  return new Response(formatReceipt(total), { headers: { 'content-type': 'application/json' } });
};
