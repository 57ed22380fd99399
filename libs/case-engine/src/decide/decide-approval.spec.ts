import { actor, ANNA, BRUNO, DAY, KeyCase } from '../testing/key-case';

const SLIP = { bestInterests: 'weighed', childView: { said: 'mine' }, enteredInError: true };

const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };

function assessed(door: string): KeyCase {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { trained: 'yes' } });
  key.do('assess', { values: { door }, ...(door === 'shut' && { reasons: ['checked_twice'] }), ...WEIGHED });
  return key;
}

function answer(key: KeyCase, by = BRUNO, kind: 'approve' | 'return' = 'approve') {
  const entryId = key.step('assess').toApprove ?? '';
  const about = { runId: key.runId(), step: 'assess', entryId };
  const command = kind === 'approve' ? { kind, ...about } : { kind, ...about, reason: 'not enough' };
  return key.refusals(command, by).map((it) => it.code);
}

it('is for another person, whatever roles the author holds', () => {
  const key = assessed('shut');
  expect(answer(key, actor('anna', ['TS', 'SUP'], true))).toEqual(['own-approval']);
  expect(answer(key, BRUNO)).toEqual([]);
});

it('is for the approving role', () => {
  expect(answer(assessed('shut'), actor('emil', ['TS'], true))).toEqual(['not-the-approver']);
});

it('is void once the entry was corrected, and not for who corrected it', () => {
  const key = assessed('open');
  const entry = key.step('assess').toApprove ?? '';
  key.approveStep('assess');
  expect(key.step('assess').state).toBe('done');
  key.amend(entry, { door: 'ajar' }, SLIP);
  expect(key.step('assess').state).toBe('awaiting-approval');
  expect(key.fact('door')).toBe('open');
  expect(answer(key, ANNA)).toEqual(['own-approval', 'not-the-approver']);
  key.approveStep('assess');
  expect(key.fact('door')).toBe('ajar');
});

it('is not for who corrected the entry, even if another wrote it', () => {
  const key = assessed('open');
  const entry = key.step('assess').toApprove ?? '';
  const emil = actor('emil', ['TS', 'SUP'], true);
  expect(answer(key, emil)).toEqual([]);
  key.takeCommand({ kind: 'amend', entryId: entry, values: { door: 'ajar' }, why: 'misread', ...SLIP }, emil);
  expect(answer(key, emil)).toEqual(['own-approval']);
});

it('is due again where an approved checklist was corrected', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  const look = key.do('look', { values: { signs: { dog: 'no' } } });
  key.approveStep('look');
  expect(key.step('look').state).toBe('done');
  key.amend(look, { signs: { dog: 'yes' } });
  expect(key.step('look')).toMatchObject({ state: 'done-to-approve', toApprove: look });
});

it('is void for outcomes too until it is given again', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { signs: { dog: 'no', noise: 'no', scratches: 'no' }, trained: 'yes' } });
  const shut = key.do('assess', { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED });
  expect(key.outcome).toBe('OPEN');
  key.approveStep('assess');
  expect(key.outcome).toBe('QUIET');
  key.amend(shut, {}, { occurredInstead: { from: key.now - DAY, to: key.now - DAY, precision: 'minute' } });
  expect(key.outcome).toBe('OPEN');
  key.approveStep('assess');
  expect(key.outcome).toBe('QUIET');
});

it('can be given once', () => {
  const key = assessed('open');
  const entryId = key.step('assess').toApprove ?? '';
  key.approveStep('assess');
  const again = { kind: 'approve' as const, runId: key.runId(), step: 'assess', entryId };
  expect(key.refusals(again, BRUNO).map((it) => it.code)).toEqual(['nothing-to-approve']);
});

describe('sent back', () => {
  it('what waited never takes effect, and the step is to be done again', () => {
    const key = assessed('shut');
    key.sendBack('assess');
    expect(key.fact('door')).toBeUndefined();
    expect(key.step('assess')).toMatchObject({ state: 'ready', entryIds: [] });
  });

  it('what protects stays in effect, and the step is to be done again', () => {
    const key = assessed('open');
    key.sendBack('assess');
    expect(key.fact('door')).toBe('open');
    expect(key.step('assess').state).toBe('ready');
    expect(key.step('call_guard').state).toBe('ready');
  });

  it('a correction falls back to what was agreed', () => {
    const key = assessed('open');
    const entry = key.step('assess').toApprove ?? '';
    key.approveStep('assess');
    key.amend(entry, { door: 'shut' }, { reasons: ['checked_twice'], ...SLIP });
    key.sendBack('assess');
    expect(key.fact('door')).toBe('open');
    expect(key.step('assess').state).toBe('done');
  });

  it('a correction of the value that protects least falls back to it with its approval', () => {
    const key = assessed('shut');
    const entry = key.step('assess').toApprove ?? '';
    key.approveStep('assess');
    const early = key.now - DAY;
    key.amend(entry, {}, { occurredInstead: { from: early, to: early, precision: 'minute' } });
    expect(key.fact('door')).toBeUndefined();
    key.sendBack('assess');
    expect(key.fact('door')).toBe('shut');
    expect(key.step('assess')).toMatchObject({ state: 'done', toApprove: null });
  });

  it('needs its reason', () => {
    const key = assessed('shut');
    const entryId = key.step('assess').toApprove ?? '';
    const about = { runId: key.runId(), step: 'assess', entryId };
    expect(key.refusals({ kind: 'return', ...about, reason: ' ' }, BRUNO)).toMatchObject([
      { field: 'reason' },
    ]);
  });
});

it('of a checklist is needed where it is not known that none is', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { signs: { dog: 'no' } } });
  expect(key.step('look').state).toBe('done-to-approve');
  expect(key.step('look').approvalDeadline?.dueAt).toBe(key.now + DAY);
  key.do('look', { values: { trained: 'yes' } });
  key.approveStep('look');
  expect(key.step('look').state).toBe('done');
});
