import { hoursFor, readHours } from './answer-hours';

const NOW = Date.parse('2026-03-12T20:00:00Z');

describe('hours within which an answer is asked for', () => {
  it.each([
    ['bed-tonight', null, '4'],
    ['lasting-place', null, '48'],
    ['lasting-place', '2026-03-13T20:00:00Z', '24'],
    ['lasting-place', '2026-03-12T22:00:00Z', '4'],
    ['other', null, '48'],
    [null, null, '48'],
  ])('are proposed from the need, never beyond a place that is held: %s, %s: %s', (need, until, hours) => {
    expect(hoursFor(need, until, NOW)).toBe(hours);
  });

  it('are sent as chosen, and not at all where the server knows the need', () => {
    expect(readHours('24')).toEqual({ answerHours: 24 });
    for (const none of ['by-need', null, '5', '']) expect(readHours(none)).toEqual({});
  });
});
