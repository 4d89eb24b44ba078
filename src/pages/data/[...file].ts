import type { APIRoute } from 'astro';
import { listPublished, type PublishedFile } from '#exports/published-data.ts';
import { getDataEdition } from './_edition.ts';

export function getStaticPaths() {
  return listPublished(getDataEdition()).map((file) => ({ params: { file: file.name }, props: { file } }));
}

export const GET: APIRoute<{ file: PublishedFile }> = ({ props: { file } }) =>
  new Response(file.write(), { headers: { 'content-type': file.contentType } });
