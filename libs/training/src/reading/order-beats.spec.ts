import { PARIS, scenarioWith } from '../testing/fake-shelter-scenario';
import { orderBeats } from './order-beats';

describe('the order of a story on paper', () => {
  const scenario = scenarioWith();
  const placed = orderBeats(scenario, PARIS);

  it('has every beat and every inject once', () => {
    const ids = [...scenario.beats, ...(scenario.injects ?? [])].map(({ id }) => id);
    expect(placed.map(({ beat }) => beat.id).sort()).toEqual([...ids].sort());
  });

  it('goes by the scenario’s own times; what waits for a condition, and what follows that, stands at the end', () => {
    const times = placed.map(({ at }) => at);
    const waiting = times.indexOf(null);
    expect(waiting).toBeGreaterThan(0);
    expect(times.slice(waiting).every((at) => at === null)).toBe(true);
    const timed = times.slice(0, waiting).map(Number);
    expect(timed).toEqual([...timed].sort((a, b) => a - b));
    expect(placed[0]?.beat.id).toBe('evening');
    const late = placed.find(({ beat }) => beat.id === 'nobody-assessed');
    expect((late?.at ?? 0) - (placed[0]?.at ?? 0)).toBe(24 * 3_600_000);
    expect(placed.slice(waiting).map(({ beat }) => beat.id)).toContain('found');
    expect(placed.slice(waiting).map(({ beat }) => beat.id)).toContain('judge-told');
  });

  it('ends where beats follow one another in a circle, which the checker refuses', () => {
    const [first, second] = scenario.beats;
    if (!first) throw new Error('no beat');
    const loop = {
      ...scenario,
      beats: [
        { ...(second ?? first), id: 'a', follows: 'b' },
        { ...first, id: 'b', follows: 'a' },
      ],
      injects: [],
    };
    expect(orderBeats(loop, PARIS)).toHaveLength(2);
  });
});
