import { BRUNO, KeyCase, MONDAY } from '../testing/key-case';

const waive = (key: KeyCase, step: string, reason = 'already_known') => ({
  kind: 'waive' as const,
  runId: key.runId(),
  step,
  reason,
});
const codes = (key: KeyCase, step: string, reason?: string, by?: typeof BRUNO) =>
  key.refusals(waive(key, step, reason), by).map((it) => it.code);

it('is for steps that may be waived, with a reason from their list', () => {
  const key = new KeyCase();
  expect(codes(key, 'report')).toEqual(['not-waivable']);
  expect(codes(key, 'rest', 'whim')).toEqual(['unknown-reason']);
  expect(codes(key, 'rest', undefined, BRUNO)).toEqual(['not-yours-to-enter']);
  key.takeCommand(waive(key, 'rest'));
  expect(key.step('rest').state).toBe('waived');
  expect(key.view.deviations).toMatchObject([
    { kind: 'waived', step: 'rest', text: { fr: 'Étape écartée : already known.' } },
  ]);
});

it('waits for a second person where the step asks for one', () => {
  const key = new KeyCase();
  key.takeCommand(waive(key, 'survey'));
  expect(key.step('survey').state).toBe('awaiting-approval');
  expect(key.view.deviations).toEqual([]);
  key.approveStep('survey');
  expect(key.step('survey').state).toBe('waived');
});

it('sent back, leaves the step to be done', () => {
  const key = new KeyCase();
  key.takeCommand(waive(key, 'survey'));
  key.sendBack('survey');
  expect(key.step('survey').state).toBe('ready');
});

it('does not keep the step from being done after all', () => {
  const key = new KeyCase();
  key.takeCommand(waive(key, 'survey'));
  key.approveStep('survey');
  key.do('survey');
  expect(key.step('survey').state).toBe('done');
  expect(key.view.deviations).toEqual([]);
  expect(codes(key, 'survey')).toEqual(['already-done']);
  expect(key.now).toBe(MONDAY);
});
