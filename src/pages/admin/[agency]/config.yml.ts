import type { APIRoute } from 'astro';
import { buildFormsConfig } from '#exports/forms/config.ts';
import { getForms, getFormsPaths } from '../_forms.ts';

export function getStaticPaths() {
  return getFormsPaths();
}

export const GET: APIRoute = ({ params }) => {
  const { site, years, access, language, base } = getForms();
  if (access === undefined || params.agency === undefined) return new Response(null, { status: 404 });
  const config = buildFormsConfig(site, { agency: params.agency, years, access, language, base });
  // JSON is YAML.
  return new Response(`${JSON.stringify(config, null, 1)}\n`, { headers: { 'content-type': 'text/yaml' } });
};
