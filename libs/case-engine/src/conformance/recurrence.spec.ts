import { atTime } from '../fold/case-state';
import { at, DAY, MONDAY } from '../testing/key-case';
import { CatCase } from '../testing/lost-cat';
import { conformanceOf } from './conformance-of';

const away = (): CatCase => {
  const cat = new CatCase();
  cat.goesAway();
  return cat;
};
const judge = (cat: CatCase) => conformanceOf(atTime(cat.state, cat.now));
const late = (cat: CatCase) =>
  judge(cat)
    .deviations.filter(({ kind, step }) => kind === 'late' && step === 'call')
    .map(({ by, isOpen }) => ({ days: Math.floor((by ?? 0) / DAY), isOpen }));
const call = (cat: CatCase) => judge(cat).runs[1]?.steps.find(({ step }) => step === 'call');

describe('conformance of a duty that comes again', () => {
  it('is met while each time is in time', () => {
    const cat = away();
    for (let day = 0; day < 20; day++) {
      cat.inSearch('call');
      cat.wait(DAY);
    }
    expect(late(cat)).toEqual([]);
    expect(call(cat)).toMatchObject({ times: 20, isInTime: true, isMet: true, lateBy: null });
  });

  it('is late once, however many days nobody did it', () => {
    const cat = away();
    cat.inSearch('call');
    cat.wait(58 * DAY);
    expect(late(cat)).toEqual([{ days: 56, isOpen: true }]);
    expect(call(cat)).toMatchObject({ isInTime: false, isMet: false, lateBy: null });
  });

  it('counts each time that it was done late, under the name that it had before', () => {
    const cat = away();
    cat.inSearch('call');
    cat.wait(5 * DAY);
    const open = judge(cat).deviations.find(({ step }) => step === 'call')?.key;
    cat.inSearch('call');
    expect(judge(cat).deviations.map(({ key }) => key)).toContain(open);
    cat.wait(9 * DAY);
    cat.inSearch('call');
    cat.wait(DAY);
    cat.inSearch('call');
    expect(late(cat).map(({ days }) => days)).toEqual([3, 7]);
    expect(late(cat).every(({ isOpen }) => !isOpen)).toBe(true);
    const settled = late(cat);
    cat.comesHome();
    cat.wait(400 * DAY);
    expect(late(cat)).toEqual(settled);
  });

  it('is not late for having been told late', () => {
    const cat = away();
    cat.wait(3 * DAY);
    for (const day of [2, 0, 1, 3]) cat.inSearch('call', at(MONDAY + day * DAY));
    expect(late(cat)).toEqual([]);
  });

  it('goes by the period that held then', () => {
    const cat = away();
    cat.inSearch('call', { values: { rhythm: 'week' } });
    cat.wait(7 * DAY);
    cat.inSearch('call', { values: { rhythm: 'day' } });
    cat.wait(DAY);
    cat.inSearch('call');
    expect(late(cat)).toEqual([]);
  });

  it('says what was missed when the search ended', () => {
    const cat = away();
    cat.inSearch('call');
    cat.wait(6 * DAY);
    cat.comesHome();
    cat.wait(30 * DAY);
    expect(late(cat)).toEqual([{ days: 4, isOpen: false }]);
  });

  it('holds against nobody what needed a child who was not there', () => {
    const cat = away();
    cat.wait(58 * DAY);
    const { deviations, runs } = judge(cat);
    expect(deviations.map(({ step }) => step).toSorted()).toEqual(['call', 'papers', 'poster']);
    expect(runs[0]?.steps.find(({ step }) => step === 'brush')?.expectation).toBe('open');
  });
});
