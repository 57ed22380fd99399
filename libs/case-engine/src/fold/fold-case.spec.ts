import { DAY, HOUR, KeyCase, MONDAY } from '../testing/key-case';

const DECISION = { bestInterests: 'asked', childView: { said: 'I want my key' } };

it('walks from report to guard', () => {
  const key = new KeyCase();
  expect(key.step('assess').state).toBe('blocked');
  key.do('report', { values: { found: 'no', visitor: 'no' } });
  key.do('look', { values: { signs: { scratches: 'yes' }, trained: 'yes' } });
  key.do('assess', { values: { door: 'open' }, ...DECISION });
  expect(key.step('assess').state).toBe('done-to-approve');
  expect(key.step('call_guard').state).toBe('ready');
  expect(key.view.runs.map((it) => it.protocol)).toEqual(['lost-key', 'night-watch', 'locksmith']);
  key.do('call_guard');
  expect(key.outcome).toBe('GUARDED');
  expect(key.view).toEqual(key.recomputed());
  expect(key.now).toBe(MONDAY);
  key.wait(DAY + HOUR);
  expect(key.view.deviations.map((it) => [it.kind, it.step])).toContainEqual(['late', 'assess']);
});
