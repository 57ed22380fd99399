import type { StepView } from '@repere/case-engine';
import { caseFile, run, step } from '../../../../testing/fake-case';
import { runsByUrgency, tallyOf } from './run-order';

const view = (...runs: ReturnType<typeof run>[]) => ({ ...caseFile().state, runs });
const idle = run({ runId: 'idle', steps: [step({ id: 'w', state: 'waiting' })] });
const calm = run({ runId: 'calm', steps: [step({ id: 'c' })] });
const late = run({ runId: 'late', steps: [step({ id: 'l', owner: 'ours' })] });
const over = run({ runId: 'over', ended: true, steps: [step({ id: 'o', state: 'done' })] });

const ofTool = (it: StepView): StepView => ({
  ...it,
  deadline: it.deadline && { ...it.deadline, origin: 'TOOL' },
});

describe('protocols of a case', () => {
  it('stand by their most urgent step; those that wait after, those that ended last', () => {
    expect(runsByUrgency(view(over, idle, calm, late)).map(({ runId }) => runId)).toEqual([
      'late',
      'calm',
      'idle',
      'over',
    ]);
  });

  it('count what applies, what of it is done, and what is late', () => {
    const steps = [
      step({ id: 'a', owner: 'ours' }),
      step({ id: 'b', owner: 'outside' }),
      step({ id: 'c', state: 'awaiting-approval' }),
      // A date of the law that passed is late, whatever keeps the step shut; another date is not.
      step({ id: 'd', state: 'blocked', owner: 'ours' }),
      ofTool(step({ id: 'e', state: 'blocked', owner: 'ours' })),
      step({ id: 'f', state: 'not-applicable', owner: 'ours' }),
      step({ id: 'h', state: 'done' }),
      step({ id: 'i', state: 'waived' }),
      step({ id: 'g', state: 'blocked', owner: 'ours', suspendedBy: { runId: 'r9', step: 'x' } }),
    ];
    expect(tallyOf(run({ steps }), Date.now())).toEqual({ all: 8, over: 2, late: 2 });
  });
});
