import { explain } from '../explain/explain';
import { viewCase } from '../view/view-case';
import { atTime } from '../fold/case-state';
import { at, DAY, HOUR, MONDAY } from '../testing/key-case';
import { CatCase } from '../testing/lost-cat';

/** Midnight in Paris at the end of the day that is so many days after Monday 3 March 2025; summer time begins on the 30th. */
const endOfDay = (days: number): number => Date.UTC(2025, 2, 4 + days) - (days >= 27 ? 2 : 1) * HOUR;

const away = (): CatCase => {
  const cat = new CatCase();
  cat.goesAway();
  return cat;
};

describe('a duty that comes again', () => {
  it('is due first as any step is, then so long after it was last done; done stays done', () => {
    const cat = away();
    expect(cat.ofSearch('call')).toMatchObject({
      state: 'ready',
      deadline: { dueAt: endOfDay(0), metAt: null },
    });
    cat.inSearch('call');
    expect(cat.ofSearch('call')).toMatchObject({
      state: 'done',
      deadline: { dueAt: endOfDay(1), metAt: null, lastDoneAt: MONDAY, from: MONDAY },
    });
  });

  it('is due, and late, on each of fifty-eight days, once', () => {
    const cat = away();
    for (let day = 0; day < 58; day++) {
      cat.inSearch('call');
      expect(cat.ofSearch('call').deadline?.dueAt).toBe(endOfDay(day + 1));
      expect(cat.view.deviations.filter(({ step }) => step === 'call')).toEqual([]);
      cat.wait(DAY);
    }
    cat.wait(2 * DAY);
    expect(cat.view.deviations.filter(({ step }) => step === 'call')).toMatchObject([{ kind: 'late' }]);
  });

  it('counts from when it was done, in whatever order that was told', () => {
    const cat = away();
    cat.wait(5 * DAY);
    cat.inSearch('call', at(MONDAY + 4 * DAY));
    cat.inSearch('call', at(MONDAY + DAY));
    expect(cat.ofSearch('call').deadline?.dueAt).toBe(endOfDay(5));
  });

  it('comes as often as the protocol says now, and in doubt more often', () => {
    const cat = away();
    cat.inSearch('call', { values: { rhythm: 'week' } });
    expect(cat.ofSearch('call').deadline?.dueAt).toBe(endOfDay(7));
    cat.inSearch('call', { values: { rhythm: { answer: 'unknown' } } });
    expect(cat.ofSearch('call').deadline?.dueAt).toBe(endOfDay(1));
  });

  it('ends with what asked for it', () => {
    const cat = away();
    cat.inSearch('call');
    cat.comesHome();
    cat.wait(90 * DAY);
    expect(cat.ofSearch('call')).toMatchObject({ state: 'done', deadline: { metAt: MONDAY } });
    expect(cat.view.deviations.filter(({ step }) => step === 'call')).toEqual([]);
  });

  it('is the next change of a case, and reads the same from its journal', () => {
    const cat = away();
    cat.inSearch('call');
    for (const step of ['papers'] as const) cat.do(step);
    expect(cat.view.nextChangeAt).toBe(endOfDay(1));
    cat.wait(40 * DAY);
    expect(cat.recomputed()).toEqual(cat.view);
  });
});

describe('a child who is not there', () => {
  const suspended = (cat: CatCase) =>
    cat.view.runs.flatMap(({ steps }) => steps.flatMap(({ id, suspendedBy }) => (suspendedBy ? [id] : [])));
  const late = (cat: CatCase) =>
    cat.view.deviations.filter(({ kind }) => kind === 'late').map(({ step }) => step);

  it('suspends what needs the child in every protocol, and nothing else', () => {
    const cat = new CatCase();
    expect(suspended(cat)).toEqual([]);
    cat.goesAway();
    expect(suspended(cat)).toEqual(['drops', 'brush', 'vaccine', 'antidote']);
    cat.wait(58 * DAY);
    expect(late(cat).toSorted()).toEqual(['call', 'papers', 'poster']);
    expect(cat.step('drops').deadline).toBeNull();
  });

  it('lets what happened all the same be recorded', () => {
    const cat = away();
    cat.wait(DAY);
    cat.do('brush', at(MONDAY));
    expect(cat.step('brush')).toMatchObject({ state: 'done', deadline: { metAt: MONDAY } });
    expect(suspended(cat)).not.toContain('brush');
  });

  it('says why, and what brings it back', () => {
    const cat = away();
    const told = explain(cat.state, cat.runId(), 'brush');
    expect(told.summary.fr).toContain("l'enfant n'est pas là");
    expect(told.because).toMatchObject([{ opensWith: { step: 'home' } }]);
    expect(cat.step('brush').suspendedBy).toMatchObject({ step: 'home' });
  });

  it('brings at once back at the return, and ours with the time that was left', () => {
    const cat = new CatCase();
    cat.wait(2 * HOUR);
    cat.goesAway();
    cat.wait(58 * DAY);
    cat.comesHome();
    const back = MONDAY + 58 * DAY + 2 * HOUR;
    expect(suspended(cat)).toEqual([]);
    expect(cat.step('drops').deadline).toMatchObject({ dueAt: back - 2 * HOUR, atOnce: true });
    expect(late(cat).toSorted()).toEqual(['papers']);
    // Eight days from the 3rd to the end of the 11th, and 58 more.
    expect(cat.step('brush').deadline?.dueAt).toBe(endOfDay(66));
  });

  it('moves no date of a law, but is late with it only after the day of the return', () => {
    const cat = away();
    cat.wait(58 * DAY);
    cat.comesHome();
    expect(cat.step('vaccine').deadline?.dueAt).toBe(endOfDay(58));
    expect(late(cat)).not.toContain('vaccine');
    cat.wait(2 * DAY);
    expect(late(cat)).toContain('vaccine');
  });

  it('gives no hour of medicine that there is not', () => {
    const cat = away();
    cat.wait(58 * DAY);
    cat.comesHome();
    expect(cat.step('antidote').deadline).toMatchObject({ dueAt: MONDAY + 2 * DAY, lateFrom: endOfDay(58) });
  });

  it('leaves what was late before the departure as late as it was', () => {
    const cat = new CatCase();
    cat.wait(12 * DAY);
    const before = cat.view.deviations.find(({ step }) => step === 'brush')?.by ?? 0;
    expect(before).toBeGreaterThan(2 * DAY);
    cat.goesAway();
    cat.wait(30 * DAY);
    expect(late(cat)).not.toContain('brush');
    cat.comesHome();
    const after = cat.view.deviations.find(({ step }) => step === 'brush')?.by ?? 0;
    expect(Math.abs(after - before)).toBeLessThanOrEqual(DAY);
  });

  it('counts each absence, and only its own time', () => {
    const cat = new CatCase();
    for (let i = 0; i < 3; i++) {
      cat.goesAway();
      cat.wait(10 * DAY);
      cat.comesHome();
      cat.wait(DAY);
    }
    // 30 days away, 3 at home.
    expect(cat.step('brush').deadline?.dueAt).toBe(endOfDay(38));
    expect(viewCase(atTime(cat.state, cat.now)).deviations.map(({ step }) => step)).not.toContain('brush');
  });
});
