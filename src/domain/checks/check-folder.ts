import type { Dataset, IndicatorYear } from '../dataset.ts';
import type { Attachment, IndicatorEntry, ReportEntry, YearEntry } from '../entry.ts';
import { QUARTERS } from '../fiscal-year.ts';
import type { Issue } from '../issue.ts';
import { findNearest } from '../nearest.ts';
import { reportIssue } from './report-issue.ts';

/** A folder without an indicator is told once, at the first of its reports; files there once each. */
export function checkOrphans(dataset: Dataset): Issue[] {
  const folders = new Map(dataset.orphans.map((entry) => [getFolder(entry.file), entry] as const).reverse());
  const indicators = new Set([...dataset.indicatorYears.keys()].map((path) => `reports/${path}`));
  const lost = dataset.attachments.filter(({ file }) => {
    const folder = getFolder(file);
    return !folders.has(folder) && !indicators.has(folder);
  });
  return [
    ...[...folders].map(([folder, entry]) => reportIssue(entry, 'CW506', '', { folder })),
    ...lost.flatMap((attachment) => checkAttachment(getName(attachment), attachment, false)),
  ];
}

/** Figures reported after the promise was taken back. */
export function checkWithdrawal(item: IndicatorYear): Issue[] {
  const { withdrawn } = item.indicator.data;
  if (withdrawn === undefined) return [];
  return QUARTERS.flatMap((quarter) => {
    const report = quarter > withdrawn.quarter ? item.reports[quarter] : undefined;
    return report?.data.result === undefined
      ? []
      : [reportIssue(report, 'CW514', 'result', { seen: report.data.result, quarter: withdrawn.quarter })];
  });
}

/** Files that entries of a folder name, held against those that stand in it. */
export function checkEvidence(item: IndicatorYear): Issue[] {
  const written: (IndicatorEntry | ReportEntry | YearEntry)[] = [item.indicator, ...Object.values(item.reports)];
  if (item.summary !== undefined) written.push(item.summary);
  const beside = new Map(item.attachments.map((attachment) => [getName(attachment), attachment]));
  const issues: Issue[] = [];
  const mentioned = new Set<string>();
  for (const entry of written) {
    for (const { name, key, place } of getMentions(entry)) {
      mentioned.add(name);
      const issue = reportIssue(entry, 'CW509', key, {
        seen: name,
        nearest: findNearest(name, [...beside.keys()]) ?? '',
      });
      const [line, column] = place ?? [issue.line, issue.column];
      if (!beside.has(name)) issues.push({ ...issue, line, column });
    }
  }
  for (const [name, attachment] of beside) {
    issues.push(...checkAttachment(name, attachment, mentioned.has(name)));
  }
  return issues;
}

function getMentions(entry: IndicatorEntry | ReportEntry | YearEntry) {
  const listed = entry.kind === 'indicator' ? [] : (entry.data.evidence ?? []);
  return [
    ...listed.flatMap(({ file }, index) =>
      file === undefined ? [] : [{ name: file, key: `evidence.${index}.file`, place: undefined }],
    ),
    ...entry.mentions.map(({ name, place }) => ({ name, key: '', place })),
  ];
}

function checkAttachment(name: string, attachment: Attachment, isMentioned: boolean): Issue[] {
  const at = { file: attachment.file, line: 1, column: 1 };
  const named = name.split('.').at(-1) ?? '';
  if (named !== attachment.type)
    return [
      {
        code: 'CW510',
        ...at,
        params: { seen: attachment.type, named, reason: attachment.type === 'other' ? 'other' : '' },
      },
    ];
  return isMentioned ? [] : [{ code: 'CW515', ...at, params: { seen: name } }];
}

function getFolder(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

function getName(attachment: Attachment): string {
  return attachment.file.split('/').at(-1) ?? '';
}
