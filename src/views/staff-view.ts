import type { ViewContext } from './context.ts';
import type { Crumb } from './page-view.ts';

/** The pages of the guide that are prose: `src/pages/_guide/staff/<name>.<language>.mdx`. */
const PAGES = ['index', 'form', 'file', 'vscode'] as const;

export type StaffPage = (typeof PAGES)[number];

/** What stands around a page of the guide for staff. */
export interface StaffView {
  label: string;
  pages: (Crumb & { isCurrent: boolean })[];
}

export function listStaffPages(): StaffPage[] {
  return [...PAGES];
}

/** All pages of the guide as a list to go by; `current` is the one that shows it. */
export function getStaffView(current: StaffPage | 'fields' | 'codes', { t, links }: ViewContext): StaffView {
  const all = [...PAGES, 'fields', 'codes'] as const;
  return {
    label: t('staff.title'),
    pages: all.map((name) => ({
      label: t(`staff.${name}`),
      href: links.staff(name === 'index' ? undefined : name),
      isCurrent: name === current,
    })),
  };
}
