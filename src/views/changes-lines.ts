import type { CalendarRevision } from '#domain/ledger/ledger.ts';
import type { ScoredSite } from '#domain/scored-site.ts';
import type { ListedRevision, Scope } from './changes-list.ts';
import type { ChangeUnit } from './changes-pages.ts';
import type { ViewContext } from './context.ts';
import { getRevisionView, type Kind, type RevisionView } from './history-revision.ts';
import { formatValue, nameKey } from './history-values.ts';
import { compareThai, getAgencyName, getItemName, getYearLabel } from './names.ts';

/** A line of a list of changes. */
export interface ChangesLine {
  kinds: Kind[];
  /** How many indicators the line stands for. */
  count: number;
  name: string;
  language: 'th' | 'en';
  /** Absent for what has no page any more. */
  href?: string;
  /** Whose it is and of which year. */
  place: string;
  revision?: RevisionView;
  /** Of many indicators, how many are whose. */
  parts: { label: string; href?: string; count: string }[];
  partsLabel?: string;
}

export function getLine(site: ScoredSite, scope: Scope, unit: ChangeUnit, context: ViewContext): ChangesLine {
  if (unit.is === 'revision') return getRevisionLine(site, scope, unit.listed, context);
  if (unit.is === 'calendar') return getCalendarLine(site, unit.revision, context);
  const { t, format, language } = context;
  return {
    kinds: [unit.what === 'words' || unit.what === 'cut-off' ? 'other' : 'published'],
    count: unit.listed.length,
    name: t(`changes.many-${unit.what}`, { count: format.count(unit.listed.length) }),
    language,
    place: '',
    parts: getParts(site, scope, unit.listed, context),
    partsLabel: t(scope.of === 'agency' ? 'changes.parts-year' : 'changes.parts-agency'),
  };
}

/** Name, page and place of what changed; the name is today's where it still stands, the place what the list does not say. */
export function nameListed(site: ScoredSite, scope: Scope, { revision, now }: ListedRevision, context: ViewContext) {
  const item = now === undefined ? undefined : site.items.get(now);
  const name = item === undefined ? undefined : getItemName(item, context);
  const [year, agency = ''] = (now ?? revision.path).split('/');
  return {
    name: name?.text ?? revision.name,
    language: name?.language ?? ('th' as const),
    ...(item === undefined ? {} : { href: `${context.links.indicator(item.path)}#history` }),
    place: [
      ...(scope.of === 'agency' ? [] : [getAgencyName(site, agency, Number(year), context)]),
      ...(scope.of === 'year' ? [] : [getYearLabel(Number(year), context)]),
    ].join(' · '),
  };
}

function getRevisionLine(site: ScoredSite, scope: Scope, listed: ListedRevision, context: ViewContext): ChangesLine {
  const revision = getRevisionView(listed.revision, context);
  return { ...nameListed(site, scope, listed, context), kinds: revision.kinds, count: 1, revision, parts: [] };
}

function getCalendarLine(site: ScoredSite, calendar: CalendarRevision, context: ViewContext): ChangesLine {
  const { t, links, language } = context;
  const { year, change, fields, isUnreadable, isCutOff } = calendar;
  const lines = change !== 'changed' ? [] : fields;
  return {
    kinds: ['other'],
    count: 1,
    name: t('changes.calendar', { year: getYearLabel(year, context) }),
    language,
    ...(site.byYear.has(year) ? { href: links.year(year) } : {}),
    place: '',
    parts: [],
    revision: {
      kinds: ['other'],
      ...(change === 'changed'
        ? {}
        : { headline: t(isCutOff === true ? 'history.added-or-before' : `changes.calendar-${change}`) }),
      lines: lines.map(({ key, before, after }) => ({
        label: nameKey('calendar', key, context),
        before: formatValue(key, before, context),
        after: formatValue(key, after, context),
        reasons: [],
        marks: [],
      })),
      effects: [],
      notes: [
        ...(isUnreadable === true ? [t('changes.calendar-unreadable')] : []),
        ...(change === 'changed' ? [t('changes.calendar-note')] : []),
      ],
      marks: [],
    },
  };
}

/** An agency's by year, otherwise by agency. */
function getParts(
  site: ScoredSite,
  scope: Scope,
  listed: ListedRevision[],
  context: ViewContext,
): ChangesLine['parts'] {
  const { format, links } = context;
  const paths = listed.map(({ revision, now }) => (now ?? revision.path).split('/'));
  const groups = Map.groupBy(paths, ([year, agency]) => (scope.of === 'agency' ? year : agency) ?? '');
  const parts = [...groups].map(([key, own]) => {
    const count = format.count(own.length);
    if (scope.of === 'agency') {
      const year = Number(key);
      const has = site.byYear.get(year)?.has(scope.agency) === true;
      return { label: getYearLabel(year, context), ...(has && { href: links.agency(year, scope.agency) }), count };
    }
    return { label: getAgencyName(site, key, undefined, context), href: links.changes(key), count };
  });
  return parts.sort((a, b) => compareThai(a.label, b.label));
}
