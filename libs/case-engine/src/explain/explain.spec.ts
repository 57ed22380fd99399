import { explain } from './explain';
import { KeyCase } from '../testing/key-case';

const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };
const why = (key: KeyCase, step: string) => explain(key.state, key.runId(), step);

it('names the steps that come first', () => {
  const key = new KeyCase();
  expect(why(key, 'assess')).toMatchObject({
    state: 'blocked',
    summary: { fr: 'Possible après : look.', en: 'Possible after: look.' },
    because: [{ name: 'look', step: 'look' }],
  });
});

it('names what has to become known, and for a step that protects where to say it', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  expect(why(key, 'call_guard')).toMatchObject({
    state: 'waiting',
    because: [{ name: 'door', fact: 'door' }],
  });
  expect(why(key, 'call_guard').because[0]).not.toHaveProperty('opensWith');
  key.do('look', { values: { trained: 'yes' } });
  expect(why(key, 'call_guard').because[0]?.opensWith).toEqual({ runId: key.runId(), step: 'assess' });
});

it('says of any other step only what is missing, never where or what to answer', () => {
  const key = new KeyCase();
  const { state, because } = why(key, 'tell_owner');
  expect(state).toBe('waiting');
  expect(because.map((it) => it.name)).toEqual(['visitor']);
  expect(because[0]).not.toHaveProperty('opensWith');
});

it('names what makes a step not apply, and what bars it', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes', visitor: 'no' } });
  expect(why(key, 'owner_not_told')).toMatchObject({
    state: 'not-applicable',
    because: [{ name: 'visitor' }],
  });
  expect(why(key, 'close')).toMatchObject({ state: 'not-applicable', because: [{ name: 'outcome' }] });
  const barred = new KeyCase();
  barred.do('report', { values: { found: 'yes', visitor: 'yes' } });
  expect(why(barred, 'tell_owner')).toMatchObject({ state: 'blocked', because: [{ name: 'visitor' }] });
});

it('says what was corrected of a step to be confirmed', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { trained: 'yes' } });
  const assess = key.do('assess', { values: { door: 'open' }, ...WEIGHED });
  key.do('call_guard');
  key.amend(
    assess,
    { door: 'ajar' },
    { bestInterests: 'weighed', childView: { said: 'mine' }, enteredInError: true },
  );
  key.approveStep('assess');
  expect(why(key, 'call_guard')).toMatchObject({ state: 'to-confirm', because: [{ name: 'door' }] });
});

it('says who is waited for', () => {
  const key = new KeyCase();
  key.do('spare', { row: { id: 'a', values: { kind: 'copy' } } });
  expect(why(key, 'spare').summary.en).toMatch(/another person, a supervisor/);
});

it('throws on a step that is not there', () => {
  expect(() => explain(new KeyCase().state, 'none', 'report')).toThrow('No step');
});
