import { describe, expect, test } from 'vitest';
import { NO_LEDGER } from '#domain/ledger/ledger.ts';
import { listMovedPromises } from '#domain/ledger/moved-promises.ts';
import { buildEntryChange, buildLedger, buildRevision, PATH } from '../../support/build-revision.ts';

const site = { today: '2024-07-21' };
const MOVED = buildEntryChange('indicator', { target: [90, 85], name: ['ถนน', 'ถนนสายหลัก'] });

describe('promises that moved', () => {
  test('are those changed after the year began, with only their fields of the promise, newest first', () => {
    const ledger = buildLedger({
      [PATH]: [
        buildRevision('2023-08-01', { change: 'added', places: ['indicator'] }),
        buildRevision('2023-09-30', { entries: [MOVED] }),
        buildRevision('2023-10-01', { entries: [MOVED] }),
        buildRevision('2024-02-01', { entries: [buildEntryChange('indicator', { 'scale.baseline': [undefined, 5] })] }),
        buildRevision('2024-03-01', { entries: [buildEntryChange(1, { result: [1, 2] })] }),
        buildRevision('2024-03-02', { entries: [buildEntryChange('indicator', { name: ['ถนน', 'สาย'] })] }),
      ],
    });
    const told = listMovedPromises(ledger, site, 2567);
    expect(told.map(({ revision, fields, now }) => [revision.commit?.day, fields.map(({ key }) => key), now])).toEqual([
      ['2024-02-01', ['scale.baseline'], PATH],
      ['2023-10-01', ['target'], PATH],
    ]);
    expect(listMovedPromises(ledger, site, 2566)).toEqual([]);
  });

  test('are told of what is gone too, and of what is not committed by the day of the build', () => {
    const gone = {
      '2567/finance/lamps': [buildRevision('2024-01-05', { path: '2567/finance/lamps', entries: [MOVED] })],
    };
    const ledger = buildLedger({ [PATH]: [buildRevision(undefined, { entries: [MOVED] })] }, gone);
    const told = listMovedPromises(ledger, site, 2567);
    expect(told.map(({ revision: { path }, now }) => [path, now])).toEqual([
      [PATH, PATH],
      ['2567/finance/lamps', undefined],
    ]);
    expect(listMovedPromises(ledger, { today: '2023-09-30' }, 2567)).toHaveLength(1);
  });

  test('belong to the year in which the indicator stood then', () => {
    const moved = [
      buildRevision('2023-05-01', { path: '2566/finance/roads', entries: [MOVED] }),
      buildRevision('2024-05-01', { change: 'moved', from: '2566/finance/roads' }),
    ];
    const ledger = buildLedger({ [PATH]: moved });
    expect(listMovedPromises(ledger, site, 2566)).toMatchObject([{ now: PATH }]);
    expect(listMovedPromises(ledger, site, 2567)).toEqual([]);
  });

  test('are none where history is not known', () => {
    expect(listMovedPromises(NO_LEDGER, site, 2567)).toEqual([]);
  });
});
