import { getSite } from '#data/site.ts';
import { type FormsAccess, type FormsGap, findFormsBackend } from '#exports/forms/backend.ts';
import { listFormsItems } from '#exports/forms/config.ts';
import { getContext } from '#views/context.ts';
import { listFormsYears } from '#views/forms-view.ts';

/** What every page of the forms begins with. */
export function getForms() {
  const site = getSite();
  const [language = 'th'] = site.settings.languages;
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const { CHIWAT_FORMS: mode, CHIWAT_BRANCH: branch, CHIWAT_FORMS_SIGN_IN: signIn } = process.env;
  const found = findFormsBackend(site.settings, { mode, branch, signIn, base });
  const access: FormsAccess | undefined = typeof found === 'string' ? undefined : found;
  const gap: FormsGap | undefined = typeof found === 'string' ? found : undefined;
  const years = listFormsYears(site, mode === 'local');
  return { site, language, base, context: getContext(language, language, base), access, gap, years };
}

/** Agencies that have a form. */
export function getFormsPaths() {
  const { site, access, years } = getForms();
  if (access === undefined) return [];
  const agencies = [...site.dataset.agencies.keys()].filter((agency) => listFormsItems(site, agency, years).length > 0);
  return agencies.map((agency) => ({ params: { agency } }));
}
