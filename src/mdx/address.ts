import { unmaskText } from './mask-syntax.ts';

/** Browsers and servers refuse longer addresses. */
const MOST_ADDRESS = 2000;

/** The name when an address is that of a file beside the entry. */
export function getFileBeside(address: string): string | undefined {
  return /^(?:\.\/)?([a-z0-9]+(?:[._-][a-z0-9]+)*\.(?:pdf|png|jpg|webp))$/.exec(address)?.[1];
}

/** An address as it was typed: the parser encodes what is not ASCII. */
export function showAddress(address: string): string {
  const short = address.slice(0, 200);
  try {
    return unmaskText(decodeURI(short)).slice(0, 60);
  } catch {
    return short.slice(0, 60);
  }
}

/** https, mailto and tel addresses, addresses relative to the page, and places on the page. */
export function isSafeHref(href: string): boolean {
  if (href.length > MOST_ADDRESS || /[\s\p{Cc}\\<>"']/u.test(href)) return false;
  if (/^https:\/\/[^/]/i.test(href) || /^mailto:[^:]+@[^:]+$/i.test(href) || /^tel:[+\d-]+$/i.test(href)) return true;
  return /^#./.test(href) || (/^\.{1,2}\//.test(href) && !href.includes(':'));
}
