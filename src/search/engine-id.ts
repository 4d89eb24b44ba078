/** The engine names a page by its language and a digest; the language is always the same. */
export function getShortId(id: string): string {
  return id.slice(id.indexOf('_') + 1);
}
