import { at, DAY, HOUR, MONDAY } from '../testing/key-case';
import { words } from '@repere/protocol/testing';
import { house } from '../testing/old-house';

/** 24:00 of the Monday on which the house was opened, in Paris. */
const END_OF_MONDAY = MONDAY + 15 * HOUR;

describe('a date that had passed before it reached us', () => {
  it('is due at the end of the day on which its fact was recorded, and says what it was', () => {
    const key = house();
    key.wait(HOUR);
    key.do('visit', { values: { birth: '2007-09-01' } });
    expect(key.step('grown').deadline).toMatchObject({
      dueAt: END_OF_MONDAY,
      lateFrom: END_OF_MONDAY,
      passedBefore: Date.UTC(2024, 8, 1, 22),
      atOnce: false,
    });
    expect(key.view.deviations.filter(({ kind }) => kind === 'late')).toEqual([]);
    key.wait(2 * DAY);
    const [late] = key.view.deviations.filter((it) => it.step === 'grown');
    expect(late).toMatchObject({ kind: 'late', origin: 'LEGAL', by: key.now - END_OF_MONDAY });
  });

  it('is due that day too when the protocol was opened for something older', () => {
    const key = house();
    key.takeCommand({ kind: 'open-run', protocol: 'second-look', version: '1.0.0' });
    const late = house();
    late.apply({
      kind: 'run-opened',
      id: 'older',
      seq: 2,
      occurredAt: { from: MONDAY - 90 * DAY, to: MONDAY - 90 * DAY, precision: 'minute' },
      recordedAt: MONDAY,
      enteredBy: 'anna',
      runId: 'older',
      protocol: 'lost-key',
      version: '1.0.0',
    });
    const run = late.view.runs.find(({ runId }) => runId === 'older');
    expect(run?.steps.find(({ id }) => id === 'first_look')?.deadline).toMatchObject({
      dueAt: END_OF_MONDAY,
      passedBefore: END_OF_MONDAY - 90 * DAY,
    });
  });

  it('is not moved again by saying the same, or nearly the same, later', () => {
    const key = house();
    key.do('visit', { values: { moved_in: '2024-06', smell_since: '2025-01-10' } });
    const first = key.step('mask').deadline?.dueAt;
    key.wait(5 * DAY);
    key.do('visit', { values: { smell_since: '2025-01-10' } });
    expect(key.step('mask').deadline?.dueAt).toBe(first);
    key.wait(DAY);
    key.do('visit', { values: { smell_since: '2025-01-12' } });
    expect(key.step('mask').deadline?.dueAt).toBe(first);
  });

  it('counts from when another’s act was recorded, never from when our own was recorded late', () => {
    const key = house();
    key.wait(2 * DAY);
    key.do('ruling', { by: [{ role: 'JE' }], ...at(MONDAY + HOUR) });
    key.do('keys', at(MONDAY + HOUR));
    expect(key.step('appeal').deadline?.dueAt).toBe(END_OF_MONDAY + 2 * DAY);
    expect(key.step('copy_keys').deadline?.dueAt).toBe(MONDAY + 25 * HOUR);
  });

  it('is an authority’s as it always was', () => {
    const key = house();
    key.do('visit', { values: { moved_in: '2024-06-01' } });
    expect(key.step('answer').deadline).toMatchObject({ dueAt: Date.UTC(2024, 8, 1, 22), owner: 'outside' });
  });
});

describe('a step that begins to apply', () => {
  it('is not late from before, where it exactly did not apply', () => {
    const key = house();
    key.do('visit', { values: { tenant: 'no' } });
    key.wait(10 * DAY);
    key.do('visit', { values: { tenant: 'yes' } });
    expect(key.step('contract').deadline).toMatchObject({ dueAt: END_OF_MONDAY + 10 * DAY });
  });

  it('is late as it was, where only our own question was not answered', () => {
    const key = house();
    key.wait(10 * DAY);
    key.do('visit', { values: { tenant: 'yes' } });
    expect(key.step('contract').deadline).toMatchObject({ dueAt: END_OF_MONDAY + 3 * DAY });
  });

  it('"at once" counts from what made it apply, with or without the step that it names', () => {
    const key = house();
    key.do('visit', { values: { gas: 'no' } });
    key.wait(10 * DAY);
    key.takeCommand({ kind: 'record-facts', values: { found: 'yes' } });
    key.do('visit', { values: { gas: 'yes' } });
    expect(key.step('alarm').deadline).toMatchObject({
      dueAt: key.now,
      lateFrom: key.now + DAY,
      atOnce: true,
    });
    key.wait(5 * DAY);
    key.do('visit', { values: { gas: 'yes' } });
    expect(key.step('alarm').deadline?.dueAt).toBe(key.now - 5 * DAY);
  });
});

describe('a slip that took a step away', () => {
  const alarmed = () => {
    const key = house();
    key.do('visit', { values: { gas: 'yes' } });
    const first = key.step('alarm').deadline?.dueAt;
    key.wait(3 * DAY);
    return { key, first };
  };

  it('gives it no new date once it is corrected', () => {
    const { key, first } = alarmed();
    const slip = key.do('visit', { values: { gas: 'no' } });
    expect(key.step('alarm').state).toBe('not-applicable');
    key.wait(HOUR);
    key.amend(slip, { gas: 'yes' });
    expect(key.step('alarm').deadline?.dueAt).toBe(first);
    expect(key.recomputed()).toEqual(key.view);
  });

  it('nor when the slip was itself a correction', () => {
    const { key, first } = alarmed();
    const visit = key.journal.find(({ kind }) => kind === 'step-completed')?.id ?? '';
    key.amend(visit, { gas: 'no' });
    key.wait(HOUR);
    key.amend(visit, { gas: 'yes' });
    expect(key.step('alarm').deadline?.dueAt).toBe(first);
  });

  it('is not a change: what begins to apply anew is due anew', () => {
    const { key } = alarmed();
    key.do('visit', { values: { gas: 'no' } });
    key.wait(30 * DAY);
    key.do('visit', { values: { gas: 'yes' } });
    expect(key.step('alarm').deadline?.dueAt).toBe(key.now);
  });

  it('is not a correction of something else', () => {
    const { key } = alarmed();
    const other = key.takeCommand({ kind: 'record-facts', values: { found: 'yes' } });
    expect(other).not.toBe('');
    key.do('visit', { values: { gas: 'no' } });
    key.wait(30 * DAY);
    const visit = key.do('visit', { values: { tenant: 'no' } });
    key.amend(visit, { gas: 'yes' });
    expect(key.step('alarm').deadline?.dueAt).toBeGreaterThan(key.now - HOUR);
  });
});

describe('a slip that a second person agreed to', () => {
  const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };
  const shut = { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED };
  const assessed = (door: string) => {
    const key = house();
    const assess = key.do('assess', { values: { door }, ...WEIGHED });
    key.approveStep('assess');
    key.wait(3 * DAY);
    return { key, assess };
  };

  it('gives no new date either, once it is corrected, nor when the correction is agreed to', () => {
    const { key } = assessed('open');
    const first = key.step('guard').deadline?.dueAt;
    const slip = key.do('assess', shut);
    expect(key.step('guard').deadline?.dueAt).toBe(first);
    key.approveStep('assess');
    expect(key.step('guard').state).toBe('not-applicable');
    key.wait(HOUR);
    key.amend(slip, { door: 'open' });
    expect(key.step('guard').deadline?.dueAt).toBe(first);
    key.approveStep('assess');
    expect(key.step('guard').deadline?.dueAt).toBe(first);
    expect(key.recomputed()).toEqual(key.view);
  });

  it('nor where the correction takes effect only when it is agreed to', () => {
    const { key, assess } = assessed('ajar');
    const first = key.step('latch').deadline?.dueAt;
    key.amend(assess, { door: 'open' });
    key.approveStep('assess');
    expect(key.step('latch').state).toBe('not-applicable');
    key.wait(HOUR);
    key.amend(assess, { door: 'ajar' }, { ...WEIGHED, enteredInError: true });
    expect(key.step('latch').state).toBe('not-applicable');
    key.approveStep('assess');
    expect(key.step('latch').deadline?.dueAt).toBe(first);
    expect(key.recomputed()).toEqual(key.view);
  });

  it('is not a change, agreed to or not: what begins to apply anew is due anew', () => {
    const { key } = assessed('open');
    key.do('assess', shut);
    key.approveStep('assess');
    key.wait(30 * DAY);
    key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    expect(key.step('guard').deadline?.dueAt).toBe(key.now);
    key.approveStep('assess');
    expect(key.step('guard').deadline?.dueAt).toBe(key.now);
  });
});

describe('a window of care', () => {
  it('is said closed, with what remains, and is nobody’s delay if it closed before us', () => {
    const key = house();
    key.do('visit', { values: { smell_since: '2025-02-20' } });
    expect(key.step('mask').deadline).toMatchObject({
      dueAt: END_OF_MONDAY,
      closedAt: Date.UTC(2025, 1, 21, 23),
      remains: words('see a doctor'),
    });
    expect(key.view.deviations).toEqual([]);
  });

  it('is late and closed if it closed here', () => {
    const key = house();
    key.do('visit', { values: { smell_since: '2025-03-03' } });
    expect(key.step('mask').deadline?.closedAt).toBeUndefined();
    key.wait(3 * DAY);
    const deadline = key.step('mask').deadline;
    expect(deadline?.closedAt).toBe(deadline?.dueAt);
    expect(deadline?.passedBefore).toBeUndefined();
  });
});
