import type { IssueCode, Severity } from '#domain/issue.ts';
import { catalogue } from '#domain/issue-catalogue.ts';
import { getIssueExamples } from '#strings/issue-examples.ts';
import { type CodeCase, getCodeCase, getCodeWords } from './code-case.ts';
import type { ViewContext } from './context.ts';

/** The groups of the catalogue in its order: the id in addresses, and the first code that belongs to the next one. */
const GROUPS = [
  { id: 'files', below: 'CW200' },
  { id: 'matter', below: 'CW300' },
  { id: 'fields', below: 'CW320' },
  { id: 'rules', below: 'CW400' },
  { id: 'text', below: 'CW500' },
  { id: 'between', below: 'CW600' },
  { id: 'oddities', below: 'CW700' },
  { id: 'corrections', below: 'CW800' },
] as const;

export type CodeGroupId = (typeof GROUPS)[number]['id'];

/** A code in a line. */
export interface CodeLine {
  code: IssueCode;
  title: string;
  href: string;
  severity: Severity;
  severityLabel: string;
}

export interface CodeView extends CodeLine {
  /** What it does to publication. */
  means: string;
  cases: CodeCase[];
}

export interface CodeGroupLine {
  id: CodeGroupId;
  title: string;
  about: string;
  href: string;
  codes: CodeLine[];
}

/** Furniture of the pages about codes. */
export interface CodeLabels {
  all: string;
  allHref: string;
  found: string;
  wrong: string;
  right: string;
  other: string;
}

export interface CodesIndexView {
  title: string;
  description: string;
  intro: string;
  counts: string;
  severities: { label: string; means: string; severity: Severity }[];
  groups: CodeGroupLine[];
}

export interface CodeGroupView extends Omit<CodeGroupLine, 'codes'> {
  codes: CodeView[];
  others: CodeGroupLine[];
  labels: CodeLabels;
}

/** The addresses of the groups. */
export function listCodeGroups(): CodeGroupId[] {
  return GROUPS.map(({ id }) => id);
}

/** Every code in a line, by group. */
export function getCodesIndexView(context: ViewContext): CodesIndexView {
  const word = getCodeWords(context.language);
  const codes = GROUPS.flatMap(({ id }) => listCodes(id));
  const count = (severity: Severity) => codes.filter((code) => catalogue[code] === severity).length;
  return {
    title: word('title'),
    description: word('description'),
    intro: word('intro'),
    counts: word('counts', { errors: count('error'), warnings: count('warning') }),
    severities: (['error', 'warning'] as const).map((severity) => ({
      severity,
      label: word(severity),
      means: word(`means.${severity}`),
    })),
    groups: GROUPS.map(({ id }) => getGroupLine(id, context)),
  };
}

/** The codes of a group, each with what stands wrong, what the checker says and what to type. */
export function getCodeGroupView(id: CodeGroupId, context: ViewContext): CodeGroupView {
  const { codes, ...group } = getGroupLine(id, context);
  const word = getCodeWords(context.language);
  return {
    ...group,
    codes: codes.map((line) => ({
      ...line,
      means: word(`means.${line.severity}`),
      cases: getIssueExamples(line.code).map((example) => getCodeCase(example, context.language)),
    })),
    others: GROUPS.filter((other) => other.id !== id).map((other) => getGroupLine(other.id, context)),
    labels: getLabels(context),
  };
}

/** What is searched of a group: each code under its own anchor. */
export function getCodeTexts(id: CodeGroupId, context: ViewContext) {
  const { title, about, codes } = getCodeGroupView(id, context);
  const sections = codes.map(({ code, title, cases }) => {
    const findings = cases.flatMap((shown) => shown.findings);
    // Commands to copy are not what a reader of the site looks for, here as in the guide.
    const texts = findings.flatMap(({ message, fix }) => [message, fix.replace(/\bnpm run [a-z]+/g, '').trim()]);
    return { id: code as string, text: [...new Set([`${code} ${title}`, ...texts])].join('\n') };
  });
  const place = getCodeWords(context.language)('place');
  return { path: `staff/codes/${id}/`, title, place, sections: [{ id: '', text: about }, ...sections] };
}

function getGroupLine(id: CodeGroupId, { language, links }: ViewContext): CodeGroupLine {
  const word = getCodeWords(language);
  const href = links.staff(`codes/${id}`);
  return {
    id,
    title: word(`group.${id}`),
    about: word(`about.${id}`),
    href,
    codes: listCodes(id).map((code) => {
      const severity = catalogue[code];
      const title = word(`code.${code}`);
      return { code, title, href: `${href}#${code}`, severity, severityLabel: word(severity) };
    }),
  };
}

function listCodes(id: CodeGroupId): IssueCode[] {
  const index = GROUPS.findIndex((group) => group.id === id);
  const [from, below] = [GROUPS[index - 1]?.below ?? '', GROUPS[index]?.below ?? ''];
  // Safe: the keys of the catalogue are its codes.
  return (Object.keys(catalogue) as IssueCode[]).filter((code) => code >= from && code < below);
}

function getLabels({ language, links }: ViewContext): CodeLabels {
  const word = getCodeWords(language);
  return {
    all: word('all'),
    allHref: links.staff('codes'),
    found: word('found'),
    wrong: word('wrong'),
    right: word('right'),
    other: word('other'),
  };
}
