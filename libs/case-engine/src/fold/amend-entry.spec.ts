import { entryAsCorrected } from '../journal/entry-as-corrected';
import { at, DAY, HOUR, KeyCase, MONDAY } from '../testing/key-case';

const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };
/** What a lower decision takes that is said to have been a slip. */
const SLIP = { ...WEIGHED, enteredInError: true };

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
  key.amend(assess, { door: 'ajar' }, SLIP);
  key.approveStep('assess');
  expect(key.step('call_guard')).toMatchObject({ state: 'to-confirm', entryIds: [call] });
  expect(key.step('look').state).toBe('done');
  key.do('call_guard', { confirms: call });
  expect(key.step('call_guard').state).toBe('done');
});

it('leaves alone what was done before the wrong entry', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes', visitor: 'no' } });
  key.do('tell_owner');
  const told = key.takeCommand({ kind: 'record-facts', values: { visitor: 'no' } });
  key.amend(told, { visitor: 'yes' });
  expect(key.step('tell_owner').state).toBe('done');
});

it('lets it be done anew instead, where its conditions still hold', () => {
  const { key, assess } = guarded();
  key.amend(assess, { door: 'ajar' }, SLIP);
  key.approveStep('assess');
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
  key.amend(assess, { door: 'shut' }, { reasons: ['checked_twice'], ...SLIP });
  expect(key.step('assess').state).toBe('awaiting-approval');
  expect(key.fact('door')).toBe('open');
});

it('of a lower decision is deciding again: new facts, or a slip with what was true, and its own words', () => {
  const { key, assess } = guarded();
  const codes = (more: object) =>
    key
      .refusals({ kind: 'amend', entryId: assess, values: { door: 'ajar' }, why: 'less', ...more })
      .map((it) => it.code);
  expect(codes({})).toEqual(['missing-best-interests', 'missing-child-view', 'lowered-without-facts']);
  expect(codes(WEIGHED)).toEqual(['lowered-without-facts']);
  // A correction of the decision itself is no new fact.
  key.amend(assess, {}, { bestInterests: 'weighed better' });
  expect(codes(WEIGHED)).toEqual(['lowered-without-facts']);
  key.do('look', { values: { trained: 'no' } });
  key.amend(assess, { door: 'ajar' }, WEIGHED);
  expect([key.step('assess').state, key.fact('door')]).toEqual(['awaiting-approval', 'open']);
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
  const told = key.takeCommand({ kind: 'record-facts', values: { visitor: 'no' } });
  expect(key.step('owner_not_told').state).toBe('not-applicable');
  key.amend(told, { visitor: 'yes' });
  expect(key.step('owner_not_told').state).not.toBe('not-applicable');
});

it('is read as corrected by whoever is asked to agree to it', () => {
  const { key, look, assess } = guarded();
  key.amend(look, { signs: { dog: 'yes' } });
  expect(entryAsCorrected(key.state, look)?.values).toEqual({
    signs: { dog: 'yes', noise: 'no' },
    trained: 'yes',
  });
  key.amend(assess, { door: 'ajar' }, { ...SLIP, bestInterests: 'weighed again' });
  expect(entryAsCorrected(key.state, assess)).toMatchObject({
    id: assess,
    values: { door: 'ajar' },
    bestInterests: 'weighed again',
    childView: { said: 'mine' },
  });
  expect(entryAsCorrected(key.state, key.journal[0]?.id ?? '')).toBeUndefined();
});

describe('what else was wrong with a decision', () => {
  const refused = (key: KeyCase, entryId: string, more: object) =>
    key
      .refusals({ kind: 'amend', entryId, values: {}, why: 'misread', ...more })
      .map((it) => `${it.code} ${it.field ?? ''}`);

  it('is corrected, agreed to again, and what was said before stays in the journal', () => {
    const { key, assess } = guarded();
    key.approveStep('assess');
    key.amend(assess, {}, { childView: { said: 'she said the contrary' } });
    expect(key.step('assess')).toMatchObject({ state: 'done-to-approve', toApprove: assess });
    expect(key.fact('door')).toBe('open');
    const said = key.journal.map((it) => ('childView' in it ? it.childView : undefined)).filter(Boolean);
    expect(said).toEqual([{ said: 'mine' }, { said: 'she said the contrary' }]);
  });

  it('fills in what the decision lacked', () => {
    const key = new KeyCase();
    key.do('report', { values: { found: 'yes' } });
    key.do('look', { values: { trained: 'yes' } });
    const assess = key.do('assess', { values: { door: 'open' } });
    expect(key.step('assess').missingWords).toEqual(['best-interests', 'child-view']);
    key.amend(assess, {}, { bestInterests: 'weighed' });
    expect(key.step('assess').missingWords).toEqual(['child-view']);
    key.do('assess', { confirms: assess, childView: { whyNot: 'asleep' } });
    expect(key.step('assess').missingWords).toBeUndefined();
  });

  it('has reasons of the list of the corrected value; one that protects less has them, and its words, before', () => {
    const { key, assess } = guarded();
    expect(refused(key, assess, { reasons: ['checked_twice'] })).toEqual(['unknown-reason reasons.0']);
    const shut = { values: { door: 'shut' }, ...SLIP };
    expect(refused(key, assess, shut)).toEqual(['missing-reasons reasons']);
    expect(refused(key, assess, { ...shut, reasons: ['whim'] })).toEqual(['unknown-reason reasons.0']);
    expect(refused(key, assess, { ...shut, reasons: ['owner_says_so'] })).toEqual([]);
  });

  it('waits for no reasons where it protects more', () => {
    const key = new KeyCase();
    key.do('report', { values: { found: 'yes' } });
    key.do('look', { values: { trained: 'yes' } });
    const shut = key.do('assess', { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED });
    key.approveStep('assess');
    key.amend(shut, { door: 'open' });
    expect(key.fact('door')).toBe('open');
    expect(key.step('call_guard').state).toBe('ready');
  });

  it('is not what facts told outside a step have', () => {
    const key = new KeyCase();
    const told = key.takeCommand({ kind: 'record-facts', values: { visitor: 'no' } });
    expect(refused(key, told, { closes: true, reasons: [], evidence: {} })).toEqual([
      ...['unknown-field closes', 'unknown-field reasons', 'unknown-field evidence'],
    ]);
  });
});

describe('"no other"', () => {
  function closed(): { key: KeyCase; spare: string } {
    const key = new KeyCase();
    const spare = key.do('spare', { row: { id: 'a', values: { kind: 'copy' } }, closes: true });
    key.approveStep('spare');
    return { key, spare };
  }
  const isClosed = (key: KeyCase) => key.view.facts.find((it) => it.fact === 'spares')?.isClosed ?? false;

  it('that was wrong opens the list again', () => {
    const { key, spare } = closed();
    expect(isClosed(key)).toBe(true);
    key.amend(spare, {}, { closes: false });
    expect(isClosed(key)).toBe(false);
    key.approveStep('spare');
    expect(isClosed(key)).toBe(false);
  });

  it('that was forgotten waits for whoever agrees to the entry', () => {
    const key = new KeyCase();
    const spare = key.do('spare', { row: { id: 'a', values: { kind: 'copy' } } });
    key.approveStep('spare');
    key.amend(spare, {}, { closes: true });
    expect(isClosed(key)).toBe(false);
    key.approveStep('spare');
    expect(isClosed(key)).toBe(true);
  });

  it('is not for a step that closes no list', () => {
    const { key, look } = guarded();
    const command = { kind: 'amend' as const, entryId: look, values: {}, why: 'misread', closes: true };
    expect(key.refusals(command)).toMatchObject([{ code: 'not-closing', field: 'closes' }]);
  });
});
