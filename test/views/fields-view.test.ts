import { describe, expect, it } from 'vitest';
import { flattenFields, listFields } from '#domain/schemas/fields.ts';
import labels from '#strings/fields.th.json' with { type: 'json' };
import { type FieldView, getFieldsView } from '#views/fields-view.ts';
import { english, thai } from '../support/build-site.ts';

function listAll(fields: FieldView[]): FieldView[] {
  return fields.flatMap((field) => [field, ...listAll(field.fields)]);
}

const all = getFieldsView(thai).kinds.flatMap((kind) => listAll(kind.fields));

function get(id: string, fields = all): FieldView {
  const found = fields.find((field) => field.id === id);
  if (found === undefined) throw new Error(`no field ${id}`);
  return found;
}

describe('the data dictionary', () => {
  it('has every field of every kind of file once, in the order of the schema', () => {
    expect(all.map((field) => field.id).sort()).toEqual(
      Object.keys(labels)
        .map((key) => key.replaceAll('.', '-'))
        .sort(),
    );
    expect(
      flattenFields(listFields('report'))
        .map((field) => field.key)
        .slice(0, 3),
    ).toEqual(['result', 'asOf', 'submitted']);
  });

  it('says of a field its name, what is typed before the colon, and what to type', () => {
    expect(get('report-result')).toMatchObject({ label: 'ผลงานที่ทำได้', key: 'result', type: 'ตัวเลข' });
    expect(get('report-result').help).toContain('0 แปลว่าศูนย์');
    expect(get('report-result').need).toBeUndefined();
    expect(get('indicator-name').need).toEqual({ text: 'ต้องกรอก', isAlways: true });
  });

  it('tells ranges, days, lists and what may stand instead of a number', () => {
    expect(get('report-level').type).toBe('จำนวนเต็ม 0 ถึง 10');
    expect(get('report-asOf').type).toContain('ปี ค.ศ.-เดือน-วัน');
    expect(get('indicator-weight').type).toBe('ตัวเลขมากกว่า 0 หรือ unknown');
    expect(get('indicator-quarterTargets').type).toBe('รายการ 4 ข้อพอดี: ตัวเลข');
    expect(get('indicator-scale-levels').type).toContain('1 ถึง 10 ข้อ');
    expect(get('indicator-withdrawn-quarter')).toMatchObject({ type: '1 หรือ 2 หรือ 3 หรือ 4', choices: [] });
    expect(get('site-languages').type).toBe('เลือกได้หลายค่า');
  });

  it('gives the meaning of each choice', () => {
    expect(get('indicator-direction').choices).toEqual([
      { value: 'higher', meaning: 'ยิ่งมากยิ่งดี' },
      { value: 'lower', meaning: 'ยิ่งน้อยยิ่งดี' },
    ]);
  });

  it('says of fields of one kind of scale that they belong to it', () => {
    expect(get('indicator-scale-kind').choices.map((choice) => choice.value)).toEqual([
      'milestones',
      'bands',
      'proportional',
    ]);
    expect(get('indicator-scale-edges').need).toEqual({ text: 'ต้องกรอกเมื่อเลือก bands', isAlways: false });
    expect(get('indicator-scale-between').need).toEqual({
      text: 'ต้องกรอกเมื่อเลือก milestones หรือ bands',
      isAlways: false,
    });
    expect(get('indicator-scale-baseline')).toMatchObject({ need: { text: 'ใช้เมื่อเลือก proportional' } });
  });

  it('says of fields of a group that they are needed with it only', () => {
    expect(get('report-evidence-title').need).toEqual({ text: 'ต้องกรอกถ้ามี “หลักฐานอ้างอิง”', isAlways: false });
    expect(get('calendar-quarters-due').need).toEqual({ text: 'ต้องกรอก', isAlways: true });
  });

  it('speaks English on the English page', () => {
    const words = getFieldsView(english).kinds.flatMap((kind) => listAll(kind.fields));
    expect(get('indicator-weight', words)).toMatchObject({ label: 'Weight', type: 'number above 0 or unknown' });
    expect(JSON.stringify(getFieldsView(english))).not.toMatch(/\p{Script=Thai}/u);
  });
});
