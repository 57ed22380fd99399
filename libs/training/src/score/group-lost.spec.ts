import { groupLost } from './group-lost';

describe('what was lost, for reading', () => {
  const step = { key: 'steps:shelter.assess', part: 'steps', points: 2, step: 'assess' } as const;
  const time = { key: 'deadlines:shelter.assess', part: 'deadlines', points: 1, step: 'assess' } as const;
  const other = { key: 'deadlines:shelter.find_place', part: 'deadlines', points: 1 } as const;
  const asked = { key: 'expectations:shelter.assess', part: 'expectations', points: 1 } as const;

  it('tells a late step once, with all that it cost, where it stood first', () => {
    expect(groupLost([other, time, asked, step])).toEqual([
      { ...other, parts: ['deadlines'], keys: [other.key] },
      { ...time, parts: ['deadlines', 'steps'], keys: [time.key, step.key], points: 3 },
      { ...asked, parts: ['expectations'], keys: [asked.key] },
    ]);
  });

  it('takes nothing from the sum, and leaves none out', () => {
    const all = [step, time, other, asked];
    const sum = (points: readonly { readonly points: number }[]): number =>
      points.reduce((total, it) => total + it.points, 0);
    expect(sum(groupLost(all))).toBe(sum(all));
    expect(groupLost([])).toEqual([]);
  });
});
