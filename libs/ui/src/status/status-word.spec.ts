import type { StepState } from '@repere/protocol-engine';
import { show } from '../testing/show';
import { stepStatus, STEP_STATUSES, type StepStatus } from './step-status';
import { StatusWord } from './status-word';

const EVERY_STATE: Readonly<Record<StepState, StepStatus>> = {
  'not-applicable': 'not-applicable',
  waiting: 'not-yet',
  blocked: 'not-yet',
  'not-yet': 'not-yet',
  ready: 'to-do',
  'to-confirm': 'to-do',
  'awaiting-approval': 'started',
  'done-to-approve': 'started',
  done: 'done',
  waived: 'done',
};

describe('StatusWord', () => {
  it.each([
    ['ready', 'À faire'],
    ['to-confirm', 'À faire (à confirmer)'],
    ['done-to-approve', 'En cours (en vigueur, à valider)'],
    ['done', 'Fait'],
    ['blocked', 'Pas encore possible'],
    ['not-applicable', 'Ne s’applique pas'],
  ])('says %s as “%s”', async (state, words) => {
    const { nativeElement } = await show(StatusWord, { state });
    expect(nativeElement.textContent.replace(/\s+/g, ' ').trim()).toBe(words);
  });

  it('says a step with a draft is started, in English too', async () => {
    const { nativeElement } = await show(StatusWord, { state: 'ready', hasDraft: true }, 'en');
    expect(nativeElement.textContent.trim()).toBe('Started');
  });

  it.each([
    [{ state: 'ready', isSuspended: true }, 'Pas encore possible (suspendu : l’enfant n’est pas là)'],
    [{ state: 'done', isDueAgain: true }, 'Fait (à refaire)'],
  ] as const)('says that a step waits for the child, or is due again: %j', async (inputs, words) => {
    const { nativeElement } = await show(StatusWord, inputs);
    expect(nativeElement.textContent.replace(/\s+/g, ' ').trim()).toBe(words);
  });

  it('puts the word before the icon, and hides the icon from screen readers', async () => {
    const { nativeElement } = await show(StatusWord, { state: 'done' });
    expect(nativeElement.firstElementChild.textContent).toBe('Fait');
    expect(nativeElement.querySelector('svg').getAttribute('aria-hidden')).toBe('true');
  });

  it('has one of five words for every state of the engine', () => {
    for (const [state, status] of Object.entries(EVERY_STATE))
      expect(stepStatus(state as StepState)).toBe(status);
    expect(new Set(Object.values(EVERY_STATE))).toEqual(new Set(STEP_STATUSES));
  });

  it('lets a draft change nothing but what is to do', () => {
    const states = Object.keys(EVERY_STATE) as StepState[];
    expect(states.filter((state) => stepStatus(state, true) !== stepStatus(state))).toEqual([
      'ready',
      'to-confirm',
    ]);
  });
});
