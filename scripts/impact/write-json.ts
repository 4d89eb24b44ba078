import type { LeftOut } from '#data/git-content.ts';
import type { PageRef, WarningCount } from '#domain/impact/impact.ts';
import type { Issue } from '#domain/issue.ts';
import { describeIssue } from '#strings/issue-text.ts';
import type { Language } from '#strings/translate.ts';
import { createLinks, type Links } from '#views/links.ts';
import type { Comparison } from './compare-revisions.ts';
import type { ImpactOptions } from './options.ts';

/** Version of the shape of the JSON report. */
const JSON_VERSION = 1;

/** For programs: everything, in the order of its path. The shape stands in `--help`. */
export function writeJson(comparison: Comparison, { content, language }: ImpactOptions): string {
  const { range, impact, base, head, setAside, sites } = comparison;
  const [main = 'th'] = sites.head.settings.languages;
  const links = createLinks('/', main, main);
  const { today, pages, warnings, ...changes } = impact;
  const list = (refs: readonly PageRef[]) => refs.map((page) => getAddress(page, links));
  const report = {
    version: JSON_VERSION,
    base: { ...range.base, isEmpty: base.isEmpty, errors: base.errors, leftOut: base.leftOut satisfies LeftOut[] },
    head: {
      ...range.head,
      isWorkingTree: range.head.revision === undefined,
      errors: head.errors.map((issue) => wordIssue(issue, language)),
      leftOut: head.leftOut,
    },
    today,
    content,
    setAside,
    ...changes,
    warnings: {
      added: warnings.added.map(({ issue, count }) => ({ count, ...wordIssue(issue, language) })),
      gone: warnings.gone.map(({ code, file, count }: WarningCount) => ({ code, file, count })),
    },
    pages: { edited: list(pages.edited), beyond: list(pages.beyond), gone: list(pages.gone), isEvery: pages.isEvery },
  };
  return JSON.stringify(report, null, 2);
}

/** The address of a page on the site, from its root. */
export function getAddress(ref: PageRef, links: Links): string {
  switch (ref.page) {
    case 'indicator':
      return links.indicator(ref.path);
    case 'series':
      return links.series(ref.series);
    case 'agency':
      return links.agency(ref.year, ref.agency);
    case 'year':
      return links.year(ref.year);
    case 'area':
      return links.planArea(ref.plan, ref.area);
  }
}

function wordIssue(issue: Issue, language: Language) {
  const { code, message, fix } = describeIssue(issue, language);
  const { file, line, column } = issue;
  return { file, line, column, code, message, fix };
}
