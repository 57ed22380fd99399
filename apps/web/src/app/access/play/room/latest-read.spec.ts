import type { Answered } from '../../../platform/api';
import { LatestRead } from './latest-read';

const refused = (status: number, retryAfter?: number): Answered<number> => ({
  ok: false,
  problem: { type: 'x', title: 'x', code: 'unavailable', status },
  ...(retryAfter !== undefined && { retryAfter }),
});
const read = (value: number): Answered<number> => ({ ok: true, value, seq: null });

describe('what the room is read from', () => {
  let heard: number;
  let known: number | null;
  let asked: number;
  let answers: Answered<number>[];
  let latest: LatestRead<number>;
  beforeEach(() => {
    jest.useFakeTimers();
    [heard, known, asked, answers] = [0, null, 0, []];
    latest = new LatestRead<number>({
      readNewest: async () => {
        asked++;
        return answers.shift() ?? refused(503);
      },
      takeNewest: (value) => (known = value),
      isBehind: () => heard > (known ?? 0),
    });
  });
  afterEach(() => jest.useRealTimers());

  const pass = (seconds: number): Promise<unknown> => jest.advanceTimersByTimeAsync(seconds * 1_000);

  it.each([0, 429, 500, 503])('is asked for ever less often where it can’t be read: %s', async (status) => {
    answers = Array.from({ length: 9 }, () => refused(status));
    heard = 4;
    void latest.readAnew();
    await pass(2.9);
    expect(asked).toBe(1);
    await pass(0.2);
    expect(asked).toBe(2);
    await pass(6);
    expect(asked).toBe(3);
    await pass(300);
    expect(asked).toBeLessThan(16);
    answers = [read(4)];
    await pass(30);
    expect(known).toBe(4);
    const before = asked;
    await pass(600);
    expect(asked).toBe(before);
  });

  it('is asked for again where nothing was heard, once it is no longer refused', async () => {
    answers = [refused(503), read(0)];
    await latest.readAnew();
    await pass(3);
    expect([known, asked]).toEqual([0, 2]);
  });

  it('is not asked for any sooner than the server says, whatever is heard meanwhile', async () => {
    answers = [refused(429, 20), read(7)];
    await latest.readAnew();
    for (heard = 1; heard < 7; heard++) await latest.readAnew();
    await pass(19);
    expect(asked).toBe(1);
    await pass(1.1);
    expect([known, asked]).toEqual([7, 2]);
  });

  it('is asked for at once where a change came meanwhile, and later where it comes too old all the same', async () => {
    answers = [read(1), read(2), read(3)];
    const first = latest.readAnew();
    heard = 3;
    void latest.readAnew();
    await first;
    await pass(0);
    expect([known, asked]).toEqual([2, 2]);
    await pass(3);
    expect([known, asked]).toEqual([3, 3]);
  });

  it('is not asked for by who may not, until they hear of a change', async () => {
    answers = [refused(403), read(1)];
    await latest.readAnew();
    await pass(600);
    expect(asked).toBe(1);
    await latest.readAnew();
    expect([known, asked]).toEqual([1, 2]);
  });

  it('is not asked for once the room is left', async () => {
    await latest.readAnew();
    latest.endReading();
    await pass(600);
    await latest.readAnew();
    expect(asked).toBe(1);
  });
});
