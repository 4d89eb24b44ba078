import { type Issue, isError } from '#domain/issue.ts';
import type { FoundFile } from './list-files.ts';

/**
 * Leaves out what only follows from a mistake told already: a report is no orphan, an agency not unknown, a file not
 * missing when what it misses is there and only cannot be read yet.
 */
export function dropConsequences(
  together: readonly Issue[],
  own: readonly Issue[],
  found: readonly FoundFile[],
): Issue[] {
  const broken = own.filter(isError).map((issue) => issue.file);
  const brokenFiles = new Set(broken);
  const brokenFolders = new Set(broken.map(getFolder));
  const series = new Set(
    broken.flatMap((file) => /^reports\/\d+\/([^/]+\/[^/]+)\/indicator\.mdx$/.exec(file)?.[1] ?? []),
  );
  // Hardly ever asked, and as many as there are files.
  let [files, anyCase]: (Set<string> | undefined)[] = [];
  const isThere = (file: string) => {
    files ??= new Set(found.map((item) => item.file));
    return files.has(file);
  };
  const isThereAnyCase = (file: string) => {
    anyCase ??= new Set(found.map((item) => item.file.toLowerCase()));
    return anyCase.has(file);
  };
  return together.filter(({ code, file, params }) => {
    const [, year, agency, slug] = file.split('/');
    switch (code) {
      case 'CW501':
        return !brokenFiles.has(`agencies/${agency}.yaml`);
      case 'CW502':
      case 'CW503':
      case 'CW504':
        return !brokenFiles.has(`plan/${params?.plan ?? params?.seen}.yaml`);
      case 'CW505':
        return !brokenFiles.has(`calendar/${year}.yaml`);
      case 'CW506':
        return !isThere(`reports/${year}/${agency}/${slug}/indicator.mdx`);
      case 'CW508':
        return !series.has(String(params?.seen));
      case 'CW509':
        return !isThereAnyCase(`${getFolder(file)}/${params?.seen}`);
      case 'CW515':
        return !brokenFolders.has(getFolder(file));
      default:
        // Figures cannot be judged by a scale or a target that is not in order.
        return !code.startsWith('CW6') || !brokenFiles.has(`${getFolder(file)}/indicator.mdx`);
    }
  });
}

function getFolder(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}
