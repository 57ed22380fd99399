import { explain } from '../explain/explain';
import { foldCase } from '../fold/case-state';
import { ANNA, at, BRUNO, DAY, HOUR, KeyCase, MONDAY, PARIS } from '../testing/key-case';
import { MOVED_KEYS } from '../testing/key-sets';
import { viewCase } from '../view/view-case';

const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };

function reported(values: object = { found: 'yes', visitor: 'no' }): KeyCase {
  const key = new KeyCase(MOVED_KEYS);
  key.do('report', { values: values as never });
  return key;
}

const stepIds = (key: KeyCase) => key.view.runs[0]?.steps.map(({ id }) => id) ?? [];

describe('the command', () => {
  const move = (version: string, reason = 'the law changed') => ({
    kind: 'move-run' as const,
    runId: 'id-2',
    version,
    reason,
  });
  const codes = (key: KeyCase, command: ReturnType<typeof move>, by = BRUNO) =>
    key.refusals(command, by).map(({ code }) => code);

  it('is for a supervisor, with a reason, to another version that is published', () => {
    const key = reported();
    const ask = { ...move('2.0.0'), runId: key.runId() };
    expect(codes(key, ask)).toEqual([]);
    expect(codes(key, ask, ANNA)).toEqual(['not-yours-to-move']);
    expect(codes(key, { ...ask, reason: ' ' })).toEqual(['invalid-value']);
    expect(codes(key, { ...ask, version: '1.0.0' })).toEqual(['same-version']);
    expect(codes(key, { ...ask, version: '9.9.9' })).toEqual(['no-such-protocol']);
    expect(codes(key, { ...ask, runId: 'elsewhere' })).toEqual(['no-such-run']);
  });

  it('writes an entry with both versions and the reason', () => {
    const key = reported();
    key.moveRun('2.0.0');
    expect(key.journal.at(-1)).toMatchObject({
      kind: 'run-moved',
      enteredBy: 'bruno',
      from: '1.0.0',
      to: '2.0.0',
      reason: 'the new version holds',
    });
    expect(key.view.runs[0]).toMatchObject({ version: '2.0.0', openedAt: MONDAY });
  });

  it('may go back', () => {
    const key = reported();
    key.moveRun('2.0.0');
    key.moveRun('1.0.0');
    expect(key.view.runs[0]?.version).toBe('1.0.0');
  });
});

describe('after a move', () => {
  it('steps of the old version are not there, those of the new one are, and the journal keeps all', () => {
    const key = reported();
    const survey = key.takeCommand({
      kind: 'waive',
      runId: key.runId(),
      step: 'survey',
      reason: 'already_known',
    });
    expect(key.step('survey').state).toBe('awaiting-approval');
    key.moveRun('2.0.0');
    expect(stepIds(key)).not.toContain('survey');
    expect(stepIds(key)).toContain('seal');
    expect(key.journal.some(({ id }) => id === survey)).toBe(true);
    const approve = { kind: 'approve' as const, runId: key.runId(), step: 'survey', entryId: survey };
    expect(key.refusals(approve, BRUNO)).toMatchObject([{ code: 'no-such-step' }]);
    key.moveRun('1.0.0');
    expect(key.step('survey')).toMatchObject({ state: 'awaiting-approval', toApprove: survey });
  });

  it('reading "as of" before it shows the old version', () => {
    const key = reported();
    const before = key.view;
    const known = [...key.journal];
    key.moveRun('2.0.0');
    expect(viewCase(foldCase(MOVED_KEYS, known, { now: key.now, territory: PARIS }))).toEqual(before);
  });

  it('done steps that mean something else are to be confirmed, with the version as the reason; others stay done', () => {
    const key = reported();
    key.do('look', { values: { trained: 'yes' } });
    key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    const call = key.do('call_guard');
    key.approveStep('assess');
    key.moveRun('2.0.0');
    expect(key.step('call_guard').state).toBe('to-confirm');
    expect(explain(key.state, key.runId(), 'call_guard').summary.fr).toContain('version 2.0.0');
    expect(key.step('report').state).toBe('to-confirm');
    expect(key.step('assess').state).toBe('done');
    key.do('call_guard', { confirms: call });
    expect(key.step('call_guard').state).toBe('done');
  });

  it('what was confirmed under the new version is to be confirmed again if the run goes back', () => {
    const key = reported();
    const report = key.journal.at(-1)?.id;
    key.moveRun('2.0.0');
    key.moveRun('1.0.0');
    expect(key.step('report').state).toBe('done');
    key.moveRun('2.0.0');
    key.do('report', { confirms: report });
    key.moveRun('1.0.0');
    expect(key.step('report').state).toBe('to-confirm');
  });

  it('an answer of the run that is shared now goes to the case, unless the case has one', () => {
    const told = (first: object) => {
      const key = reported();
      key.takeCommand({ kind: 'record-facts', values: first as never });
      key.do('look', { values: { trained: 'no' } });
      key.moveRun('2.0.0');
      return key.view.facts
        .filter(({ fact }) => fact === 'trained')
        .map(({ runId, value }) => [runId, value]);
    };
    expect(told({ visitor: 'no' })).toEqual([[null, 'no']]);
    expect(told({ trained: 'yes' })).toEqual([[null, 'yes']]);
    expect(told({ trained: { answer: 'not-asked' } })).toEqual([[null, 'no']]);
  });

  it('answers that have no place any more are read no more, and are there again if the run goes back', () => {
    const key = reported({ found: 'yes', meets_on: '2026-01-01' });
    key.do('spare', { row: { id: 'a', values: { kind: 'copy', price: 5, made_on: '2024' } } });
    key.approveStep('spare');
    key.moveRun('2.0.0');
    expect(key.fact('meets_on')).toBeUndefined();
    const rows = () => key.view.facts.find(({ fact }) => fact === 'spares')?.rows;
    expect(rows()).toEqual([{ id: 'a', values: { kind: 'copy', made_on: '2024' } }]);
    key.moveRun('1.0.0');
    expect(key.fact('meets_on')).toBe('2026-01-01');
    expect(rows()?.[0]?.values).toMatchObject({ price: 5 });
  });

  it('what a step told stays known when the step is gone', () => {
    const key = reported();
    key.do('verdict', {
      by: [{ role: 'JE' }],
      values: { lodging: 'room' },
      evidence: { photo: { reference: 'P' } },
    });
    key.approveStep('verdict');
    key.moveRun('2.0.0');
    expect(stepIds(key)).not.toContain('verdict');
    expect(key.fact('lodging')).toBe('room');
  });

  it('can be corrected where no second person was asked in a step that is gone', () => {
    const key = reported();
    const letters = key.do('letters', {
      row: { id: 'a', values: { from_whom: 'ann' } },
      evidence: { letter: { reference: 'L' } },
    });
    const verdict = key.do('verdict', { by: [{ role: 'JE' }], values: { lodging: 'room' } });
    key.moveRun('2.0.0');
    key.takeCommand({
      kind: 'amend',
      entryId: letters,
      values: {},
      row: { id: 'a', values: { from_whom: 'eve' } },
      why: 'misread',
    });
    const rows = key.view.facts.find(({ fact }) => fact === 'received')?.rows;
    expect(rows).toEqual([{ id: 'a', values: { from_whom: 'eve' } }]);
    const codes = key
      .refusals({ kind: 'amend', entryId: verdict, values: { lodging: 'attic' }, why: 'misread' })
      .map(({ code }) => code);
    expect(codes).toContain('step-gone');
  });

  it('deadlines, outcome and openings are those of the new version', () => {
    const key = reported();
    key.now += 3 * HOUR;
    expect(key.step('look').deadline?.dueAt).toBe(MONDAY + 24 * HOUR);
    key.do('look', { values: { signs: { scratches: 'no', noise: 'no', dog: 'no' }, trained: 'yes' } });
    key.do('assess', { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED });
    key.approveStep('assess');
    key.moveRun('2.0.0');
    expect(key.step('look').deadline?.dueAt).toBe(MONDAY + 2 * HOUR);
    expect(key.wait(40 * DAY)).toEqual([]);
    key.moveRun('1.0.0');
    expect(key.journal.at(-1)).toMatchObject({ kind: 'run-opened', protocol: 'second-look' });
  });

  it('a new deadline may already have passed', () => {
    const key = reported();
    key.do('look', { values: { trained: 'yes' }, ...at(MONDAY) });
    key.now += 3 * HOUR;
    const late = () => key.view.deviations.filter(({ kind }) => kind === 'late').map(({ step }) => step);
    key.do('look', { values: { trained: 'yes' } });
    expect(late()).toEqual([]);
    const other = reported();
    other.wait(3 * HOUR);
    other.moveRun('2.0.0');
    expect(other.view.deviations).toMatchObject([{ kind: 'late', step: 'look' }]);
  });
});

describe('who must agree, after a move', () => {
  it('what holds goes on holding, and somebody looks at it', () => {
    const key = reported();
    const told = key.do('tell_owner');
    key.moveRun('1.2.0');
    expect(key.step('tell_owner')).toMatchObject({ state: 'to-confirm', toApprove: told });
    key.do('tell_owner', { confirms: told });
    expect(key.step('tell_owner').state).toBe('done-to-approve');
    key.approveStep('tell_owner');
    expect(key.step('tell_owner').state).toBe('done');
    key.moveRun('1.0.0');
    key.moveRun('1.2.0');
    expect(key.step('tell_owner').toApprove).toBeNull();
  });

  it('what waited for somebody who is asked no more takes effect; what was sent back stays out', () => {
    const key = reported();
    const photo = { evidence: { photo: { reference: 'P' } } };
    key.do('rent', { values: { lodging: 'room' }, ...photo });
    expect(key.fact('lodging')).toBeUndefined();
    const other = reported();
    other.do('rent', { values: { lodging: 'room' }, ...photo });
    other.sendBack('rent');
    for (const it of [key, other]) it.moveRun('2.0.0');
    expect(key.fact('lodging')).toBe('room');
    expect(key.step('rent').toApprove).toBeNull();
    expect(other.fact('lodging')).toBeUndefined();
    expect(other.step('rent').state).toBe('ready');
  });

  it('the value that protects least waits on', () => {
    const key = reported();
    key.do('look', { values: { trained: 'yes' } });
    key.do('assess', { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED });
    key.moveRun('2.0.0');
    expect(key.step('assess').state).toBe('awaiting-approval');
    expect(key.fact('door')).toBeUndefined();
    key.approveStep('assess');
    expect(key.fact('door')).toBe('shut');
  });
});

it('flags are those of the version followed now', () => {
  const key = reported();
  key.do('look', { values: { trained: 'yes' } });
  key.do('assess', { values: { door: 'open' }, ...WEIGHED });
  key.do('call_guard');
  key.do('ruling', { by: [{ role: 'JE' }], values: { lodging: 'attic' } });
  const incidents = () => key.view.deviations.filter(({ kind }) => kind === 'rights-incident').length;
  expect(incidents()).toBe(1);
  key.moveRun('2.0.0');
  expect(incidents()).toBe(0);
  key.moveRun('1.0.1');
  expect(incidents()).toBe(1);
});
