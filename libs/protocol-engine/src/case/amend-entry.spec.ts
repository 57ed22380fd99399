import { at, DAY, HOUR, KeyCase, MONDAY } from './testing/key-case';

const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };

function guarded() {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes', visitor: 'no' } });
  const look = key.do('look', { values: { signs: { dog: 'no', noise: 'no' }, trained: 'yes' } });
  const assess = key.do('assess', { values: { door: 'open' }, ...WEIGHED });
  key.now += HOUR;
  const call = key.do('call_guard');
  return { key, look, assess, call };
}

it('puts the corrected value in the place of the wrong one, and merges items of a checklist', () => {
  const { key, look } = guarded();
  key.amend(look, { signs: { dog: 'yes' } });
  expect(key.fact('signs')).toEqual({ dog: 'yes', noise: 'no' });
});

it('makes steps that stood on it to be confirmed, neither kept silently nor lost', () => {
  const { key, assess, call } = guarded();
  key.amend(assess, { door: 'ajar' });
  key.approve('assess');
  expect(key.step('call_guard')).toMatchObject({ state: 'to-confirm', entryIds: [call] });
  expect(key.step('look').state).toBe('done');
  key.do('call_guard', { confirms: call });
  expect(key.step('call_guard').state).toBe('done');
});

it('leaves alone what was done before the wrong entry', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes', visitor: 'no' } });
  key.do('tell_owner');
  const told = key.take({ kind: 'record-facts', values: { visitor: 'no' } });
  key.amend(told, { visitor: 'yes' });
  expect(key.step('tell_owner').state).toBe('done');
});

it('lets it be done anew instead, where its conditions still hold', () => {
  const { key, assess } = guarded();
  key.amend(assess, { door: 'ajar' });
  key.approve('assess');
  key.do('call_guard');
  expect(key.step('call_guard').state).toBe('done');
});

it('a change, unlike a correction, only reopens conditions', () => {
  const { key } = guarded();
  key.do('assess', { values: { door: 'open' }, ...WEIGHED });
  expect(key.step('call_guard').state).toBe('done');
});

it('corrects the time of the act, and with it what is in effect and what is due', () => {
  const key = new KeyCase();
  key.now = MONDAY + 3 * DAY;
  const first = key.do('ruling', {
    by: [{ role: 'JE' }],
    values: { lodging: 'room', decided_on: '2025-03-01' },
    ...at(MONDAY),
  });
  key.do('ruling', { by: [{ role: 'JE' }], values: { lodging: 'attic' }, ...at(MONDAY + DAY) });
  expect(key.fact('lodging')).toBe('attic');
  key.amend(
    first,
    { decided_on: '2025-02-20' },
    {
      occurredInstead: { from: MONDAY + 2 * DAY, to: MONDAY + 2 * DAY, precision: 'minute' },
    },
  );
  expect(key.fact('lodging')).toBe('room');
  expect(new Date(key.step('answer').deadline?.dueAt ?? 0).toISOString()).toBe('2025-02-28T23:00:00.000Z');
});

it('of a lower decision waits for a second person, the old one rules meanwhile', () => {
  const { key, assess } = guarded();
  key.amend(assess, { door: 'shut' });
  expect(key.step('assess').state).toBe('awaiting-approval');
  expect(key.fact('door')).toBe('open');
});

it('of the time alone can not bring a decision back that protects less', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { trained: 'yes' } });
  key.do('assess', { values: { door: 'ajar' }, ...WEIGHED });
  key.now += DAY;
  const open = key.do('assess', { values: { door: 'open' }, ...WEIGHED });
  const at = (ms: number) => ({ from: ms, to: ms, precision: 'minute' as const });
  const amend = (ms: number) =>
    key
      .refusals({ kind: 'amend', entryId: open, values: {}, why: 'misread', occurredInstead: at(ms) })
      .map((it) => it.code);
  expect(amend(MONDAY - DAY)).toEqual(['lowered-by-time']);
  expect(key.fact('door')).toBe('open');
  expect(amend(MONDAY + HOUR)).toEqual([]);
});

it('can not open a door that the step itself keeps shut', () => {
  const key = new KeyCase();
  const lend = key.do('lend', { values: { lodging: 'room', visitor: 'no' } });
  const codes = key
    .refusals({ kind: 'amend', entryId: lend, values: { lodging: 'cellar' }, why: 'misread' })
    .map((it) => it.code);
  expect(codes).toEqual(['requires']);
});

it('needs something corrected, its reason, and values that fit', () => {
  const { key, look } = guarded();
  const refuse = (values: object, why = 'misread') =>
    key
      .refusals({ kind: 'amend', entryId: look, values: values as never, why })
      .map((it) => `${it.code} ${it.field ?? ''}`);
  expect(refuse({})).toEqual(['nothing-amended values']);
  expect(refuse({ trained: 'yes' }, '')).toEqual(['invalid-value why']);
  expect(refuse({ trained: 'perhaps', found: 'no' })).toEqual([
    'unknown-code values.trained',
    'unknown-field values.found',
  ]);
  expect(key.refusals({ kind: 'amend', entryId: 'none', values: {}, why: 'x' })).toMatchObject([
    { code: 'no-such-entry' },
  ]);
});

it('corrects facts told outside a step', () => {
  const key = new KeyCase();
  const told = key.take({ kind: 'record-facts', values: { visitor: 'no' } });
  expect(key.step('owner_not_told').state).toBe('not-applicable');
  key.amend(told, { visitor: 'yes' });
  expect(key.step('owner_not_told').state).not.toBe('not-applicable');
});
