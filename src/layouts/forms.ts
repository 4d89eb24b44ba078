import type { ScoredSite } from '#domain/scored-site.ts';
import { type FormsAccess, type FormsGap, findFormsBackend } from '#exports/forms/backend.ts';
import { listFormsItems } from '#exports/forms/config.ts';
import { getContext } from '#views/context.ts';
import { listFormsYears } from '#views/forms-view.ts';

/** What every page of the forms begins with; `base` is the folder of the host that the site stands in. */
export function getForms(site: ScoredSite, base: string) {
  const [language = 'th'] = site.settings.languages;
  const { CHIWAT_FORMS: mode, CHIWAT_BRANCH: branch, CHIWAT_FORMS_SIGN_IN: signIn } = process.env;
  const found = findFormsBackend(site.settings, { mode, branch, signIn, base });
  const access: FormsAccess | undefined = typeof found === 'string' ? undefined : found;
  const gap: FormsGap | undefined = typeof found === 'string' ? found : undefined;
  const years = listFormsYears(site, mode === 'local');
  return { site, language, base, context: getContext(language, language, base), access, gap, years };
}

/** Agencies that have a form. */
export function listFormsAgencies({ site, access, years }: ReturnType<typeof getForms>): string[] {
  if (access === undefined) return [];
  return [...site.dataset.agencies.keys()].filter((agency) => listFormsItems(site, agency, years).length > 0);
}
