import type { Dataset, IndicatorYear } from '../dataset.ts';
import type { AgencyEntry, Attachment, IndicatorEntry, ReportEntry, YearEntry } from '../entry.ts';
import { QUARTERS } from '../fiscal-year.ts';
import type { Issue } from '../issue.ts';
import { findNearest } from '../nearest.ts';
import type { Plan } from '../schemas/plan.ts';
import { reportIssue } from './report-issue.ts';

/** What one entry says of another must hold: agencies, plan goals, calendars, series, evidence files. */
export function checkReferences(dataset: Dataset): Issue[] {
  return [
    ...checkAgencies(dataset),
    ...checkOrphans(dataset),
    ...checkPaths(dataset),
    ...[...dataset.indicatorYears.values()].flatMap((item) => [
      ...checkGoal(dataset, item.indicator),
      ...checkLineage(dataset, item.indicator),
      ...checkWithdrawal(item),
      ...checkEvidence(item),
    ]),
    ...checkRepeats(dataset),
  ];
}

/** All codes of a plan. */
export function getPlanCodes(plan: Plan): string[] {
  return plan.areas.flatMap((area) => [
    area.code,
    ...(area.subAreas ?? []).flatMap((subArea) => [subArea.code, ...(subArea.goals ?? []).map((goal) => goal.code)]),
  ]);
}

function checkAgencies(dataset: Dataset): Issue[] {
  const groups = dataset.site?.data.agencyGroups.map((group) => group.id) ?? [];
  const owners = new Map<string, AgencyEntry>();
  const issues: Issue[] = [];
  for (const agency of dataset.agencies.values()) {
    const { code, group } = agency.data;
    if (dataset.site !== undefined && !groups.includes(group)) {
      issues.push(reportIssue(agency, 'CW511', 'group', { seen: group, known: groups.join(', ') }));
    }
    const owner = owners.get(code);
    if (owner !== undefined) issues.push(reportIssue(agency, 'CW512', 'code', { seen: code, other: owner.file }));
    else owners.set(code, agency);
  }
  return issues;
}

/** A folder without an indicator is told once, at the first of its reports; files there once each. */
function checkOrphans(dataset: Dataset): Issue[] {
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

/** An agency or a year that is missing is told once, at the first indicator that needs it. */
function checkPaths(dataset: Dataset): Issue[] {
  const issues: Issue[] = [];
  const told = new Set<string | number>();
  for (const { agency, year, indicator } of dataset.indicatorYears.values()) {
    if (!dataset.agencies.has(agency) && !told.has(agency)) {
      const nearest = findNearest(agency, [...dataset.agencies.keys()]) ?? '';
      issues.push(reportIssue(indicator, 'CW501', '', { seen: agency, nearest }));
      told.add(agency);
    }
    if (!dataset.calendars.has(year) && !told.has(year)) {
      issues.push(reportIssue(indicator, 'CW505', '', { seen: year }));
      told.add(year);
    }
  }
  return issues;
}

function checkGoal(dataset: Dataset, entry: IndicatorEntry): Issue[] {
  const { plan } = entry.data;
  if (plan === undefined) return [];
  const known = dataset.plans.get(plan.id)?.data;
  if (known === undefined) {
    const nearest = findNearest(plan.id, [...dataset.plans.keys()]) ?? '';
    return [reportIssue(entry, 'CW502', 'plan.id', { seen: plan.id, nearest })];
  }
  const { from, until } = known.years;
  if (entry.year < from || entry.year > until) {
    return [reportIssue(entry, 'CW504', 'plan.id', { seen: plan.id, from, until, year: entry.year })];
  }
  const codes = getPlanCodes(known);
  if (codes.includes(plan.goal)) return [];
  const [area] = plan.goal.split('.');
  const nearest =
    findNearest(
      plan.goal,
      codes.filter((code) => code.split('.')[0] === area),
    ) ?? '';
  return [reportIssue(entry, 'CW503', 'plan.goal', { seen: plan.goal, plan: plan.id, nearest })];
}

function checkLineage(dataset: Dataset, entry: IndicatorEntry): Issue[] {
  const { continues, splits, merges } = entry.data;
  const named = [
    ...(continues === undefined ? [] : [{ key: 'continues', series: continues }]),
    ...(splits ?? []).map((series, index) => ({ key: `splits.${index}`, series })),
    ...(merges ?? []).map((series, index) => ({ key: `merges.${index}`, series })),
  ];
  if (named.length === 0) return [];
  const known = new Set([...dataset.indicatorYears.values()].map((item) => item.series));
  return named
    .filter(({ series }) => !known.has(series))
    .map(({ key, series }) =>
      reportIssue(entry, 'CW508', key, { seen: series, nearest: findNearest(series, [...known]) ?? '' }),
    );
}

function checkWithdrawal(item: IndicatorYear): Issue[] {
  const { withdrawn } = item.indicator.data;
  if (withdrawn === undefined) return [];
  return QUARTERS.flatMap((quarter) => {
    const report = quarter > withdrawn.quarter ? item.reports[quarter] : undefined;
    return report?.data.result === undefined
      ? []
      : [reportIssue(report, 'CW514', 'result', { seen: report.data.result, quarter: withdrawn.quarter })];
  });
}

function checkEvidence(item: IndicatorYear): Issue[] {
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

function checkRepeats(dataset: Dataset): Issue[] {
  const series = new Map<string, IndicatorYear>();
  const codes = new Map<string, IndicatorYear>();
  const issues: Issue[] = [];
  for (const item of dataset.indicatorYears.values()) {
    const inYear = `${item.year} ${item.series}`;
    const twin = series.get(inYear);
    if (twin !== undefined) {
      const params = { seen: item.series, other: twin.indicator.file };
      issues.push(reportIssue(item.indicator, 'CW507', 'series', params));
    } else series.set(inYear, item);
    const { code } = item.indicator.data;
    if (code === undefined) continue;
    const inAgency = `${item.year}/${item.agency} ${code}`;
    const other = codes.get(inAgency);
    if (other === undefined) codes.set(inAgency, item);
    else issues.push(reportIssue(item.indicator, 'CW513', 'code', { seen: code, other: other.indicator.file }));
  }
  return issues;
}

function getFolder(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}

function getName(attachment: Attachment): string {
  return attachment.file.split('/').at(-1) ?? '';
}
