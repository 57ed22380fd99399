import type { StepState } from '@repere/protocol';
import { stateInSentence, stateWords, STEP_STATUSES, stepStatus, type StepStatus } from './step-status';

const EVERY_STATE: Readonly<Record<StepState, readonly [StepStatus, string, string]>> = {
  'not-applicable': ['not-applicable', 'Ne s’applique pas', 'does not apply'],
  waiting: ['not-yet', 'Pas encore possible', 'not possible yet'],
  blocked: ['not-yet', 'Pas encore possible', 'not possible yet'],
  'not-yet': ['not-yet', 'Pas encore possible', 'not possible yet'],
  ready: ['to-do', 'À faire', 'to do'],
  'to-confirm': ['to-do', 'À faire (à confirmer)', 'to be confirmed'],
  'awaiting-approval': ['started', 'En cours (à valider)', 'to be approved'],
  'done-to-approve': ['started', 'En cours (en vigueur, à valider)', 'in effect, to be approved'],
  done: ['done', 'Fait', 'done'],
  waived: ['done', 'Fait (écarté, avec motif)', 'waived, with a reason'],
};

describe('the status of a step', () => {
  it.each(Object.entries(EVERY_STATE))(
    'is said the same on screen and on paper: %s',
    (state, [status, fr, en]) => {
      expect(stepStatus(state as StepState)).toBe(status);
      expect(stateWords(state as StepState).fr).toBe(fr);
      expect(stateInSentence(state as StepState).en).toBe(en);
    },
  );

  it('is one of five words, each of which some state has', () => {
    expect(new Set(Object.values(EVERY_STATE).map(([status]) => status))).toEqual(new Set(STEP_STATUSES));
  });

  it('is changed by a draft only where there is something to do', () => {
    const states = Object.keys(EVERY_STATE) as StepState[];
    expect(states.filter((state) => stepStatus(state, true) !== stepStatus(state))).toEqual([
      'ready',
      'to-confirm',
    ]);
  });
});
