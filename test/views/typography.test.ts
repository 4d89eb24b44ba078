import { describe, expect, test } from 'vitest';
import { keepWords } from '#views/typography.ts';

const page = (body: string) => `<html><head><title>เป้าหมาย</title></head><body>${body}</body></html>`;
const kept = (word: string) => `<span class="kept">${word}</span>`;

function keep(body: string, own: readonly string[] = []): string {
  return keepWords(page(body), own).slice(page('').indexOf('</body>'), -'</body></html>'.length);
}

describe('compounds', () => {
  test('are wrapped wherever they stand in text', () => {
    expect(keep('<p>ถึงเป้าหมายแล้ว</p>')).toBe(`<p>ถึง${kept('เป้าหมาย')}แล้ว</p>`);
    expect(keep('เป้าหมาย<b>เป้าหมาย</b> เป้าหมาย')).toBe(
      `${kept('เป้าหมาย')}<b>${kept('เป้าหมาย')}</b> ${kept('เป้าหมาย')}`,
    );
  });

  test('win over their parts: the longest is wrapped, once', () => {
    expect(keep('ปีงบประมาณ')).toBe(kept('ปีงบประมาณ'));
    expect(keep('ชี้งบประมาณ')).toBe(`ชี้${kept('งบประมาณ')}`);
    expect(keep('เขตบางนา', ['เขต', 'เขตบางนา'])).toBe(kept('เขตบางนา'));
  });

  test('of one city are added by its settings, for that city only', () => {
    expect(keep('เทศบาลนครธารทอง', ['ธารทอง'])).toBe(`เทศบาลนคร${kept('ธารทอง')}`);
    expect(keep('เทศบาลนครธารทอง')).toBe('เทศบาลนครธารทอง');
  });

  test('with signs of patterns in them are words like others', () => {
    expect(keep('ก.ก. กxกx', ['ก.ก.'])).toBe(`${kept('ก.ก.')} กxกx`);
    expect(keep('a (ส่วนกลาง) b', ['(ส่วนกลาง)'])).toBe(`a ${kept('(ส่วนกลาง)')} b`);
  });
});

describe('nothing is wrapped', () => {
  test.each([
    ['in an attribute', '<a href="/x" aria-label="เป้าหมาย">x</a>'],
    ['in an attribute that holds a >', '<a aria-label="ก > เป้าหมาย <img src=x> ผลงาน" title=\'1 > เป้าหมาย\'>x</a>'],
    ['in a drawing, which a span would break', '<svg viewBox="0 0 1 1"><title>เป้าหมาย</title><text>ผลงาน</text></svg>'],
    ['in a comment', "<!-- don’t > ' เป้าหมาย -->"],
    ['in a script or its data', '<script type="application/json">{"a":"เป้าหมาย"}</script>'],
    ['in a style', '<style>a::after{content:"เป้าหมาย"}</style>'],
    ['in a list of choices', '<select><option>เป้าหมาย</option></select>'],
  ])('%s', (_, body) => {
    expect(keep(body)).toBe(body);
    expect(keep(`${body}<p>เป้าหมาย</p>`)).toBe(`${body}<p>${kept('เป้าหมาย')}</p>`);
  });

  test('in the head', () => {
    expect(keepWords(page('x'), [])).toBe(page('x'));
  });

  test('where there is no body', () => {
    expect(keepWords('<title>เป้าหมาย</title>', [])).toBe('<title>เป้าหมาย</title>');
  });
});

test('the text is the same once the spans are gone', () => {
  const body = '<h1 lang="th">ตัวชี้วัด</h1><p>ร้อยละ 75.00 &lt; เป้าหมาย &amp; <em>ผลงาน</em> กำหนดส่ง ๑๕</p><!-- ไตรมาส -->';
  const wrapped = keep(body);
  expect(wrapped).not.toBe(body);
  expect(wrapped.replace(/<span class="kept">(.*?)<\/span>/g, '$1')).toBe(body);
});

test.each(['e-GP', 'C++', 'ก.พ.ร.', '(ร่าง)', 'a|b', '50%'])('a city’s own word may hold any sign: %s', (word) => {
  expect(keepWords(page(`<p>ระบบ ${word} ใหม่</p>`), [word])).toBe(page(`<p>ระบบ ${kept(word)} ใหม่</p>`));
});
