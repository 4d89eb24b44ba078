import type { APIRoute } from 'astro';
import { getSite } from '#data/site.ts';
import { writeFeed } from '#exports/feed.ts';
import { getPage, getPrefixes } from '#layouts/page.ts';
import { getFeed } from '#views/changes-feed.ts';
import { listScopes } from '#views/changes-list.ts';

export function getStaticPaths() {
  const site = getSite();
  const { agencies } = listScopes(site);
  return getPrefixes(site).flatMap((lang) =>
    agencies.map((agency) => ({ params: { lang, agency }, props: { agency } })),
  );
}

/** The newest changes of an agency's figures. */
export const GET: APIRoute<{ agency: string }> = ({ params, props: { agency } }) => {
  const { site, context } = getPage(params.lang, '');
  const feed = writeFeed(getFeed(site, { of: 'agency', agency }, context));
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
