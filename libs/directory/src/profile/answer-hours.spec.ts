import { ANSWER_HOURS, answerHoursFor } from './answer-hours';
import { NEEDS, SERVICE_NEEDS } from './service-needs';

describe('hours within which an answer is asked for', () => {
  it.each(SERVICE_NEEDS)('are four for what is needed at once, and two days otherwise: %s', (need) => {
    expect(answerHoursFor(need)).toBe(NEEDS[need].isAtOnce ? 4 : 48);
  });

  it('are two days for a need in words alone', () => {
    expect(answerHoursFor(null)).toBe(48);
  });

  it.each([
    [168, 48],
    [48, 48],
    [47.9, 24],
    [12, 4],
    [4, 4],
    [2, 4],
    [0, 4],
  ])('do not go beyond a place that is held for %s hours, but for the shortest: %s', (held, hours) => {
    expect(answerHoursFor('lasting-place', held)).toBe(hours);
    expect(answerHoursFor('bed-tonight', held)).toBe(4);
    expect(ANSWER_HOURS).toContain(hours);
  });
});
