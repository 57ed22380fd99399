import { at, DAY, HOUR, KeyCase, MONDAY } from '../testing/key-case';

const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };

it('counts from when it happened, not from when it was recorded', () => {
  const key = new KeyCase();
  key.now = MONDAY + 20 * HOUR;
  key.do('report', { values: { found: 'yes' }, ...at(MONDAY + HOUR) });
  expect(key.step('look').deadline).toMatchObject({
    from: MONDAY + HOUR,
    dueAt: MONDAY + 25 * HOUR,
    metAt: null,
  });
  expect(key.step('report').deadline?.metAt).toBe(MONDAY + HOUR);
});

it('counts from the earliest moment of what is known to the day only', () => {
  const key = new KeyCase();
  key.now = MONDAY + 3 * DAY;
  const day = { from: MONDAY - 8 * HOUR, to: MONDAY + 16 * HOUR - 1, precision: 'day' as const };
  key.do('report', { values: { found: 'yes' }, occurredAt: day });
  expect(key.step('look').deadline?.dueAt).toBe(MONDAY + 16 * HOUR);
});

it('"at once" is due at its start and late a day after', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { trained: 'yes' } });
  key.do('assess', { values: { door: 'open' }, ...WEIGHED });
  expect(key.step('call_guard').deadline).toMatchObject({
    atOnce: true,
    dueAt: MONDAY,
    lateFrom: MONDAY + DAY,
  });
  key.wait(DAY);
  const late = () => key.view.deviations.filter((it) => it.step === 'call_guard');
  expect(late()).toEqual([]);
  key.wait(1);
  expect(late()).toMatchObject([{ kind: 'late', origin: 'LEGAL', owner: 'ours' }]);
});

it('gives no more time when the same is decided again', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { trained: 'yes' } });
  key.do('assess', { values: { door: 'open' }, ...WEIGHED });
  key.wait(2 * DAY);
  key.do('assess', { values: { door: 'open' }, ...WEIGHED });
  expect(key.step('call_guard').deadline?.dueAt).toBe(MONDAY);
});

it('starts with the decision that makes the step apply', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { trained: 'yes' } });
  key.do('assess', { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED });
  key.approveStep('assess');
  expect(key.step('call_guard').deadline).toBeNull();
  key.wait(5 * DAY);
  key.do('assess', { values: { door: 'open' }, ...WEIGHED });
  expect(key.step('call_guard').deadline?.dueAt).toBe(MONDAY + 5 * DAY);
});

it('shows "date to be entered" while its date is unknown, never no deadline', () => {
  const key = new KeyCase();
  expect(key.step('answer').deadline).toMatchObject({ from: null, dueAt: null, owner: 'outside' });
  key.do('ruling', { by: [{ role: 'JE' }], values: { decided_on: '2025-02' } });
  // February is known to the month: counted from its first day, for eight days.
  expect(key.step('answer').deadline?.dueAt).toBe(Date.UTC(2025, 1, 9, 23));
  expect(key.step('answer').deadline?.reminders).toHaveLength(2);
});

it('an outside one that passes is its owner’s', () => {
  const key = new KeyCase();
  key.do('ruling', { by: [{ role: 'JE' }], values: { decided_on: '2025-02-01' } });
  const late = key.view.deviations.find((it) => it.kind === 'late' && it.step === 'answer');
  expect(late).toMatchObject({ owner: 'outside' });
  expect(late?.text.fr).toContain('à relancer');
});

it('recording late is a deviation of its own', () => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' }, ...at(MONDAY - 3 * DAY) });
  expect(key.view.deviations).toContainEqual(
    expect.objectContaining({ kind: 'late-recording', step: 'report', by: 3 * DAY }),
  );
  const prompt = new KeyCase();
  prompt.do('report', { values: { found: 'yes' }, ...at(MONDAY - DAY) });
  expect(prompt.view.deviations.filter((it) => it.kind === 'late-recording')).toEqual([]);
});

it('a step opens with time', () => {
  const key = new KeyCase();
  expect(key.step('rest')).toMatchObject({ state: 'not-yet', opensAt: null });
  key.do('report', { values: { found: 'yes' } });
  // Three days after Monday, to the end of Thursday in Paris.
  const opens = MONDAY + 3 * DAY + 15 * HOUR;
  expect(key.step('rest')).toMatchObject({ state: 'not-yet', opensAt: opens });
  expect(key.refuseStep('rest')[0]?.text.fr).toBe("S'ouvre le 7 mars 2025.");
  key.wait(opens - MONDAY);
  expect(key.step('rest')).toMatchObject({ state: 'ready', opensAt: null });
});
