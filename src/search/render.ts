import type { Format } from '#strings/format.ts';
import { buildKeptPattern } from '#strings/kept-pattern.ts';
import { fill, type Params } from '#strings/translate.ts';
import type { SearchRecord } from './document.ts';
import { type Excerpt, findLabel, findSections, markAll, type SectionMatch } from './excerpt.ts';
import { FACETS, type Facet, type Match, ORDERS, type Order, type Page } from './filter.ts';
import type { Progress } from './search.ts';
import { countFilters, type SearchState, writeState } from './state.ts';

/** What the page was built with: addresses, and the words of its language. */
export interface Labels {
  language: string;
  /** The folder that the search is loaded from. */
  folder: string;
  /** The home page of the language. */
  home: string;
  /** Names of the values of each facet that has any, in the order in which they are offered. */
  values: Partial<Record<Facet, [value: string, name: string][]>>;
  /** Words that no line may cut. */
  kept: string[];
  words: Record<string, string>;
}

/** A group that is shown: the year that comes first with its text, and the others. */
export interface Card {
  match: Match;
  others: Match[];
  /** Absent when its text could not be loaded. */
  record?: SearchRecord;
}

export interface Shown {
  state: SearchState;
  parts: readonly string[];
  progress: Progress;
  /** Pages that match and hold against the filters, and that match at all. */
  total: number;
  unfiltered: number;
  cards: readonly Card[];
  groupCount: number;
  counts: Record<Facet, Map<string, number>>;
}

export interface Help {
  /** Parts that are found when each is looked for alone. */
  alone: { part: string; count: number }[];
  suggestion?: { q: string; count: number };
}

export interface Actions {
  toggle: (facet: Facet, value: string) => void;
  clear: () => void;
  order: (order: Order) => void;
  /** Puts other words into the box. */
  type: (q: string) => void;
  more: () => void;
  retry: () => void;
  /** Of some matches those whose text holds all that was typed. */
  keepTrue: (matches: readonly Match[]) => Promise<Match[]>;
}

export interface SearchPageView {
  /** Whether a search is under way, for those who wait for its end. */
  setBusy(isBusy: boolean): void;
  showNothing(): void;
  showTooShort(): void;
  showWaiting(): void;
  showError(): void;
  show(shown: Shown): void;
  showHelp(help: Help): void;
}

/** Lines of a page that are shown; further quarters are links only. */
const LINES = 3;

/** Values of a facet that are seen at once. */
const VALUES = 8;

/** Puts results into the page that was built for them: its templates hold all markup. */
export function createView(root: HTMLElement, labels: Labels, format: Format, actions: Actions): SearchPageView {
  const find = <E extends HTMLElement>(hook: string) => getPart<E>(root, `[data-${hook}]`);
  const [status, list, notice, body] = [find('status'), find('results'), find('notice'), find('body')];
  const [more, order, filters] = [find('more'), find<HTMLSelectElement>('order'), find('filters')];
  const [browse, intro, clear] = [find('browse'), find('intro'), find('clear')];
  /** Whether the reader asked for more: the next list keeps the place and goes on from there. */
  let isMore = false;
  const say = (key: string, params: Params = {}) => fill(labels.words[key] ?? key, params);
  more.addEventListener('click', () => {
    isMore = true;
    actions.more();
  });
  clear.addEventListener('click', () => actions.clear());
  order.addEventListener('change', () => actions.order(ORDERS.find((known) => known === order.value) ?? 'relevance'));
  filters.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const facet = FACETS.find((known) => known === target.name);
    if (facet !== undefined) actions.toggle(facet, target.value);
  });

  const setMode = (mode: 'nothing' | 'notice' | 'results') => {
    root.dataset.mode = mode;
    intro.hidden = mode !== 'nothing';
    body.hidden = mode !== 'results';
    notice.hidden = mode !== 'notice';
    browse.hidden = mode === 'results';
  };
  const showNotice = (key: string, ...extra: Node[]) => {
    status.textContent = say(key);
    notice.replaceChildren(make('p', {}, say(key)), ...extra);
    setMode('notice');
  };
  const makeButton = (key: string, act: () => void, params: Params = {}) => {
    const button = make('button', { type: 'button', class: 'quiet-button' }, say(key, params)) as HTMLButtonElement;
    button.addEventListener('click', act);
    return button;
  };
  /** A link to a search, which stays on the page. */
  const makeQuery = (q: string, text: string) => {
    const link = make('a', { href: `${location.pathname}${writeState({ q, filters: {}, order: 'relevance' })}` }, text);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      actions.type(q);
    });
    return link;
  };

  const getHref = ({ href }: Page) => `${labels.home}${href}`;

  const kept = buildKeptPattern(labels.kept);
  const writeExcerpt = (excerpt: Excerpt) => writeKept(excerpt, kept);

  const tellProgress = ({ pending, failed }: Progress): Node[] => {
    const years = (list: readonly number[]) =>
      list.map((year) => (year === 0 ? say('no-year') : String(year))).join(', ');
    return [
      ...(pending.length > 0 ? [make('span', { class: 'soft' }, say('pending', { years: years(pending) }))] : []),
      ...(failed.length > 0
        ? [make('span', { class: 'odd' }, say('failed', { years: years(failed) })), makeButton('retry', actions.retry)]
        : []),
    ];
  };

  const showTotal = ({ total, groupCount, progress, state }: Shown) => {
    const number = make('strong', { 'data-total': String(total) }, format.count(total));
    const [before = '', after = ''] = say(progress.isProven ? 'total' : 'total-most').split('{total}');
    const subjects = groupCount === total ? '' : ` ${say('subjects', { groups: format.count(groupCount) })}`;
    const line = make('p');
    line.append(before, number, `${after}${subjects} `, ...tellProgress(progress));
    find('total-line').replaceChildren(line);
    // One sentence for those who listen, when all is in.
    if (progress.pending.length === 0) status.textContent = `${before}${format.count(total)}${after}${subjects}`;
    clear.hidden = countFilters(state.filters) === 0;
  };

  const showFacets = ({ counts, state }: Shown) => {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.id : '';
    const opened = new Set(
      [...filters.querySelectorAll<HTMLDetailsElement>('details[open]')].map(({ dataset }) => dataset.facet),
    );
    const sets = FACETS.flatMap((facet) => {
      const chosen = state.filters[facet] ?? [];
      const known = labels.values[facet] ?? [];
      // A value that only an address knows can be taken out again.
      const strange = chosen.filter((value) => !known.some(([other]) => other === value));
      const values = [...known, ...strange.map((value): [string, string] => [value, value])]
        .map(([value, name]) => ({ value, name, count: counts[facet].get(value) ?? 0, isOn: chosen.includes(value) }))
        .filter(({ count, isOn }) => count > 0 || isOn);
      return values.length === 0 ? [] : [makeFacet(facet, values, opened.has(facet))];
    });
    filters.replaceChildren(...sets);
    if (focused !== '') document.getElementById(focused)?.focus();
  };

  const makeFacet = (facet: Facet, values: FacetValue[], isOpen: boolean) => {
    const set = make('fieldset', {}, '');
    set.append(make('legend', {}, say(`facet-${facet}`)));
    // Long lists: the commonest first, the chosen always.
    const ordered = values.length > VALUES ? [...values].sort((a, b) => b.count - a.count) : values;
    const seen = ordered.filter(({ isOn }, index) => index < VALUES || isOn);
    const rest = ordered.filter((value) => !seen.includes(value));
    set.append(...seen.map((value) => makeChoice(facet, value)));
    if (rest.length > 0) {
      const details = make('details', { 'data-facet': facet }) as HTMLDetailsElement;
      details.open = isOpen;
      details.append(
        make('summary', {}, say('all-values', { count: format.count(values.length) })),
        ...rest.map((value) => makeChoice(facet, value)),
      );
      set.append(details);
    }
    return set;
  };

  const makeChoice = (facet: Facet, { value, name, count, isOn }: FacetValue) => {
    const id = `filter-${facet}-${value.replace(/\W/g, '-')}`;
    const input = make('input', { type: 'checkbox', id, name: facet, value, autocomplete: 'off' }) as HTMLInputElement;
    input.checked = isOn;
    const label = make('label', { class: 'choice', for: id });
    const number = make(
      'span',
      { class: 'choice-count', 'data-facet-count': `${facet}/${value}` },
      format.count(count),
    );
    label.append(input, make('span', {}, name), number);
    return label;
  };

  const makeCard = (card: Card, { parts, state, progress }: Shown) => {
    const { match, others, record } = card;
    const article = cloneTemplate(root, 'card');
    const result = getPart(article, '[data-result]');
    const link = getPart<HTMLAnchorElement>(article, '[data-title]');
    link.href = getHref(match.page);
    const isEnglish = labels.language === 'en' && record?.titleEn !== undefined;
    const title = isEnglish ? record?.titleEn : record?.title;
    link.lang = isEnglish ? 'en' : (match.page.language ?? 'th');
    link.replaceChildren(...(title === undefined ? [match.page.href] : writeExcerpt(markAll(title, parts))));
    getPart(article, '[data-place]').replaceChildren(...writePlace(record, match.page, parts));
    getPart(article, '[data-standing]').replaceChildren(...writeStanding(match.page));
    getPart(article, '[data-lines]').replaceChildren(...writeLines(record, match.page, parts, state));
    const also = getPart(article, '[data-also]');
    also.hidden = others.length === 0;
    if (progress.isProven) getPart(also, 'ul').replaceChildren(...others.map(writeOther));
    else hideOthers(also, others);
    result.dataset.result = match.page.href;
    return article;
  };

  const writePlace = (record: SearchRecord | undefined, page: Page, parts: readonly string[]): Node[] => {
    const place = labels.language === 'en' ? (record?.placeEn ?? record?.place) : record?.place;
    const year = page.year === undefined ? [] : [make('span', {}, say('year', { year: page.year }))];
    if (place === undefined) return year;
    const name = make('span', labels.language === 'en' && record?.placeEn !== undefined ? {} : { lang: 'th' });
    name.append(...writeExcerpt(markAll(place, parts)));
    return [name, ...year];
  };

  const writeStanding = (page: Page): Node[] => {
    const status = page.values.status?.[0];
    if (status === undefined) return [];
    const score = page.score === undefined ? say('no-score') : say('score', { score: format.percent(page.score) });
    return [cloneTemplate(root, `status-${status}`), make('span', { class: 'soft small' }, score)];
  };

  const writeLines = (record: SearchRecord | undefined, page: Page, parts: readonly string[], state: SearchState) => {
    if (record === undefined) return [make('li', { class: 'soft' }, say('no-text'))];
    if (parts.length === 0) return [];
    const wanted = state.filters.quarter ?? [];
    const isWanted = ({ section }: SectionMatch) => wanted.includes(section.id.slice(1));
    // The quarters that were asked for first; else as on the page.
    const sections = findSections(record, parts).sort((a, b) => Number(isWanted(b)) - Number(isWanted(a)));
    const lines = sections.slice(0, LINES).map(({ section, excerpt }) => writeLine(section.id, page, excerpt));
    const rest = sections.slice(LINES).map(({ section }) => writeSectionLink(section.id, page));
    if (rest.length > 0) {
      const line = make('li', { class: 'small soft' }, `${say('also-sections')} `);
      line.append(...rest.flatMap((link, index) => (index === 0 ? [link] : [' · ', link])));
      lines.push(line);
    }
    if (lines.length > 0) return lines;
    const label = findLabel(record, parts);
    if (label === undefined) return [];
    const line = make('li', { class: 'soft' }, `${say('found-as')} `);
    line.append(...writeExcerpt(label));
    return [line];
  };

  const writeLine = (id: string, page: Page, excerpt: Excerpt) => {
    const line = make('li', {});
    const text = make('span', { lang: page.language ?? 'th' });
    text.append(...writeExcerpt(excerpt));
    // Pages of no year have one text only.
    if (page.year !== undefined) line.append(writeSectionLink(id, page), ' ');
    line.append(text);
    return line;
  };

  const writeSectionLink = (id: string, page: Page) => {
    const quarter = /^q([1-4])$/.exec(id)?.[1];
    const text =
      quarter === undefined ? say(id === '' ? 'section-promise' : 'section-year') : say('section-quarter', { quarter });
    const link = make('a', { href: `${getHref(page)}${id === '' ? '' : `#${id}`}`, class: 'section-link' }, text);
    if (quarter !== undefined) link.dataset.resultQuarter = quarter;
    return link;
  };

  /** What is not proven is not shown: the other years are read when somebody asks for them. */
  const hideOthers = (also: HTMLElement, others: readonly Match[]) => {
    const shown = [...also.childNodes];
    const ask = makeButton(
      'also-ask',
      async () => {
        ask.disabled = true;
        const found = await actions.keepTrue(others);
        also.replaceChildren(...(found.length === 0 ? [make('p', {}, say('also-none'))] : shown));
        also.querySelector('ul')?.replaceChildren(...found.map(writeOther));
        also.querySelector('a')?.focus();
      },
      { count: others.length },
    );
    also.replaceChildren(ask);
  };

  const writeOther = ({ page }: Match) => {
    const item = make('li', { 'data-result': page.href });
    item.append(make('a', { href: getHref(page) }, String(page.year)));
    const status = page.values.status?.[0];
    if (status !== undefined) item.append(cloneTemplate(root, `status-${status}`));
    return item;
  };

  const wide = matchMedia('(width >= 60rem)');
  const box = find<HTMLDetailsElement>('filter-box');
  const unfold = () => {
    box.open = wide.matches;
  };
  wide.addEventListener('change', unfold);
  unfold();

  return {
    setBusy(isBusy) {
      root.dataset.busy = String(isBusy);
    },
    showNothing() {
      status.textContent = '';
      setMode('nothing');
    },
    showTooShort: () => showNotice('too-short'),
    showWaiting() {
      status.textContent = say('waiting');
      if (root.dataset.mode === 'results')
        find('total-line').replaceChildren(make('p', { class: 'soft' }, say('waiting')));
      else showNotice('waiting');
    },
    showError: () => showNotice('error', makeButton('retry', actions.retry)),
    show(shown) {
      const { cards, groupCount, state, progress, total, unfiltered } = shown;
      order.value = state.order;
      showTotal(shown);
      showFacets(shown);
      const before = isMore ? list.children.length : 0;
      isMore = false;
      list.replaceChildren(...cards.map((card) => makeCard(card, shown)));
      if (before > 0) list.children[before]?.querySelector('a')?.focus();
      const isOver = progress.pending.length === 0;
      const none = find('none');
      none.hidden = !(isOver && total === 0);
      none.replaceChildren(make('p', {}, say(unfiltered > 0 ? 'none-filtered' : 'none', { q: state.q.trim() })));
      // Where nothing at all was found there is nothing to order or to filter.
      const isIdle = isOver && unfiltered === 0 && countFilters(state.filters) === 0;
      box.hidden = isIdle || filters.children.length === 0;
      getPart(root, '.search-order').hidden = isIdle;
      more.hidden = cards.length >= groupCount;
      more.textContent = say('more', { count: format.count(groupCount - cards.length) });
      setMode('results');
      browse.hidden = !(isOver && unfiltered === 0);
    },
    showHelp({ alone, suggestion }) {
      const none = find('none');
      if (suggestion !== undefined) {
        const line = make('p', { class: 'big-line' }, `${say('meant')} `);
        line.append(makeQuery(suggestion.q, suggestion.q), ` (${format.count(suggestion.count)})`);
        none.append(line);
      }
      if (alone.length > 0) {
        const line = make('p', {}, `${say('alone')} `);
        alone.forEach(({ part, count }, index) => {
          line.append(...(index === 0 ? [] : [' · ']), makeQuery(part, part), ` (${format.count(count)})`);
        });
        none.append(line);
      }
      none.append(make('p', { class: 'soft' }, say('advice')));
    },
  };
}

interface FacetValue {
  value: string;
  name: string;
  count: number;
  isOn: boolean;
}

/** An element; text is put in as text, never as markup. */
function make(tag: string, attributes: Record<string, string> = {}, text = ''): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== '') element.textContent = text;
  return element;
}

function getPart<E extends HTMLElement>(within: ParentNode, selector: string): E {
  const part = within.querySelector<E>(selector);
  if (part === null) throw new Error(`the page has no ${selector}`);
  return part;
}

function cloneTemplate(root: HTMLElement, name: string): HTMLElement {
  const template = getPart<HTMLTemplateElement>(root, `template[data-template="${name}"]`);
  const first = template.content.firstElementChild;
  if (first === null) throw new Error(`the template ${name} is empty`);
  return first.cloneNode(true) as HTMLElement;
}

/** Marked and unmarked runs, in which no line cuts a compound: it may begin in one run and end in another. */
function writeKept(excerpt: Excerpt, pattern: RegExp): Node[] {
  const text = excerpt.map((run) => run.text).join('');
  const spans = [...text.matchAll(pattern)].map(({ index, 0: word }): Span => [index, index + word.length]);
  let start = 0;
  const runs = excerpt.map((run) => {
    const span: Span = [start, start + run.text.length];
    start = span[1];
    return { isMark: run.isMark, span };
  });
  const slice = ([from, to]: Span): Node[] =>
    runs.flatMap(({ isMark, span }) => {
      const part = text.slice(Math.max(from, span[0]), Math.max(0, Math.min(to, span[1])));
      if (part === '') return [];
      return [isMark ? make('mark', { class: 'found' }, part) : document.createTextNode(part)];
    });
  const nodes: Node[] = [];
  let last = 0;
  for (const [from, to] of spans) {
    const whole = make('span', { class: 'kept' });
    whole.append(...slice([from, to]));
    nodes.push(...slice([last, from]), whole);
    last = to;
  }
  return [...nodes, ...slice([last, text.length])];
}

type Span = [from: number, to: number];
