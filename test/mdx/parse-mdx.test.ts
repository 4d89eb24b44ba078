import { describe, expect, it, test } from 'vitest';
import { findText } from '#domain/section-text.ts';
import { type ParseOptions, parseMdx } from '#mdx/parse-mdx.ts';

const OPTIONS: ParseOptions = { file: 'q1.mdx', titles: {}, headingRank: () => 4 };
const TITLED: ParseOptions = {
  ...OPTIONS,
  titles: { คำนิยาม: 'definition', Definition: 'definition', วิธีการคำนวณ: 'method' },
};

function toHtml(text: string, options = OPTIONS): string | undefined {
  const { issues, sections } = parseMdx(text, options);
  expect(issues).toEqual([]);
  return sections.body?.html;
}

function findCodes(text: string, options = OPTIONS): string[] {
  return parseMdx(text, options).issues.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

describe('what may stand in a text', () => {
  test.each([
    ['ซ่อมแล้ว **ทั้งหมด** *ตามแผน* ~~เดิม~~', '<p>ซ่อมแล้ว <strong>ทั้งหมด</strong> <em>ตามแผน</em> <del>เดิม</del></p>'],
    ['- ก\n- ข', '<ul>\n<li>ก</li>\n<li>ข</li>\n</ul>'],
    ['3. ก\n4. ข', '<ol start="3">\n<li>ก</li>\n<li>ข</li>\n</ol>'],
    ['### ผลเดือนแรก\n\n#### สัปดาห์แรก', '<h4>ผลเดือนแรก</h4>\n<h5>สัปดาห์แรก</h5>'],
    ['ก\\\nข', '<p>ก<br>\nข</p>'],
    ['ใช้ `{a} <b>`', '<p>ใช้ <code>{a} &lt;b&gt;</code></p>'],
    ['```\nimport x\n{a}\n```', '<pre><code>import x\n{a}\n</code></pre>'],
    ['a < b และ 3 > 2 & 5', '<p>a &lt; b และ 3 &gt; 2 &amp; 5</p>'],
    ['&lt;b&gt; &#3585; \\<50 \\{ก\\}', '<p>&lt;b&gt; ก &lt;50 {ก}</p>'],
    ['- [ ] ร่าง\n- [x] ส่ง', '<ul>\n<li>☐  ร่าง</li>\n<li>☑  ส่ง</li>\n</ul>'],
    ['[เว็บ](https://example.org/ก)', '<p><a href="https://example.org/%E0%B8%81" rel="noopener nofollow">เว็บ</a></p>'],
    ['[โทร](tel:+6621234567)', '<p><a href="tel:+6621234567">โทร</a></p>'],
    ['[จดหมาย](mailto:a@example.org)', '<p><a href="mailto:a@example.org">จดหมาย</a></p>'],
    ['[ไตรมาส](#q1) [ปีก่อน](../../2566/)', '<p><a href="#q1">ไตรมาส</a> <a href="../../2566/">ปีก่อน</a></p>'],
    ['[บันทึก](log.pdf)', '<p><a href="attachment:log.pdf">บันทึก</a></p>'],
    ['![ถนน](./road.png)', '<p><img src="attachment:road.png" alt="ถนน" loading="lazy"></p>'],
    ['<Note>ระวัง</Note>', '<aside class="note">ระวัง</aside>'],
    ['<Note />', '<aside class="note"></aside>'],
    [
      '<Evidence title="ก <5 {ข} &quot;ค&quot;" file="log.pdf" />',
      '<a class="evidence-link" href="attachment:log.pdf">ก &lt;5 {ข} &quot;ค&quot;</a>',
    ],
    [
      '<Figure file="road.png" alt="ถนน" caption="หลังซ่อม" />',
      '<figure><img src="attachment:road.png" alt="ถนน" loading="lazy"><figcaption>หลังซ่อม</figcaption></figure>',
    ],
  ])('%j', (text, html) => {
    expect(toHtml(text)).toBe(html);
  });

  it('a table keeps its alignment without a style', () => {
    expect(toHtml('| ก | ข |\n|:--|--:|\n| 1 | 2 |')).toContain('<td data-align="right">2</td>');
  });

  it('a timeline shows days in the Buddhist era', () => {
    const html = toHtml('<Timeline>\n<Event date="2023-10-01" title="เริ่ม">\nลงนาม\n</Event>\n</Timeline>');
    expect(html).toContain('<time datetime="2023-10-01">1/10/2566</time>');
  });

  it('the word import is a word where it begins no paragraph', () => {
    expect(toHtml('มูลค่า\nimport สินค้า')).toBe('<p>มูลค่า\nimport สินค้า</p>');
    expect(toHtml('- export สินค้า')).toContain('<li>export สินค้า</li>');
    expect(toHtml('important')).toBe('<p>important</p>');
  });

  it('files it refers to are told with their places', () => {
    const { mentions } = parseMdx('ดู [บันทึก](log.pdf)\n\n<Figure file="road.png" alt="ก" />', OPTIONS);
    expect(mentions).toEqual([
      { name: 'log.pdf', place: [1, 4] },
      { name: 'road.png', place: [3, 1] },
    ]);
  });
});

describe('sections', () => {
  it('are told apart by their titles, in Thai or English', () => {
    const { sections, issues } = parseMdx('นำ\n\n## คำนิยาม\n\nหมายถึง\n\n## วิธีการคำนวณ\n\nหาร', TITLED);
    expect(issues).toEqual([]);
    expect(sections).toMatchObject({
      body: { html: '<p>นำ</p>' },
      definition: { html: '<p>หมายถึง</p>' },
      method: { html: '<p>หาร</p>' },
    });
  });

  it('open with a heading of the first rank too', () => {
    expect(parseMdx('# คำนิยาม\n\nหมายถึง', TITLED).sections).toMatchObject({ definition: { html: '<p>หมายถึง</p>' } });
  });

  it('of another title are refused, with the nearest that exists', () => {
    const { issues } = parseMdx('## คำนิยม\n\nก', TITLED);
    expect(issues).toMatchObject([{ code: 'CW416', line: 1, params: { nearest: 'คำนิยาม' } }]);
  });

  it('that are named like parts of every object are refused as others are', () => {
    expect(findCodes('## constructor\n\nก\n\n## __proto__\n\nข', TITLED)).toEqual(['CW416 1:1', 'CW416 5:1']);
  });

  it('stand once', () => {
    expect(findCodes('## คำนิยาม\n\nก\n\n## Definition\n\nข', TITLED)).toEqual(['CW417 5:1']);
  });

  it('have plain text with one line a block', () => {
    const { sections } = parseMdx('ก **ข**\n\n<Note>\n\nค\n\nง\n\n</Note>\n\n- จ\n- ฉ\n\n`\\{`', OPTIONS);
    expect(findText(sections.body)).toBe('ก ข\nค\nง\nจ\nฉ\n\\{');
  });

  it('know where a pattern stands as it was typed', () => {
    const { findPlace } = parseMdx('\n\n## คำนิยาม\n\nก &amp; **ข**\n\n> ค ง', TITLED);
    expect(findPlace('definition', /ข/)).toEqual([5, 11]);
    expect(findPlace('definition', /ง/)).toEqual([7, 5]);
    expect(findPlace('method', /ง/)).toBeUndefined();
  });
});
