import type { APIRoute } from 'astro';
import { readAttachmentFile } from '#data/attachment-file.ts';
import { getSite } from '#data/site.ts';

/** The files kept beside indicators, published at the indicator's address. */
export function getStaticPaths() {
  const items = [...getSite().items.values()];
  return items.flatMap(({ year, agency, slug, attachments }) =>
    attachments.map(({ file }) => ({
      params: { year: String(year), agency, indicator: slug, file: file.split('/').at(-1) ?? '' },
      props: { file },
    })),
  );
}

export const GET: APIRoute<{ file: string }> = ({ props }) => readAttachmentFile(props.file);
