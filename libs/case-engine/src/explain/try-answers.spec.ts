import type { FactValues } from '@repere/protocol';
import { KeyCase } from '../testing/key-case';
import { tryAnswers } from './try-answers';

const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };
const CONTEXT = { inForce: { locksmith: '1.0.0', 'night-watch': '1.0.0', 'second-look': '1.0.0' } };

function tried(key: KeyCase, values: FactValues, runId: string | null = null) {
  const { now, newId } = key;
  return tryAnswers(key.state, values, runId, { ...CONTEXT, now, newId });
}

describe('what if', () => {
  it('tells what would open and what would be due, and keeps nothing', () => {
    const key = new KeyCase();
    key.do('report', { values: { found: 'yes' } });
    const before = key.view;
    const answer = tried(key, { door: 'open' });
    if (!answer.ok) throw new Error('refused');
    expect(answer.tried.opens.map(({ protocol }) => protocol)).toEqual(['locksmith']);
    expect(answer.tried.steps).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ step: 'call_guard', before: 'waiting', after: 'ready' }),
        expect.objectContaining({ step: 'change_lock', before: null, after: 'ready' }),
      ]),
    );
    expect(answer.tried.deadlines.map(({ step }) => step)).toContain('call_guard');
    expect(key.view).toEqual(before);
    expect(key.recomputed()).toEqual(before);
  });

  it('takes a fact of the run, when the run is named', () => {
    const key = new KeyCase();
    key.do('report', { values: { found: 'yes' } });
    const onlyTheCase = tried(key, { trained: 'yes' });
    expect(onlyTheCase).toMatchObject({
      ok: false,
      reasons: [{ code: 'unknown-field', field: 'values.trained' }],
    });
    expect(tried(key, { trained: 'yes', visitor: 'no' }, key.runId()).ok).toBe(true);
  });

  it('says that a protocol would protect less, and not what that would open', () => {
    const key = new KeyCase();
    key.do('report', { values: { found: 'yes' } });
    key.do('look', { values: { trained: 'yes' } });
    key.do('assess', { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED });
    key.approveStep('assess');
    const answer = tried(key, { signs: { scratches: 'no', noise: 'no', dog: 'no' } });
    if (!answer.ok) throw new Error('refused');
    expect(answer.tried.lessProtective).toEqual([{ fr: 'lost-key', en: 'lost-key' }]);
    expect(answer.tried.steps.filter(({ runId }) => runId === key.runId())).toEqual([]);
  });

  it('refuses what no one could answer', () => {
    const key = new KeyCase();
    expect(tried(key, {})).toMatchObject({ ok: false });
    expect(tried(key, { door: 'ajarred' })).toMatchObject({ ok: false, reasons: [{ field: 'values.door' }] });
    expect(tried(key, { nothing: 'yes' })).toMatchObject({ ok: false });
    expect(tried(key, { door: 'open' }, 'no-run')).toMatchObject({
      ok: false,
      reasons: [{ code: 'no-such-run' }],
    });
  });
});
