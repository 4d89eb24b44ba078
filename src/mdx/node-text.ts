import type { Nodes } from 'hast';
import type { Place } from '#domain/entry.ts';
import { MOST_DEPTH } from './find-excess.ts';
import { unmaskCode, unmaskText } from './mask-syntax.ts';

/** Elements that end a line of plain text. */
const BLOCK = /^(?:p|h[1-6]|li|pre|td|th)$/;

/** The words of nodes, one line a block. */
export function getText(nodes: readonly Nodes[]): string {
  const lines = collectText(nodes, 0, unmaskText).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function collectText(nodes: readonly Nodes[], depth: number, unmask: (text: string) => string): string {
  if (depth > MOST_DEPTH) return '';
  const texts = nodes.map((node) => {
    if (node.type === 'text') return unmask(node.value);
    if (node.type === 'element' && node.tagName === 'code') return collectText(node.children, depth + 1, unmaskCode);
    if (node.type === 'element' && node.tagName === 'br') return '\n';
    const text = 'children' in node ? collectText(node.children, depth + 1, unmask) : '';
    return node.type === 'element' && BLOCK.test(node.tagName) ? `${text}\n` : text;
  });
  return texts.join('');
}

/** Line and column where a node begins. */
export function getPlace(node: Nodes): Place {
  return [node.position?.start.line ?? 1, node.position?.start.column ?? 1];
}
