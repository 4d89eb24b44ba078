import type { Site } from '#domain/schemas/site.ts';

/** Where the forms keep what is typed, in the words of Decap CMS. */
export interface FormsBackend {
  name: 'github' | 'gitlab' | 'proxy';
  /** The branch that is published. */
  branch: string;
  [option: string]: string;
}

/** Where the forms stand, beside the site's own settings. */
export interface FormsSettings {
  /** 'local' while they are tried on one machine with `npm run forms`. */
  mode?: string | undefined;
  /** The branch that is published; main when absent. */
  branch?: string | undefined;
  /** GitHub: https address of the service that signs people in. GitLab: the id of the application there. */
  signIn?: string | undefined;
  /** The folder the site is served from: "/" or "/kpi/". */
  base: string;
}

/** Why there is no form: no repository is named, it is on a host that Decap does not know, or nobody can sign in. */
export type FormsGap = 'no-repository' | 'other-host' | 'no-sign-in';

export interface FormsAccess {
  backend: FormsBackend;
  /** Hosts that the form's program speaks with beside its own. */
  hosts: string[];
}

/** Where the program finds its back end while it is tried on one machine, from the folder the site is served from. */
export const LOCAL_API = 'admin/api';

/** The back end of a site's repository, or why there is none. Throws where the sign-in setting is not an https address. */
export function findFormsBackend(site: Pick<Site, 'repository'>, settings: FormsSettings): FormsAccess | FormsGap {
  const { mode, branch = 'main', signIn, base } = settings;
  if (mode === 'local') {
    return { backend: { name: 'proxy', branch: 'main', proxy_url: `${base}${LOCAL_API}` }, hosts: [] };
  }
  if (site.repository === undefined) return 'no-repository';
  const { host, pathname } = new URL(site.repository);
  const repo = pathname.replace(/^\/|(\.git)?\/?$/g, '');
  if (host !== 'github.com' && host !== 'gitlab.com') return 'other-host';
  if (signIn === undefined || signIn === '') return 'no-sign-in';
  if (host === 'gitlab.com') {
    const backend = { name: 'gitlab' as const, branch, repo, auth_type: 'pkce', app_id: signIn };
    return { backend, hosts: ['https://gitlab.com'] };
  }
  if (!/^https:\/\//.test(signIn)) {
    throw new Error(`CHIWAT_FORMS_SIGN_IN is "${signIn}": write the https address of the service that signs in`);
  }
  const service = new URL(signIn);
  const endpoint = service.pathname.replace(/^\/|\/$/g, '') || 'auth';
  const backend = { name: 'github' as const, branch, repo, base_url: service.origin, auth_endpoint: endpoint };
  return { backend, hosts: ['https://api.github.com'] };
}

/** The policy of the page that leads to the forms: nothing runs on it. */
export const PLAIN_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'";

/** The policy of a form's page. Its program compiles the rules of its own configuration, hence unsafe-eval. */
export function getFormsPolicy({ hosts }: Pick<FormsAccess, 'hosts'>): string {
  const connect = ["'self'", 'blob:', ...hosts].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    `connect-src ${connect}`,
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
