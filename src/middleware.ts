import { defineMiddleware } from 'astro:middleware';
import { getSite } from '#data/site.ts';
import { keepWords } from '#views/typography.ts';

/** Thai line breaking is mended in one place for every page: here while developing, where pages are written in a build. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (import.meta.env.PROD || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  const { settings } = getSite();
  return new Response(keepWords(await response.text(), settings.keepTogether ?? []), response);
});
