import type { FrameView } from '#views/page-view.ts';

/** What a page gives to those who show a link to it. */
export interface Shared {
  frame: Pick<FrameView, 'language' | 'siteName' | 'languages'>;
  title: string;
  description?: string | undefined;
  /** The page's full address, where the public address of the site is known. */
  canonical?: string | undefined;
  /** 1200 × 630 pixels; the address without the host. */
  picture?: { href: string; alt: string } | undefined;
}

/** Open Graph names what it tells by `property`, all others by `name`. */
export type Tag = { property: string; content: string } | { name: string; content: string };

const LOCALES = { th: 'th_TH', en: 'en_GB' };

/** The tags by which chats and social networks show a link: its title, its words and its picture. */
export function getSharingTags({ frame, title, description, canonical, picture }: Shared): Tag[] {
  const others = frame.languages.filter((other) => other.language !== frame.language);
  const tell = (property: string, content: string | undefined) =>
    content === undefined ? [] : [{ property, content }];
  // The picture is fetched from elsewhere: without the public address there is nothing to fetch.
  const image = canonical && picture && { address: new URL(picture.href, canonical).href, alt: picture.alt };
  return [
    ...tell('og:type', 'website'),
    ...tell('og:site_name', frame.siteName),
    ...tell('og:title', title),
    ...tell('og:description', description),
    ...tell('og:url', canonical),
    ...tell('og:locale', LOCALES[frame.language]),
    ...others.flatMap((other) => tell('og:locale:alternate', LOCALES[other.language])),
    ...(image ? getPictureTags(image.address, image.alt) : []),
    { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' },
  ];
}

function getPictureTags(address: string, alt: string): Tag[] {
  return [
    { property: 'og:image', content: address },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { property: 'og:image:alt', content: alt },
  ];
}
