import { TestBed } from '@angular/core/testing';
import type { Answered } from '../api';
import { Polling } from './polling';

const refused = (status: number, retryAfter?: number): Answered<never> => ({
  ok: false,
  problem: { type: 'about:blank', title: 'x', status, code: 'unavailable' },
  ...(retryAfter !== undefined && { retryAfter }),
});
const OK: Answered<null> = { ok: true, value: null, seq: null };

describe('a page that reads itself anew', () => {
  const look = jest.fn();
  const made = () => TestBed.runInInjectionContext(() => new Polling(look));
  beforeEach(() => {
    look.mockClear();
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const comesAfter = (milliseconds: number): boolean => {
    jest.advanceTimersByTime(milliseconds - 1);
    const isEarly = look.mock.calls.length > 0;
    jest.advanceTimersByTime(1);
    return !isEarly && look.mock.calls.length === 1;
  };

  it('looks again after an answer, and not once nothing is left to look for', () => {
    const polling = made();
    expect(polling.goOnAfter(OK, 3_000)).toBeNull();
    expect(comesAfter(3_000)).toBe(true);
    look.mockClear();
    polling.goOnAfter(OK, null);
    jest.advanceTimersByTime(600_000);
    expect(look).not.toHaveBeenCalled();
  });

  it.each([
    [429, 20, 20_000],
    [503, 2, 5_000],
    [503, undefined, 5_000],
    [503, 86_400, 60_000],
    [502, undefined, 5_000],
    [504, undefined, 5_000],
    [0, undefined, 5_000],
  ])('goes on by itself after %s with Retry-After %s, and says so', (status, retryAfter, wait) => {
    const polling = made();
    expect(polling.goOnAfter(refused(status, retryAfter), null)).toBeNull();
    expect(polling.isRetrying()).toBe(true);
    expect(comesAfter(wait)).toBe(true);
    polling.goOnAfter(OK, 3_000);
    expect(polling.isRetrying()).toBe(false);
  });

  it.each([400, 401, 403, 404, 409, 410, 422, 500])('stays stopped after %s', (status) => {
    const polling = made();
    expect(polling.goOnAfter(refused(status, 5), 3_000)).toMatchObject({ status });
    expect(polling.isRetrying()).toBe(false);
    jest.advanceTimersByTime(600_000);
    expect(look).not.toHaveBeenCalled();
  });

  it('asks once however often it is told to go on, and nothing in a page that nobody sees', () => {
    const polling = made();
    for (let i = 0; i < 3; i++) polling.goOnAfter(OK, 3_000);
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    jest.advanceTimersByTime(9_000);
    expect(look).not.toHaveBeenCalled();
    hidden.mockRestore();
    jest.advanceTimersByTime(3_000);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('ends with its page, even where the answer comes later', () => {
    const polling = made();
    polling.goOnAfter(OK, 3_000);
    TestBed.resetTestingModule();
    polling.goOnAfter(refused(503), 3_000);
    jest.advanceTimersByTime(600_000);
    expect(look).not.toHaveBeenCalled();
  });
});
