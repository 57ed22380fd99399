import { randomUUID } from 'node:crypto';
import { readCursor, writeCursor } from './cursor';

const LIST = ['text', 'instant', 'id', 'number'] as const;

describe('the place in a list', () => {
  it.each([
    '2026-11-25 14:07:53.170123+00',
    '2026-11-25 14:07:53-05',
    '2026-11-25 19:37:53+05:30',
    '2026-11-25T14:07:53.170Z',
    'infinity',
    '-infinity',
  ])('comes back as it was written: %s', (at) => {
    const place = ['late', at, randomUUID(), 3];
    expect(readCursor(writeCursor(place), LIST)).toEqual(place);
  });

  it.each([
    ['a date that is none', ['late', 'garbage', randomUUID(), 3]],
    ['a month that is none', ['late', '2026-13-25 14:07:53+00', randomUUID(), 3]],
    ['a day without time', ['late', '2026-11-25', randomUUID(), 3]],
    ['an id that is none', ['late', 'infinity', 'x', 3]],
    ['a control character', ['la\u0000te', 'infinity', randomUUID(), 3]],
    ['a number in place of a text', [1, 'infinity', randomUUID(), 3]],
    ['a text in place of a number', ['late', 'infinity', randomUUID(), '3']],
    ['a day that its month does not have', ['late', '2026-02-30 14:07:53+00', randomUUID(), 3]],
    ['a year before all', ['late', '0000-01-01 00:00:00+00', randomUUID(), 3]],
    ['half a number', ['late', 'infinity', randomUUID(), 1.5]],
    ['a number without end', ['late', 'infinity', randomUUID(), 1e300]],
    ['too few parts', ['late']],
    ['too many', ['late', 'infinity', randomUUID(), 3, 4]],
  ])('is refused with %s', (_what, place) => {
    expect(() => readCursor(writeCursor(place), LIST)).toThrow('invalid');
  });

  it.each(['', 'x', 'W10', 'bnVsbA', 'e30'])('is refused when it is no list: "%s"', (cursor) => {
    expect(() => readCursor(cursor, LIST)).toThrow('invalid');
  });
});
