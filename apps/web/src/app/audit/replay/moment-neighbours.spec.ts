import type { ReplayMoment } from '@repere/contract';
import { findNeighbours } from './moment-neighbours';

const both = (words: string) => ({ fr: words, en: words });
const moment = (at: string, hour: number, departs = false): ReplayMoment => ({
  at,
  when: `2026-03-12T${String(hour).padStart(2, '0')}:00:00.000Z`,
  kind: 'act',
  title: both(at),
  by: 'Camille',
  deviations: departs ? [{ kind: 'waived', text: both('écartée') }] : [],
});
const moments = [
  moment('1', 8),
  moment('2', 9, true),
  moment('3', 10),
  moment('4', 11, true),
  moment('5', 12),
];
const names = (at: string, when: string) => {
  const { here, previous, next, previousDeviation, nextDeviation } = findNeighbours(moments, at, when);
  return [here, previous?.at, next?.at, previousDeviation?.at, nextDeviation?.at];
};

describe('places around a moment', () => {
  it('at an act: its neighbours, and the nearest deviations on both sides', () => {
    expect(names('3', '2026-03-12T10:00:00Z')).toEqual([2, '2', '4', '2', '4']);
  });

  it('at a deviation: the others, not itself', () => {
    expect(names('2', '2026-03-12T09:00:00Z')).toEqual([1, '1', '3', undefined, '4']);
  });

  it('between two: the last one is the one before', () => {
    expect(names('2026-03-12T10:30:00Z', '2026-03-12T10:30:00Z')).toEqual([2, '3', '4', '2', '4']);
  });

  it('has nothing before the first nor after the last', () => {
    expect(names('1', '2026-03-12T08:00:00Z')).toEqual([0, undefined, '2', undefined, '2']);
    expect(names('5', '2026-03-12T12:00:00Z')).toEqual([4, '4', undefined, '4', undefined]);
  });
});
