import { RestartDelay } from './restart-delay';

describe('the time until a process is started once more', () => {
  it('grows with each end that comes soon, to half a minute at most: no storm', () => {
    const delay = new RestartDelay();
    const waits = Array.from({ length: 12 }, (_, index) => delay.next(index % 2 === 0 ? null : 4_999));
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, ...Array<number>(5).fill(30_000)]);
  });

  it('is short again once it had answered for a while', () => {
    const delay = new RestartDelay();
    for (let end = 0; end < 9; end++) delay.next(null);
    expect(delay.next(5_000)).toBe(250);
    expect(delay.next(10)).toBe(500);
  });
});
