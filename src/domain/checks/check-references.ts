import type { Dataset } from '../dataset.ts';
import type { AgencyEntry } from '../entry.ts';
import type { Issue, IssueCode } from '../issue.ts';
import { findNearest } from '../nearest.ts';
import type { Outline } from '../outline.ts';
import type { Plan } from '../schemas/plan.ts';
import { reportIssue } from './report-issue.ts';

/** What indicators are held against that is not theirs. */
export type Settings = Pick<Dataset, 'site' | 'calendars' | 'plans' | 'agencies'>;

/** What an indicator says of anything outside its folder must hold: agencies, calendars, plan goals, other series. Outlines in the order of their files. */
export function checkReferences(settings: Settings, outlines: readonly Outline[]): Issue[] {
  const named = outlines.filter(({ names }) => names.length > 0);
  const series = named.length === 0 ? new Set<string>() : new Set(outlines.map((outline) => outline.series));
  const codes = new Map([...settings.plans].map(([id, { data }]) => [id, getPlanCodes(data)]));
  return [
    ...checkAgencies(settings),
    ...checkPaths(settings, outlines),
    ...outlines.flatMap((outline) => checkGoal(settings, codes, outline)),
    ...named.flatMap((outline) => checkLineage(series, outline)),
    ...checkRepeats(outlines),
  ];
}

/** All codes of a plan. */
export function getPlanCodes(plan: Plan): string[] {
  return plan.areas.flatMap((area) => [
    area.code,
    ...(area.subAreas ?? []).flatMap((subArea) => [subArea.code, ...(subArea.goals ?? []).map((goal) => goal.code)]),
  ]);
}

function checkAgencies({ site, agencies }: Settings): Issue[] {
  const groups = site?.data.agencyGroups.map((group) => group.id) ?? [];
  const owners = new Map<string, AgencyEntry>();
  const issues: Issue[] = [];
  for (const agency of agencies.values()) {
    const { code, group } = agency.data;
    if (site !== undefined && !groups.includes(group)) {
      issues.push(reportIssue(agency, 'CW511', 'group', { seen: group, known: groups.join(', ') }));
    }
    const owner = owners.get(code);
    if (owner !== undefined) issues.push(reportIssue(agency, 'CW512', 'code', { seen: code, other: owner.file }));
    else owners.set(code, agency);
  }
  return issues;
}

/** An agency or a year that is missing is told once, at the first indicator that needs it. */
function checkPaths({ agencies, calendars }: Settings, outlines: readonly Outline[]): Issue[] {
  const issues: Issue[] = [];
  const told = new Set<string | number>();
  for (const outline of outlines) {
    const { agency, year } = outline;
    if (!agencies.has(agency) && !told.has(agency)) {
      const nearest = findNearest(agency, [...agencies.keys()]) ?? '';
      issues.push(reportOutline(outline, 'CW501', '', { seen: agency, nearest }));
      told.add(agency);
    }
    if (!calendars.has(year) && !told.has(year)) {
      issues.push(reportOutline(outline, 'CW505', '', { seen: year }));
      told.add(year);
    }
  }
  return issues;
}

function checkGoal({ plans }: Settings, known: ReadonlyMap<string, readonly string[]>, outline: Outline): Issue[] {
  const { plan, year } = outline;
  if (plan === undefined) return [];
  const years = plans.get(plan.id)?.data.years;
  const codes = known.get(plan.id);
  if (years === undefined || codes === undefined) {
    const nearest = findNearest(plan.id, [...plans.keys()]) ?? '';
    return [reportOutline(outline, 'CW502', 'plan.id', { seen: plan.id, nearest })];
  }
  const { from, until } = years;
  if (year < from || year > until) {
    return [reportOutline(outline, 'CW504', 'plan.id', { seen: plan.id, from, until, year })];
  }
  if (codes.includes(plan.goal)) return [];
  const [area] = plan.goal.split('.');
  const beside = codes.filter((code) => code.split('.')[0] === area);
  const nearest = findNearest(plan.goal, beside) ?? '';
  return [reportOutline(outline, 'CW503', 'plan.goal', { seen: plan.goal, plan: plan.id, nearest })];
}

function checkLineage(known: ReadonlySet<string>, outline: Outline): Issue[] {
  return outline.names
    .filter(({ series }) => !known.has(series))
    .map(({ key, series }) =>
      reportOutline(outline, 'CW508', key, { seen: series, nearest: findNearest(series, [...known]) ?? '' }),
    );
}

function checkRepeats(outlines: readonly Outline[]): Issue[] {
  const series = new Map<string, Outline>();
  const codes = new Map<string, Outline>();
  const issues: Issue[] = [];
  for (const outline of outlines) {
    const inYear = `${outline.year} ${outline.series}`;
    const twin = series.get(inYear);
    if (twin === undefined) series.set(inYear, outline);
    else issues.push(reportOutline(outline, 'CW507', 'series', { seen: outline.series, other: twin.file }));
    const { code } = outline;
    if (code === undefined) continue;
    const inAgency = `${outline.year}/${outline.agency} ${code}`;
    const other = codes.get(inAgency);
    if (other === undefined) codes.set(inAgency, outline);
    else issues.push(reportOutline(outline, 'CW513', 'code', { seen: code, other: other.file }));
  }
  return issues;
}

function reportOutline(outline: Outline, code: IssueCode, key: string, params: Issue['params']): Issue {
  const [line, column] = outline.places[key] ?? [1, 1];
  const field = key === '' ? undefined : { kind: 'indicator' as const, key };
  return { code, file: outline.file, line, column, field, params };
}
