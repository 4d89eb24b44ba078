import type { Element, Nodes } from 'hast';
import type { Place } from '#domain/entry.ts';
import type { Issue, IssueCode } from '#domain/issue.ts';
import { findNearest } from '#domain/nearest.ts';
import { getFileBeside, isSafeHref, showAddress } from './address.ts';
import { ATTACHMENT, components } from './components.ts';
import { escapeHtml } from './escape.ts';
import { MOST_DEPTH } from './find-excess.ts';
import { unmaskCode, unmaskText } from './mask-syntax.ts';
import { getPlace } from './node-text.ts';

/** Elements that Markdown makes and that are written as they are, without attributes. */
const PLAIN = new Set('p strong em del ul li blockquote code pre table thead tbody tr th td br hr'.split(' '));
const VOID = new Set(['br', 'hr']);

/** `\{` in an address, masked and then percent-encoded by the parser. */
const ESCAPED_BRACE = /%EF%B7%95%EF%B7%90/g;

interface WriterContext {
  report: (code: IssueCode, place: Place, params?: Issue['params']) => void;
  mentions: { name: string; place: Place }[];
  headingRank: number;
}

interface JsxNode {
  name: string | null;
  attributes: { type: string; name?: string; value?: unknown }[];
  children: Nodes[];
}

/** Writes allowed nodes to HTML and reports all others. What has no branch here cannot reach a page. */
export class HtmlWriter {
  #context: WriterContext;
  #depth = 0;
  /** Where the node written last begins; some nodes have no place of their own. */
  #place: Place = [1, 1];
  #unmask = unmaskText;

  constructor(context: WriterContext) {
    this.#context = context;
  }

  write(nodes: readonly Nodes[]): string {
    const [first] = nodes;
    if (first === undefined) return '';
    if (this.#depth >= MOST_DEPTH) {
      this.#context.report('CW419', this.#place, { seen: MOST_DEPTH });
      return '';
    }
    this.#depth += 1;
    const html = nodes.map((node) => this.#writeNode(node)).join('');
    this.#depth -= 1;
    return html;
  }

  #writeNode(node: Nodes): string {
    if (node.position !== undefined) this.#place = getPlace(node);
    switch (node.type) {
      case 'text':
        return escapeHtml(this.#unmask(node.value));
      case 'element':
        return this.#writeElement(node);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#writeComponent(node as unknown as JsxNode, getPlace(node));
      default:
        this.#context.report('CW415', this.#place, { seen: node.type });
        return '';
    }
  }

  #writeElement(node: Element): string {
    const { tagName } = node;
    if (tagName === 'a') return this.#writeLink(node);
    if (tagName === 'img') return this.#writeImage(node);
    if (tagName === 'input') return node.properties.checked ? '☑ ' : '☐ ';
    if (/^h[1-6]$/.test(tagName)) {
      const rank = Math.min(6, this.#context.headingRank + Math.max(0, Number(tagName[1]) - 3));
      return `<h${rank}>${this.write(node.children)}</h${rank}>`;
    }
    if (tagName === 'ol') {
      const start = Number(node.properties.start ?? 1);
      return `<ol${start === 1 ? '' : ` start="${start}"`}>${this.write(node.children)}</ol>`;
    }
    if (!PLAIN.has(tagName)) {
      this.#context.report('CW407', getPlace(node), { seen: `<${tagName}>` });
      return '';
    }
    if (VOID.has(tagName)) return `<${tagName}>`;
    if (tagName === 'code') return `<code>${this.#writeCode(node.children)}</code>`;
    const align = /text-align:\s*(left|center|right)/.exec(String(node.properties.style ?? ''))?.[1];
    const attribute = align === undefined ? '' : ` data-align="${align}"`;
    return `<${tagName}${attribute}>${this.write(node.children)}</${tagName}>`;
  }

  #writeCode(nodes: readonly Nodes[]): string {
    this.#unmask = unmaskCode;
    const html = this.write(nodes);
    this.#unmask = unmaskText;
    return html;
  }

  #writeLink(node: Element): string {
    const { report, mentions } = this.#context;
    const href = unmaskText(String(node.properties.href ?? '').replace(ESCAPED_BRACE, '%7B'));
    const name = getFileBeside(href);
    if (name !== undefined) {
      mentions.push({ name, place: getPlace(node) });
      return `<a href="${ATTACHMENT}${escapeHtml(name)}">${this.write(node.children)}</a>`;
    }
    if (!isSafeHref(href)) {
      report('CW412', getPlace(node), { seen: showAddress(href), reason: /^http:/i.test(href) ? 'http' : '' });
      return this.write(node.children);
    }
    const away = /^https:/i.test(href) ? ' rel="noopener nofollow"' : '';
    return `<a href="${escapeHtml(href)}"${away}>${this.write(node.children)}</a>`;
  }

  #writeImage(node: Element): string {
    const { report, mentions } = this.#context;
    const src = String(node.properties.src ?? '');
    const alt = unmaskText(String(node.properties.alt ?? '')).trim();
    const name = getFileBeside(src);
    if (name === undefined || name.endsWith('.pdf')) {
      report('CW413', getPlace(node), { seen: showAddress(src) });
      return '';
    }
    if (alt === '') report('CW418', getPlace(node), { seen: name });
    mentions.push({ name, place: getPlace(node) });
    return `<img src="${ATTACHMENT}${escapeHtml(name)}" alt="${escapeHtml(alt)}" loading="lazy">`;
  }

  #writeComponent(node: JsxNode, place: Place): string {
    const { report, mentions } = this.#context;
    const name = node.name ?? '';
    const component = Object.hasOwn(components, name) ? components[name] : undefined;
    if (component === undefined) {
      report('CW408', place, { seen: `<${name}>`, nearest: '', known: Object.keys(components).join(', ') });
      return '';
    }
    const attributes = this.#readAttributes(node, component.attributes.shape, place);
    const content = this.write(node.children);
    if (attributes === undefined) return '';
    const checked = component.attributes.safeParse(attributes);
    if (!checked.success) {
      for (const attribute of new Set(checked.error.issues.map((issue) => issue.path.join('.')))) {
        const seen = attributes[attribute];
        const reason = attribute.includes('/') ? 'either' : seen === undefined ? 'missing' : 'value';
        report('CW411', place, { seen: seen ?? `<${name}>`, component: name, attribute, reason });
      }
      return '';
    }
    const file = attributes[component.fileAttribute ?? ''];
    if (file !== undefined) mentions.push({ name: file, place });
    if (!component.hasContent && content.trim() !== '')
      report('CW411', place, { seen: `<${name}>`, component: name, attribute: '/>', reason: 'content' });
    return component.toHtml(attributes, content);
  }

  #readAttributes(node: JsxNode, known: object, place: Place): Record<string, string> | undefined {
    const { report } = this.#context;
    const attributes: Record<string, string> = {};
    let isReadable = true;
    for (const attribute of node.attributes) {
      const name = attribute.name ?? '{…}';
      const seen = `<${node.name} ${name}>`;
      if (attribute.type !== 'mdxJsxAttribute' || (attribute.value !== null && typeof attribute.value === 'object')) {
        report('CW409', place, { seen, attribute: name });
      } else if (!Object.hasOwn(known, name)) {
        const nearest = findNearest(name, Object.keys(known)) ?? '';
        report('CW410', place, { seen, attribute: name, nearest, known: Object.keys(known).join(', ') });
      } else if (Object.hasOwn(attributes, name)) {
        report('CW410', place, { seen, attribute: name, reason: 'twice' });
      } else {
        attributes[name] = unmaskCode(String(attribute.value ?? ''));
        continue;
      }
      isReadable = false;
    }
    return isReadable ? attributes : undefined;
  }
}
