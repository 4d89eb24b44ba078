/** The environment for a command under test, without what the test runner has put into it for itself. */
export function getCleanEnv(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { NODE_ENV, MODE, DEV, PROD, SSR, BASE_URL, VITEST, TEST, ...env } = process.env;
  return { ...env, ...extra };
}
