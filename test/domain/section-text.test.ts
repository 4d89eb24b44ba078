import { describe, expect, it, test } from 'vitest';
import { buildSection, findText } from '#domain/section-text.ts';

describe('the text of a section', () => {
  test.each([
    ['<p>ก ข\nค</p>\n<p>ง</p>', 'ก ข\nค\nง'],
    ['<ol>\n<li>ก</li>\n<li>ข</li>\n</ol>', 'ก\nข'],
    ['<p>5 &lt; 6 &amp;lt; &quot;ก&quot; it&#39;s</p>', '5 < 6 &lt; "ก" it\'s'],
    ['<table><thead><tr><th>ก</th><th>ข</th></tr></thead></table>', 'ก\nข'],
    ['<p>ก<br>ข <strong>ค</strong> <a href="https://a.org/?b=1&amp;c">ง</a></p>', 'ก\nข ค ง'],
  ])('is what stands between the tags of %s', (html, text) => {
    expect(findText({ html })).toBe(text);
    expect(buildSection(html, text)).toEqual({ html });
  });

  it('is kept where its HTML says more, or less', () => {
    const section = buildSection('<p><figcaption>ภาพ</figcaption></p>', '');
    expect(findText(section)).toBe('');
    expect(findText(buildSection('', 'ก'))).toBe('ก');
  });

  it('is none where there is no section', () => {
    expect(findText(undefined)).toBeUndefined();
  });
});
