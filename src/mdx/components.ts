import { z } from 'zod';
import { day, fileName, line } from '#domain/schemas/text.ts';
import { escapeHtml } from './escape.ts';

/** A component that may stand in an entry: plain string attributes, checked, and HTML made from them. */
interface Component {
  attributes: z.ZodObject;
  /** Whether text or Markdown stands between its tags. */
  hasContent: boolean;
  /** Attribute that names a file beside the entry. */
  fileAttribute?: string;
  toHtml: (attributes: Record<string, string>, content: string) => string;
}

/** Marks an address of a file beside the entry; views put the real address in its place. Cannot be typed: links with this scheme are refused and quotes in text are escaped. */
export const ATTACHMENT = 'attachment:';

const imageName = fileName.refine((name) => !name.endsWith('.pdf'));
const safeAddress = z.string().regex(/^https:\/\/[^\s<>"'\\]+$/);

/** Every component an entry may use. Anything else is refused. */
export const components: Record<string, Component> = {
  Evidence: {
    attributes: z
      .strictObject({ title: line, file: fileName.optional(), url: safeAddress.optional() })
      .refine((given) => (given.file === undefined) !== (given.url === undefined), { path: ['file / url'] }),
    hasContent: false,
    fileAttribute: 'file',
    toHtml: ({ title = '', file, url }) => {
      const address = file === undefined ? (url ?? '') : `${ATTACHMENT}${file}`;
      return `<a class="evidence-link" href="${escapeHtml(address)}">${escapeHtml(title)}</a>`;
    },
  },
  Figure: {
    attributes: z.strictObject({ file: imageName, alt: line, caption: line.optional() }),
    hasContent: false,
    fileAttribute: 'file',
    toHtml: ({ file = '', alt = '', caption }) => {
      const image = `<img src="${ATTACHMENT}${escapeHtml(file)}" alt="${escapeHtml(alt)}" loading="lazy">`;
      const words = caption === undefined ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
      return `<figure>${image}${words}</figure>`;
    },
  },
  Note: {
    attributes: z.strictObject({}),
    hasContent: true,
    toHtml: (_, content) => `<aside class="note">${content}</aside>`,
  },
  Timeline: {
    attributes: z.strictObject({}),
    hasContent: true,
    toHtml: (_, content) => `<div class="timeline">${content}</div>`,
  },
  Event: {
    attributes: z.strictObject({ date: day, title: line }),
    hasContent: true,
    toHtml: ({ date = '', title = '' }, content) =>
      `<div class="event"><p><time datetime="${escapeHtml(date)}">${escapeHtml(formatDay(date))}</time> ` +
      `<strong>${escapeHtml(title)}</strong></p>${content}</div>`,
  },
};

/** 31/10/2562: the day in the Buddhist era, as Thai offices write it in tables. */
function formatDay(date: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${dayOfMonth}/${month}/${(year ?? 0) + 543}`;
}
