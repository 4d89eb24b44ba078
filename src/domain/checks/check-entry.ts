import type { AgencyEntry, CalendarEntry, Entry, IndicatorEntry, PlanEntry, ReportEntry, SiteEntry } from '../entry.ts';
import { getQuarterSpan, QUARTERS } from '../fiscal-year.ts';
import type { Issue } from '../issue.ts';
import { findNearest } from '../nearest.ts';
import type { PlanNode } from '../schemas/plan.ts';
import type { Bands, Milestones } from '../schemas/scale.ts';
import { checkCorrections } from './check-corrections.ts';
import { reportIssue } from './report-issue.ts';

/** Rules that hold inside one entry and that a schema cannot say. */
export function checkEntry(entry: Entry): Issue[] {
  switch (entry.kind) {
    case 'site':
      return checkTimeZone(entry);
    case 'calendar':
      return checkCalendar(entry);
    case 'plan':
      return checkPlan(entry);
    case 'agency':
      return checkNames(entry);
    case 'indicator':
      return [...checkIndicator(entry), ...checkCorrections(entry)];
    case 'report':
      return [...checkReport(entry), ...checkCorrections(entry)];
    case 'year':
      return checkCorrections(entry);
  }
}

function checkTimeZone(entry: SiteEntry): Issue[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone: entry.data.timeZone });
    return [];
  } catch {
    const nearest = findNearest(entry.data.timeZone, Intl.supportedValuesOf('timeZone')) ?? '';
    return [reportIssue(entry, 'CW332', 'timeZone', { seen: entry.data.timeZone, nearest })];
  }
}

function checkCalendar(entry: CalendarEntry): Issue[] {
  const issues: Issue[] = [];
  const { quarters, thresholds } = entry.data;
  for (const quarter of QUARTERS) {
    const dates = quarters[quarter - 1];
    if (dates === undefined) continue;
    const { until } = getQuarterSpan(entry.year, quarter);
    if (dates.due <= until) {
      const key = `quarters.${quarter - 1}.due`;
      issues.push(reportIssue(entry, 'CW328', key, { seen: dates.due, after: until }));
    }
    if (dates.closed < dates.due) {
      const key = `quarters.${quarter - 1}.closed`;
      issues.push(reportIssue(entry, 'CW328', key, { seen: dates.closed, after: dates.due }));
    }
  }
  if (thresholds.behind > thresholds.onTrack) {
    const params = { seen: thresholds.behind, most: thresholds.onTrack };
    issues.push(reportIssue(entry, 'CW329', 'thresholds.behind', params));
  }
  return issues;
}

function checkPlan(entry: PlanEntry): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const visit = (node: PlanNode, parent: string | undefined, key: string) => {
    const above = node.code.includes('.') ? node.code.slice(0, node.code.lastIndexOf('.')) : undefined;
    const belongs = above === parent;
    if (!belongs || seen.has(node.code)) {
      const params = {
        seen: node.code,
        parent: parent ?? '',
        reason: belongs ? 'twice' : parent === undefined ? 'top' : '',
      };
      issues.push(reportIssue(entry, 'CW330', `${key}.code`, params));
    }
    seen.add(node.code);
  };
  entry.data.areas.forEach((area, a) => {
    visit(area, undefined, `areas.${a}`);
    area.subAreas?.forEach((subArea, s) => {
      visit(subArea, area.code, `areas.${a}.subAreas.${s}`);
      subArea.goals?.forEach((goal, g) => {
        visit(goal, subArea.code, `areas.${a}.subAreas.${s}.goals.${g}`);
      });
    });
  });
  const { from, until } = entry.data.years;
  if (from > until) issues.push(reportIssue(entry, 'CW331', 'years.until', { from, until }));
  return issues;
}

function checkNames(entry: AgencyEntry): Issue[] {
  return entry.data.names.flatMap((name, index) => {
    const { from, until } = name;
    const isOrdered = from === undefined || until === undefined || from <= until;
    return isOrdered ? [] : [reportIssue(entry, 'CW331', `names.${index}.until`, { from, until })];
  });
}

function checkIndicator(entry: IndicatorEntry): Issue[] {
  const { scale, direction, target, quarterTargets, accumulation } = entry.data;
  const issues: Issue[] = [];
  if (scale.kind === 'milestones') issues.push(...checkMilestones(entry, scale));
  if (scale.kind === 'bands') issues.push(...checkEdges(entry, scale));
  if (scale.kind === 'proportional' && scale.baseline !== undefined && target !== 'unknown') {
    const isBeyond = direction === 'higher' ? scale.baseline > target : scale.baseline < target;
    if (isBeyond) {
      issues.push(reportIssue(entry, 'CW325', 'scale.baseline', { seen: scale.baseline, target, direction }));
    }
  }
  if (quarterTargets !== undefined && accumulation === 'cumulative') {
    quarterTargets.forEach((planned, index) => {
      const before = quarterTargets[index - 1];
      if (before !== undefined && planned < before) {
        issues.push(reportIssue(entry, 'CW326', `quarterTargets.${index}`, { seen: planned, before }));
      }
    });
  }
  return issues;
}

function checkMilestones(entry: IndicatorEntry, scale: Milestones): Issue[] {
  const issues: Issue[] = [];
  if (entry.data.direction === 'lower') issues.push(reportIssue(entry, 'CW324', 'direction', { seen: 'lower' }));
  const rising = scale.levels.map((level, index) => ({ ...level, index })).sort((a, b) => a.level - b.level);
  rising.forEach((level, position) => {
    const below = rising[position - 1];
    if (below === undefined) return;
    for (const key of ['level', 'percent', 'points'] as const) {
      if (level[key] > below[key]) continue;
      const params = { seen: level[key], level: level.level, below: below[key] };
      issues.push(reportIssue(entry, 'CW321', `scale.levels.${level.index}.${key}`, params));
    }
  });
  const top = rising.at(-1);
  const weight = entry.data.weight;
  if (top !== undefined && weight !== 'unknown' && top.points !== weight) {
    issues.push(reportIssue(entry, 'CW322', `scale.levels.${top.index}.points`, { seen: top.points, weight }));
  }
  return issues;
}

function checkEdges(entry: IndicatorEntry, scale: Bands): Issue[] {
  const { direction } = entry.data;
  return scale.edges.flatMap((edge, index) => {
    const before = scale.edges[index - 1];
    if (before === undefined) return [];
    const isOrdered = direction === 'higher' ? edge > before : edge < before;
    return isOrdered ? [] : [reportIssue(entry, 'CW323', `scale.edges.${index}`, { seen: edge, before, direction })];
  });
}

function checkReport(entry: ReportEntry): Issue[] {
  const { result, notApplicable } = entry.data;
  if (result === undefined || notApplicable === undefined) return [];
  return [reportIssue(entry, 'CW327', 'notApplicable', { seen: result })];
}
