import fc from 'fast-check';
import { Turns } from './turns';

const countTo = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

describe('turns', () => {
  it('come to each, whatever their number, within as many rounds as it takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), (count, most) => {
        const turns = new Turns();
        const rounds = Math.ceil(count / most);
        const tended = countTo(rounds).flatMap(() => turns.takeNext(countTo(count), most));
        expect(new Set(tended).size).toBe(count);
      }),
    );
  });

  it('take no one twice in one round', () => {
    const turns = new Turns();
    expect([turns.takeNext([1, 2, 3], 2), turns.takeNext([1, 2, 3], 2), turns.takeNext([1], 4)]).toEqual([
      [1, 2],
      [3, 1],
      [1],
    ]);
  });
});
