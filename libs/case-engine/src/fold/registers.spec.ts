import { viewCase } from '../view/view-case';
import type { CaseState } from './case-state';
import { KeyCase } from '../testing/key-case';

const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };

/** What the fold remembers of the door and of the decision about it. */
function registers(state: CaseState) {
  const fold = state.readFold();
  const run = fold.runs[0];
  const slot = fold.set.sharedFactOf.get('door')?.slot;
  if (!run || slot === undefined) throw new Error('no run, or no door');
  const assess = run.indexOf('assess');
  const status = fold.entryStatusOf(3);
  return {
    door: fold.facts.values[slot],
    from: fold.facts.entries[slot],
    last: run.last[assess],
    pending: run.pendingOf(assess),
    standing: status && { waits: status.waits, approval: status.approval },
    inEffect: status?.inEffect?.values ?? null,
  };
}

/** The worked example of README.md, beside this file. */
it('remember a decision that waits, holds, is corrected, and holds again', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { trained: 'yes', signs: { dog: 'no', noise: 'no', scratches: 'no' } } });
  expect(registers(key.state)).toEqual({
    door: null,
    from: -1,
    last: -1,
    pending: null,
    standing: undefined,
    inEffect: null,
  });

  const assess = key.do('assess', { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED });
  expect(registers(key.state)).toEqual({
    door: null,
    from: -1,
    last: -1,
    pending: [3],
    standing: { waits: true, approval: 'due' },
    inEffect: null,
  });
  expect(key.step('assess').state).toBe('awaiting-approval');

  key.approveStep('assess');
  const approved = key.state;
  const holds = {
    door: 'shut',
    from: 3,
    last: 3,
    pending: null,
    standing: { waits: false, approval: 'given' },
    inEffect: { door: 'shut' },
  };
  expect(registers(approved)).toEqual(holds);

  key.amend(assess, { door: 'ajar' }, { ...WEIGHED, enteredInError: true });
  expect(registers(key.state)).toEqual({
    door: 'ajar',
    from: 3,
    last: 3,
    pending: [3],
    standing: { waits: false, approval: 'due' },
    inEffect: { door: 'ajar' },
  });
  expect(key.step('assess').state).toBe('done-to-approve');

  // An older state folds its part anew: as known then.
  expect(registers(approved)).toEqual(holds);
  expect(viewCase(approved).seq).toBe(5);
});
