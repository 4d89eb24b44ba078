import { QUARTERS } from '#domain/fiscal-year.ts';
import type { Evidence } from '#domain/schemas/evidence.ts';
import type { ScoredItem } from '#domain/scored-site.ts';
import type { ViewContext } from './context.ts';

/** A piece of evidence as a link, or by its title alone where the source attached nothing. */
export interface EvidenceView {
  title: string;
  href?: string;
  note: string;
}

/** How safe MDX marks the address of a file beside the entry. */
const MARK = /="attachment:([^"]+)"/g;

/** Puts the real addresses of files beside the entry into its HTML. */
export function placeAttachments(html: string, item: ScoredItem, { links }: ViewContext): string {
  return html.replace(MARK, (_, name: string) => `="${links.attachment(item.path, name)}"`);
}

export function getEvidence(
  evidence: readonly Evidence[] | undefined,
  item: ScoredItem,
  { t, links }: ViewContext,
): EvidenceView[] {
  return (evidence ?? []).map(({ title, file, url }) => {
    if (file !== undefined) {
      const type = file.split('.').at(-1)?.toUpperCase() ?? '';
      return { title, href: links.attachment(item.path, file), note: type };
    }
    if (url !== undefined) return { title, href: url, note: URL.parse(url)?.host ?? url };
    return { title, note: t('evidence.title-only') };
  });
}

/** The year's evidence, and every quarter's with the quarter it was handed in with: section 9 of the form. */
export function getAllEvidence(item: ScoredItem, context: ViewContext): EvidenceView[] {
  const ofQuarters = QUARTERS.flatMap((quarter) =>
    getEvidence(item.reports[quarter]?.data.evidence, item, context).map((evidence) => ({
      ...evidence,
      note: `${context.t('quarter.label', { quarter })} · ${evidence.note}`,
    })),
  );
  return [...getEvidence(item.summary?.data.evidence, item, context), ...ofQuarters];
}
