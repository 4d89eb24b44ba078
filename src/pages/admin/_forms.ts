import { getSite } from '#data/site.ts';
import { getForms as getFormsOf } from '#layouts/forms.ts';

/** What every page of the forms begins with. */
export function getForms() {
  return getFormsOf(getSite(), import.meta.env.BASE_URL.replace(/\/?$/, '/'));
}
