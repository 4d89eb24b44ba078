/**
 * Structured data as the text of a `<script type="application/ld+json">`. No text of content can end the element or
 * open a comment in it: every `<` is written as an escape, as are the two line ends that JavaScript knows and JSON does not.
 */
export function writeDataBlock(data: object): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
