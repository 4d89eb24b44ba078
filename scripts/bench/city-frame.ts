import words from './city-words.json' with { type: 'json' };
import { writeFields } from './write-fields.ts';

/** An agency of the generated city. */
export interface CityAgency {
  slug: string;
  /** The text of its file. */
  text: string;
}

export const MOST_AGENCIES = 50;

/** Years of the plans: in every year one is in force. */
const PLANS = [
  { slug: 'plan-1', from: 2501, until: 2560 },
  { slug: 'plan-2', from: 2561, until: 2565 },
  { slug: 'plan-3', from: 2566, until: 2580 },
];

/** Departments first, then districts, each name once. */
export function listAgencies(count: number): CityAgency[] {
  const offices = words.offices.map(({ slug, name, en, short }, index) => {
    const names =
      index % 5 === 4
        ? [
            { name: `${name}และกิจการพิเศษ`, until: 2561 },
            { name, from: 2562 },
          ]
        : [{ name }];
    return { slug, fields: { group: 'office', names, nameEn: en, abbreviations: [short] } };
  });
  const districts = words.places.flatMap(([slug = '', place = ''], row) =>
    words.districts.map(([head = '', name = ''], column) => ({
      slug: `${head}-${slug}`,
      fields: {
        group: 'district',
        names: [{ name: `สำนักงานเขต${name}${place}` }],
        nameEn: `${capital(head)} ${capital(slug)} District Office`,
        ...((row + column) % 3 === 0 ? { aliases: [`เขต${name}${place}`] } : {}),
      },
    })),
  );
  return [...offices, ...districts].slice(0, count).map(({ slug, fields }, index) => ({
    slug,
    text: writeFields({ code: `${String(index).padStart(4, '0')}0000`, ...fields }),
  }));
}

/** Files of `plan/` by their slug. */
export function listPlans(): { slug: string; text: string }[] {
  return PLANS.map(({ slug, ...years }, phase) => {
    const areas = words.areas.map((name, area) => ({
      code: `${area + 1}`,
      name,
      basis: 'stated',
      subAreas: words.subAreas.map((subArea, at) => ({
        code: `${area + 1}.${at + 1}`,
        name: `${name} ${subArea}`,
        goals: words.goals.map((goal, last) => ({ code: `${area + 1}.${at + 1}.${last + 1}`, name: goal })),
      })),
    }));
    return { slug, text: writeFields({ name: `แผนพัฒนาเมือง ระยะที่ ${phase + 1}`, years, areas }) };
  });
}

/** The goal that a series serves in a year. */
export function getGoal(series: number, year: number): { id: string; goal: string } {
  const { slug = '' } = PLANS.find(({ from, until }) => from <= year && year <= until) ?? {};
  const [area, subArea, goal] = [series % 7, Math.floor(series / 7) % 3, Math.floor(series / 21) % 2];
  const code = `${area + 1}.${subArea + 1}`;
  return { id: slug, goal: series % 4 === 0 ? code : `${code}.${goal + 1}` };
}

/** The evaluation groups of a year: their names changed once. */
export function listDimensions(year: number): string[] {
  return year < 2563
    ? ['มิติประสิทธิผลตามพันธกิจ', 'มิติคุณภาพการให้บริการ', 'มิติประสิทธิภาพ', 'มิติพัฒนาองค์กร']
    : ['มิติที่ 1 ประสิทธิผลตามแผน', 'มิติที่ 2 ประสิทธิภาพการดำเนินงาน', 'มิติที่ 3 คุณภาพการให้บริการ'];
}

export function writeCalendar(year: number): string {
  const ce = year - 543;
  const quarters = ['01', '04', '07', '10'].map((month) => ({ due: `${ce}-${month}-15`, closed: `${ce}-${month}-28` }));
  return writeFields({
    quarters,
    thresholds: { onTrack: 100, behind: year < 2562 ? 50 : 60 },
    ruleSet: 1,
    basis: year % 3 === 0 ? 'assumed' : 'stated',
    note: `หนังสือเวียนเรื่องกำหนดส่งรายงานผลการดำเนินงาน ปีงบประมาณ ${year}`,
    dimensions: listDimensions(year),
  });
}

export function writeSite(languages: readonly string[]): string {
  const fields = {
    name: 'ชี้วัดเมืองทดสอบ',
    nameEn: 'Test City',
    organisation: 'เมืองทดสอบ',
    organisationEn: 'Test City',
    summary: 'เนื้อหาที่สร้างขึ้นเพื่อวัดความเร็ว ไม่ใช่ข้อมูลจริง',
    summaryEn: 'Content made for measuring; none of it is real.',
    about: ['เนื้อหาทั้งหมดสร้างขึ้นจากคำสุ่ม เพื่อวัดว่าการสร้างเว็บไซต์ใช้เวลาและหน่วยความจำเท่าไร'],
    aboutEn: ['All of it is made from random words, to measure what building a site takes.'],
    languages,
    agencyGroups: [
      { id: 'office', name: 'สำนัก', nameEn: 'Departments' },
      { id: 'district', name: 'สำนักงานเขต', nameEn: 'District offices' },
    ],
    ratioUnits: ['ร้อยละ', 'ค่าเฉลี่ย', 'ระดับ', 'คะแนน', 'วัน'],
    keepTogether: ['เมืองทดสอบ'],
  };
  return `${writeFields(fields)}timeZone: Asia/Bangkok\n`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
