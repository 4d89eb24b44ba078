import { expect, test } from 'vitest';
import type { SearchDocument } from '#search/document.ts';
import { countWords, mergeWords } from '#search/list-words.ts';
import { findNearestWord } from '#search/suggest.ts';
import { buildDocument } from './documents.ts';

/** The words of documents, each on a shelf of its own. */
const listWords = (documents: SearchDocument[]) => mergeWords(documents.map((document) => countWords([document])));

const list = (...texts: string[]) =>
  listWords(texts.map((text, at) => buildDocument(`2564/a/p${at}/`, { title: '', sections: [{ id: '', text }] })));

test('words of a page, and what two or three of them make, are what a misspelt word can have meant', () => {
  const words = list('งบประมาณด้านเทคโนโลยีสารสนเทศและการจัดการมูลฝอย ตัวชี้วัดบริการอิเล็กทรอนิกส์ ตาม พ.ร.บ. การสาธารณสุข');
  for (const word of ['งบประมาณ', 'สารสนเทศ', 'มูลฝอย', 'ตัวชี้วัด', 'อิเล็กทรอนิกส์']) expect(words).toContain(word);
  expect(findNearestWord('งบประมาน', words)).toBe('งบประมาณ');
  expect(findNearestWord('อิเลคทรอนิกส์', words)).toBe('อิเล็กทรอนิกส์');
});

test('a page’s title, English title, labels and sections all give words', () => {
  const sections = [{ id: 'q1', text: 'ขยะอินทรีย์' }];
  const words = listWords([
    buildDocument('a/', { title: 'ถนนคอนกรีต', titleEn: 'Concrete roads', labels: ['สำนักช่าง'], sections }),
  ]);
  for (const word of ['ถนน', 'concrete', 'สำนัก', 'ขยะ']) expect(words).toContain(word);
});

test('words in another spelling are the same word', () => {
  expect(list('เเผนงาน น\u0e4d\u0e49\u0e32เสีย KPI')).toEqual(expect.arrayContaining(['แผนงาน', 'น้ำเสีย', 'kpi']));
});

test('words on both sides of a space, and more than three, make none', () => {
  const words = list('ถนน สะพาน', 'ถนนสะพานคลองตลาด');
  expect(words).toContain('ถนนสะพานคลอง');
  expect(words).not.toContain('ถนน สะพาน');
  expect(words).not.toContain('ถนนสะพานคลองตลาด');
  expect(list('ถนน สะพาน')).not.toContain('ถนนสะพาน');
});

test('numbers and what is too short to be misspelt are left out', () => {
  const words = list('ปี 2564 จำนวน 37.5 คน');
  expect(words.filter((word) => word.length < 3 || /^[\d.]+$/.test(word))).toEqual([]);
  expect(words).toContain('จำนวน');
});

test('the commonest word stands first, on however many pages the same text stands', () => {
  const words = list('ตลาด', 'ถนน', 'ถนน', 'ถนน', 'คลอง คลอง');
  expect(words.slice(0, 3)).toEqual(['ถนน', 'คลอง', 'ตลาด']);
});
