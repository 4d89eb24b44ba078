/** Where the digests of a site's files stand in it. */
export const INTEGRITY_FILE = 'integrity.json';

/** Version of the shape of that file; raised when a field changes its meaning. */
export const INTEGRITY_VERSION = 1;

/** A file of the site by its path from the top, and its SHA-256 in hexadecimal. */
export interface FileDigest {
  path: string;
  digest: string;
}

/** The commit that content was published from. */
export interface ContentCommit {
  id: string;
  /** Whether content on disk was other than in the commit. */
  isEdited: boolean;
}

/**
 * The site's files with their digests as JSON, one a line in the order of their paths, so that two of them can be held
 * side by side; the commit of their content where one is known.
 */
export function formatIntegrity(files: readonly FileDigest[], commit: ContentCommit | undefined): string {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const lines = [
    `  "version": ${INTEGRITY_VERSION}`,
    ...(commit === undefined ? [] : [`  "commit": ${JSON.stringify(commit.id)}`]),
    ...(commit?.isEdited ? ['  "edited": true'] : []),
    // Put together by hand: an object would move names that are whole numbers to the front.
    `  "files": {\n${sorted.map(({ path, digest }) => `    ${JSON.stringify(path)}: "${digest}"`).join(',\n')}\n  }`,
  ];
  return `{\n${lines.join(',\n')}\n}\n`;
}
