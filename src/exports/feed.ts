import { createHash } from 'node:crypto';
import type { FeedEntry, FeedView } from '#views/changes-feed.ts';

/** A feed as Atom (RFC 4287), in UTF-8. Ids stay the same when the site moves to another address. */
export function writeFeed(feed: FeedView): string {
  const { language, title, author, self, page, updated, entries } = feed;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeText(language)}">`,
    `  <id>${nameFeed(feed)}</id>`,
    `  <title>${escapeText(title)}</title>`,
    `  <updated>${escapeText(updated)}</updated>`,
    `  <author><name>${escapeText(author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeText(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeText(page)}"/>`,
    ...entries.flatMap((entry) => writeEntry(feed, entry)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function writeEntry(feed: FeedView, entry: FeedEntry): string[] {
  return [
    '  <entry>',
    `    <id>${nameEntry(feed, entry)}</id>`,
    `    <title>${escapeText(entry.title)}</title>`,
    `    <updated>${escapeText(entry.updated)}</updated>`,
    `    <published>${escapeText(entry.updated)}</published>`,
    `    <link rel="alternate" type="text/html" href="${escapeText(entry.href)}"/>`,
    // What readers of feeds get is HTML that was escaped once; in XML it is text and escaped again.
    `    <content type="html">${escapeText(writeContent(entry))}</content>`,
    '  </entry>',
  ];
}

function writeContent({ changes, more }: FeedEntry): string {
  const parts = changes.map(({ name, href, place, lines }) => {
    const title = href === undefined ? escapeText(name) : `<a href="${escapeText(href)}">${escapeText(name)}</a>`;
    const list = lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${escapeText(line)}</li>`).join('')}</ul>`;
    return `<p><b>${title}</b>${place === '' ? '' : `<br>${escapeText(place)}`}</p>${list}`;
  });
  return [...parts, ...(more === undefined ? [] : [`<p>${escapeText(more)}</p>`])].join('');
}

/** The namespace of names that are addresses: RFC 9562, 6.6. */
const ADDRESSES = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** The list and the language make another feed, and another entry, of the same commits. */
function nameFeed({ source, language, page }: FeedView): string {
  return nameUuid(`${source} ${language} ${getPath(page)}`);
}

function nameEntry({ language, page }: FeedView, { commit }: FeedEntry): string {
  return nameUuid(`${commit} ${language} ${getPath(page)}`);
}

/** What of an address stays when the site moves: its last folders, from "changes" on. */
function getPath(address: string): string {
  return address.slice(address.lastIndexOf('/changes/'));
}

/** A name-based UUID: version 5 of RFC 9562. */
function nameUuid(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(ADDRESSES.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex', 0, 16);
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

/** Characters that XML 1.0 cannot hold, halves of surrogate pairs among them. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in XML and in HTML; what XML cannot hold is shown as a sign that something is missing. */
function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign);
}
