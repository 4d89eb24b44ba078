import type { APIRoute } from 'astro';
import { getSite } from '#data/site.ts';
import { writeFeed } from '#exports/feed.ts';
import { getPage, getPrefixes } from '#layouts/page.ts';
import { getFeed } from '#views/changes-feed.ts';

export function getStaticPaths() {
  return getPrefixes(getSite()).map((lang) => ({ params: { lang } }));
}

/** The newest changes of the whole site. */
export const GET: APIRoute = ({ params }) => {
  const { site, context } = getPage(params.lang, '');
  const feed = writeFeed(getFeed(site, { of: 'all' }, context));
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
