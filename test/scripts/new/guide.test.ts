import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Ask, Cancelled, createAsk } from '../../../scripts/new/ask.ts';
import { type Call, parseCall } from '../../../scripts/new/options.ts';
import { runNew } from '../../../scripts/new/run.ts';
import { createWords } from '../../../scripts/new/words.ts';
import { copySite, findIssues } from '../../support/content-folder.ts';
import { readState } from './run-new.ts';

const getToday = () => '2024-07-05';

function parse(args: string[]): Call {
  const call = parseCall(args);
  if ('help' in call) throw new Error('asked for help');
  return call;
}

/** Answers in the order of the questions; a text that is not taken is followed by the next answer. */
function answerWith(answers: string[]): { ask: Ask; asked: string[]; told: string[] } {
  const left = [...answers];
  const asked: string[] = [];
  const told: string[] = [];
  const take = (message: string) => {
    asked.push(message);
    const answer = left.shift();
    if (answer === undefined) throw new Error(`no answer left for: ${message}`);
    return answer;
  };
  const ask: Ask = {
    text: async ({ message, check, initial }) => {
      for (;;) {
        const answer = take(message);
        const text = answer === '↵' ? (initial ?? '') : answer;
        const problem = check(text);
        if (problem === undefined) return text;
        told.push(problem);
      }
    },
    choose: async ({ message, choices }) => {
      const answer = take(message);
      expect(choices.map(({ value }) => value)).toContain(answer);
      return answer;
    },
    confirm: async (message) => take(message) === 'ใช่',
    tell: (text) => void told.push(text),
  };
  return { ask, asked, told };
}

async function guide(folder: string, args: string[], answers: string[]) {
  const { ask, asked, told } = answerWith(answers);
  const outcome = await runNew(parse([...args, '--content', folder]), { ask, getToday });
  return { ...outcome, asked, told };
}

describe('the guide for a quarter', () => {
  it('shows what the figure is held against, answers a slip with the right spelling, and asks again', async () => {
    const folder = copySite();
    const answers = [
      'quarter',
      '2567',
      'public-works',
      'road-repair',
      '3',
      '๗๐',
      '70.5',
      '↵',
      '↵',
      'ไม่',
      'ซ่อมแล้วร้อยละ 70.5',
    ];
    const { told, written } = await guide(folder, [], answers);
    expect(written).toEqual(['reports/2567/public-works/road-repair/q3.mdx']);
    expect(told[0]).toContain('เป้าหมายทั้งปี: 90 ร้อยละ');
    expect(told[0]).toContain('แผนของไตรมาส 3: 70 ร้อยละ');
    expect(told[0]).toContain('ไตรมาส 2: 50.00 ร้อยละ');
    expect(told[0]).toContain('พิมพ์ตัวเลขสะสมตั้งแต่ต้นปีงบประมาณ');
    expect(told[1]).toContain('พิมพ์ 70 ');
    expect(readFileSync(join(folder, written[0] ?? ''), 'utf8')).toBe(
      '---\nresult: 70.5\nasOf: 2024-06-30\nsubmitted: 2024-07-05\n---\n\nซ่อมแล้วร้อยละ 70.5\n',
    );
    expect(findIssues(folder)).toEqual([]);
  });

  it('tells an oddity once and takes it when it is meant', async () => {
    const folder = copySite();
    const answers = ['10', '10', '↵', '↵', 'ไม่', 'แก้ตัวเลข'];
    const { told } = await guide(folder, ['quarter', '2567/public-works/road-repair', '3'], answers);
    expect(told[1]).toContain('กด Enter อีกครั้ง');
    expect(findIssues(folder)[0]).toContain('CW604');
  });

  it('asks only for what the flags leave open', async () => {
    const args = [
      'quarter',
      '2567/finance/e-receipt',
      '3',
      '--text',
      'ลงนาม',
      '--submitted',
      '2024-07-01',
      '--as-of',
      '2024-06-30',
    ];
    const { asked } = await guide(copySite(), args, ['60', 'ไม่']);
    expect(asked).toHaveLength(2);
  });

  it('keeps what a colleague reported while the questions were answered', async () => {
    const folder = copySite();
    const file = join(folder, 'reports/2567/finance/e-receipt/q3.mdx');
    writeFileSync(file, '---\n# ยังไม่ได้รายงาน\n---\n');
    const { ask } = answerWith(['60', '↵', '↵', 'ไม่']);
    const theirs = '---\nresult: 40\n---\n';
    const slow: Ask = {
      ...ask,
      text: async (question) => {
        writeFileSync(file, theirs);
        return question.isLong ? 'ลงนาม' : ask.text(question);
      },
    };
    const call = parse(['quarter', '2567/finance/e-receipt', '3', '--content', folder]);
    await expect(runNew(call, { ask: slow, getToday })).rejects.toThrow('จึงไม่เขียนทับ');
    expect(readFileSync(file, 'utf8')).toBe(theirs);
  });

  it('does not ask anything for a report that is there', async () => {
    const call = guide(copySite(), ['quarter', '2567/finance/e-receipt', '2'], []);
    await expect(call).rejects.toThrow('q2.mdx');
  });
});

describe('the guide for an indicator', () => {
  const ANSWERS = ['ร้อยละของทางเท้าที่ปรับปรุง', '', '', 'routine', 'output', 'city-plan/1.1.1', '20', 'ร้อยละ', 'higher'];

  it('offers equal steps of the weight and checks the steps before anything is written', async () => {
    const folder = copySite();
    const scale = ['milestones', 'step', 'percent', 'สำรวจ\nปรับปรุง', '↵', '4 8', '↵'];
    const rest = ['cumulative', '100', '', '', ...scale, 'นับทางเท้าสาธารณะ', ''];
    const { told } = await guide(folder, ['indicator', '2567/public-works/footpaths'], [...ANSWERS, ...rest]);
    const text = readFileSync(join(folder, 'reports/2567/public-works/footpaths/indicator.mdx'), 'utf8');
    expect(text).toContain('{ level: 1, percent: 50, points: 10, criterion: สำรวจ }');
    expect(text).toContain('## คำนิยาม\n\nนับทางเท้าสาธารณะ');
    expect(told.join()).toContain('คะแนนของระดับสูงสุดเป็น 8 แต่น้ำหนักเป็น 20');
    expect(findIssues(folder)).toEqual([]);
  });

  it('begins from last year’s promise, but has the target promised anew', async () => {
    const folder = copySite();
    await runNew(parse(['year', '2568', '--no-stubs', '--content', folder]), { ask: undefined, getToday });
    const same = ['↵', '↵', '↵', 'routine', 'output', 'city-plan/1.1.1', '↵', '↵', 'higher', 'cumulative'];
    const answers = ['ใช่', ...same, '↵', '95', '↵', '↵', 'ใช่'];
    const { told, plan } = await guide(folder, ['indicator', '2568/public-works/road-repair'], answers);
    expect(told).toContain('ยังไม่ได้พิมพ์คำตอบ');
    expect(plan.files[0]?.text).toContain('target: 95');
    expect(plan.files[0]?.text).toMatch(/edges: \[ ?50, 60, 70, 80, 90 ?\]/);
    expect(plan.files[0]?.text).toContain('## คำนิยาม');
    expect(findIssues(folder)).toEqual([]);
  });
});

describe('the guide for an agency', () => {
  it('suggests a file name from the English name', async () => {
    const answers = ['agency', 'สำนักสวนสาธารณะ', 'Parks & Gardens', '↵', '20000000', '30000000', 'offices'];
    const { written, told } = await guide(copySite(), [], answers);
    expect(written).toEqual(['agencies/parks-gardens.yaml']);
    expect(told[0]).toContain('ใช้อยู่แล้วใน agencies/finance.yaml');
  });
});

describe('on a terminal', () => {
  /** Types each text when the prompt of its turn has been drawn. */
  async function typeInto(folder: string, keys: string[]) {
    const [input, output] = [new PassThrough(), new PassThrough()];
    let shown = '';
    const left = [...keys];
    let turns = 0;
    output.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      // The hollow corner closes a prompt that waits for an answer.
      const drawn = shown.split('◆').length - 1;
      if (drawn <= turns) return;
      turns = drawn;
      for (const key of [...(left.shift() ?? '')]) setImmediate(() => input.write(key));
    });
    const ask = createAsk({ input, output }, createWords('th'));
    const call = parse(['quarter', '2567/finance/e-receipt', '3', '--content', folder]);
    const outcome = await runNew(call, { ask, getToday });
    return { shown, outcome };
  }

  it('a quarter is reported by typing', async () => {
    const folder = copySite();
    const { shown } = await typeInto(folder, ['60\r', '\r', '\r', 'n', 'ลงนามในสัญญา\r\r']);
    expect(shown).toContain('ผลงานที่ทำได้');
    expect(readFileSync(join(folder, 'reports/2567/finance/e-receipt/q3.mdx'), 'utf8')).toContain('\nลงนามในสัญญา\n');
    expect(findIssues(folder)).toEqual([]);
  });

  it('nothing is written when the person goes away', async () => {
    const folder = copySite();
    const before = readState(folder);
    await expect(typeInto(folder, ['60\r', '\u0003'])).rejects.toThrow(Cancelled);
    expect(readState(folder)).toEqual(before);
  });
});
