import { describe, expect, test } from 'vitest';
import { type Meters, PhaseClock } from '#data/phase-clock.ts';

/** A process whose figures are set by hand: CPU goes as fast as the clock on the wall. */
function createClock() {
  let [seconds, megabytes, children] = [1, 100, 0];
  const meters: Meters = {
    read: () => ({ cpuSeconds: seconds, wallSeconds: seconds, peakMegabytes: megabytes }),
    readChildren: () => children,
  };
  const pass = (more: number, grown = 0) => {
    seconds += more;
    megabytes += grown;
  };
  const runProgram = (more: number) => {
    children += more;
  };
  return { clock: new PhaseClock(meters), pass, runProgram };
}

describe('phases of a build', () => {
  test('share out all that the process used, what nothing names going to the bundle', () => {
    const { clock, pass } = createClock();
    pass(2);
    const end = clock.start('render');
    pass(3, 50);
    end();
    pass(1);
    const { bundle, render, ...others } = clock.tell();
    expect(others).toEqual({});
    expect(bundle).toMatchObject({ cpuSeconds: 4, wallSeconds: 4, raisedMegabytes: 100 });
    expect(render).toMatchObject({ cpuSeconds: 3, wallSeconds: 3, raisedMegabytes: 50, times: 1 });
  });

  test('are counted once where one is inside another', () => {
    const { clock, pass } = createClock();
    const endRender = clock.start('render');
    pass(1);
    for (let chart = 0; chart < 2; chart++) {
      const endChart = clock.start('charts');
      pass(4);
      endChart();
    }
    pass(2);
    endRender();
    const { render, charts } = clock.tell();
    expect(render?.cpuSeconds).toBe(3);
    expect(charts).toMatchObject({ cpuSeconds: 8, times: 2 });
  });

  test('may end in another order than they began, as work does that is waited for', () => {
    const { clock, pass } = createClock();
    const endSearch = clock.start('search');
    const endData = clock.start('data');
    pass(1);
    endSearch();
    pass(1);
    endData();
    pass(5);
    const { search, data, bundle } = clock.tell();
    expect([search?.cpuSeconds, data?.cpuSeconds, bundle?.cpuSeconds]).toEqual([0, 2, 6]);
  });

  test('count the drawing of a picture as the picture’s', () => {
    const { clock, pass } = createClock();
    const endCard = clock.start('cards');
    const endChart = clock.start('charts');
    pass(3);
    endChart();
    endCard();
    const { cards, charts } = clock.tell();
    expect(cards?.cpuSeconds).toBe(3);
    expect(charts).toBeUndefined();
  });

  test('count a program as the phase’s that ran it, and any other as the bundle’s', () => {
    const { clock, pass, runProgram } = createClock();
    runProgram(7);
    const end = clock.start('search');
    pass(1);
    runProgram(20);
    end();
    const { bundle, search } = clock.tell();
    expect(search).toMatchObject({ cpuSeconds: 21, childSeconds: 20 });
    expect(bundle).toMatchObject({ cpuSeconds: 8, childSeconds: 7 });
  });
});
