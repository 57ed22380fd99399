import { atTime } from '../fold/case-state';
import { viewCase } from '../view/view-case';
import { ANNA, at, BRUNO, DAY, HOUR, KeyCase } from '../testing/key-case';
import { conformanceOf } from './conformance-of';
import type { CaseDeviation, StepConformance } from './conformance-types';
import { CONFORMANCE_WEIGHTS } from './fitness';

const judge = (key: KeyCase) => conformanceOf(atTime(key.state, key.now));
const stepOf = (key: KeyCase, step: string): StepConformance => {
  const found = judge(key).runs[0]?.steps.find((it) => it.step === step);
  if (!found) throw new Error(`no step ${step}`);
  return found;
};
const deviations = (key: KeyCase, kind: CaseDeviation['kind']) =>
  judge(key).deviations.filter((it) => it.kind === kind);

/** Reported and looked at in time, by the worker in charge. */
const begun = (): KeyCase => {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { trained: 'yes' } });
  return key;
};

describe('conformance of a case', () => {
  it('is whole where everything expected was done as it should', () => {
    const key = begun();
    // `report` protects: it weighs two.
    expect(judge(key)).toMatchObject({ expected: 3, met: 3, fitness: 1, deviations: [] });
  });

  it('is not there before anything was expected', () => {
    expect(judge(new KeyCase())).toMatchObject({ expected: 0, met: 0, fitness: null });
  });

  it('weighs what protects and what the law times more', () => {
    const key = begun();
    expect(stepOf(key, 'look').weight).toBe(CONFORMANCE_WEIGHTS.step);
    expect(stepOf(key, 'report').weight).toBe(2);
    expect(stepOf(key, 'call_guard').weight).toBe(3);
  });

  it('knows since when a step could be done, and how long it waited', () => {
    const key = new KeyCase();
    key.now += 3 * HOUR;
    key.do('look', { values: { trained: 'yes' } });
    const { possibleAt, doneAt } = stepOf(key, 'look');
    expect([possibleAt, doneAt]).toEqual([key.now - 3 * HOUR, key.now]);
  });

  it('counts what is late and not done against the run from the moment it is late', () => {
    const key = begun();
    key.now += 47 * HOUR;
    expect(stepOf(key, 'assess').expectation).toBe('open');
    key.now += 2 * HOUR;
    expect(stepOf(key, 'assess')).toMatchObject({ expectation: 'expected', isMet: false, isInTime: false });
    expect(judge(key)).toMatchObject({ expected: 4, met: 3 });
    expect(deviations(key, 'late')).toMatchObject([
      { step: 'assess', isOpen: true, entryId: null, enteredBy: null, by: HOUR, origin: 'TOOL' },
    ]);
  });

  it('keeps the key of what was late when it is done, with who did it', () => {
    const key = begun();
    key.now += 3 * DAY;
    const [open] = deviations(key, 'late');
    key.do('assess', { values: { door: 'open' }, bestInterests: '…', childView: { said: '…' } });
    const done = deviations(key, 'late').find(({ step }) => step === 'assess');
    expect(done).toMatchObject({ key: open?.key, isOpen: false, enteredBy: 'anna', by: DAY });
    expect(stepOf(key, 'assess')).toMatchObject({ isInTime: false, lateBy: DAY, isMet: false });
  });

  it('holds nothing against anybody whose condition is unknown', () => {
    const key = begun();
    key.now += 30 * DAY;
    // Whether the guard has to be called hangs on a decision that nobody has made.
    expect(stepOf(key, 'call_guard').expectation).toBe('unknown');
    expect(deviations(key, 'late').map(({ step }) => step)).not.toContain('call_guard');
  });

  it('never counts the time of an authority as a delay of ours', () => {
    const key = begun();
    key.do('assess', { values: { door: 'open' }, bestInterests: '…', childView: { said: '…' } });
    key.approveStep('assess');
    key.do('call_guard', { evidence: { letter: { reference: 'L' } } });
    key.do('ruling', { by: [{ role: 'JE' }], values: { decided_on: '2025-03-02' } });
    key.now += 60 * DAY;
    const outside = viewCase(atTime(key.state, key.now)).deviations.filter(
      ({ owner }) => owner === 'outside',
    );
    expect(outside.map(({ step }) => step)).toContain('answer');
    expect(deviations(key, 'late').map(({ step }) => step)).not.toContain('answer');
    expect(stepOf(key, 'answer').expectation).toBe('open');
  });

  it('tells a decision without its words from one without a second person, and both go when they come', () => {
    const key = begun();
    key.do('assess', { values: { door: 'open' } });
    key.now += 25 * HOUR;
    expect(deviations(key, 'unapproved')).toMatchObject([{ step: 'assess', isOpen: true, by: HOUR }]);
    expect(stepOf(key, 'assess')).toMatchObject({ isApproved: false, isMet: false });
    key.approveStep('assess');
    expect(deviations(key, 'unapproved')).toMatchObject([{ isOpen: false, enteredBy: 'bruno', by: HOUR }]);
    expect(deviations(key, 'unweighed')).toMatchObject([{ isOpen: true }]);
    const entryId = key.step('assess').entryIds[0] ?? '';
    key.do('assess', { confirms: entryId, bestInterests: '…', childView: { whyNot: 'asleep' } });
    expect(deviations(key, 'unweighed')).toMatchObject([{ isOpen: false, enteredBy: 'anna' }]);
  });

  it('calls skipped what was overdue when it stopped applying', () => {
    const key = begun();
    key.do('assess', { values: { door: 'open' }, bestInterests: '…', childView: { said: '…' } });
    key.approveStep('assess');
    expect(deviations(key, 'skipped')).toEqual([]);
    key.now += 3 * DAY;
    key.do('look', { values: { signs: { scratches: 'no', noise: 'no', dog: 'no' }, trained: 'yes' } });
    key.do('assess', {
      values: { door: 'shut' },
      reasons: ['checked_twice'],
      bestInterests: '…',
      childView: { said: '…' },
    });
    key.approveStep('assess');
    expect(stepOf(key, 'call_guard').expectation).toBe('expected');
    expect(deviations(key, 'skipped')).toMatchObject([{ step: 'call_guard', isOpen: false }]);
  });

  it('finds nothing out of order in what another did before our own step, and nothing skipped', () => {
    const key = begun();
    key.do('look', { values: { trained: 'yes' } });
    key.do('assess', { values: { door: 'open' }, bestInterests: '…', childView: { said: '…' } });
    key.do('ruling', { by: [{ role: 'JE' }] });
    expect(deviations(key, 'out-of-order')).toEqual([]);
    expect(deviations(key, 'skipped')).toEqual([]);
    expect(stepOf(key, 'ruling')).toMatchObject({ isInOrder: true, isMet: true });
    expect(key.view.deviations.find(({ kind }) => kind === 'out-of-order')?.text).toEqual({
      fr: 'Noté avant l’étape « call guard ».',
      en: 'Recorded before the step "call guard".',
    });
  });

  it('counts a record out of order, in words without the free text', () => {
    const key = begun();
    key.do('look', { values: { trained: 'yes' } });
    key.do('assess', {
      values: { door: 'shut' },
      reasons: ['checked_twice'],
      bestInterests: '…',
      childView: { said: '…' },
    });
    key.approveStep('assess');
    key.do('ruling', { by: [{ role: 'JE' }], outOfOrder: 'Monsieur X l’a dit' });
    expect(deviations(key, 'out-of-order')).toMatchObject([{ step: 'ruling', enteredBy: 'anna' }]);
    expect(JSON.stringify(judge(key).deviations)).not.toContain('Monsieur X');
    expect(stepOf(key, 'ruling')).toMatchObject({ isInOrder: false, isMet: false });
  });

  it('tells a waiver and a late recording, no correction that protects as much, and counts none of them as undone', () => {
    const key = begun();
    const entryId = key.do('look', { values: { trained: 'no' } });
    key.now += 4 * DAY;
    key.amend(entryId, { trained: 'yes' });
    key.takeCommand({ kind: 'waive', runId: key.runId(), step: 'rest', reason: 'already_known' });
    key.do('look', { values: { trained: 'yes' }, ...at(key.now - 3 * DAY) });
    expect(deviations(key, 'amended')).toEqual([]);
    expect(deviations(key, 'waived')).toMatchObject([{ step: 'rest', enteredBy: 'anna' }]);
    expect(deviations(key, 'late-recording')).toMatchObject([{ step: 'look', by: 3 * DAY }]);
    expect(stepOf(key, 'rest').expectation).toBe('waived');
  });

  it('tells a correction after which less protects the child, waiting or in effect', () => {
    const key = begun();
    key.do('look', { values: { trained: 'yes' } });
    const weighed = { bestInterests: '…', childView: { said: '…' } };
    const entryId = key.do('assess', { values: { door: 'open' }, ...weighed });
    key.now += 2 * DAY;
    key.takeCommand({
      ...{ kind: 'amend', entryId, values: { door: 'shut' }, reasons: ['checked_twice'], ...weighed },
      ...{ why: 'fermée en vérité', enteredInError: true },
    });
    expect(deviations(key, 'amended')).toMatchObject([{ step: 'assess', by: 2 * DAY }]);
    expect(deviations(key, 'amended')[0]?.text.en).toContain('less protects the child');
    key.now += HOUR;
    key.takeCommand({ kind: 'amend', entryId, values: { door: 'open' }, why: 'ouverte, si' });
    expect(deviations(key, 'amended')).toHaveLength(1);
  });

  it('lets no waiver after the time undo the lateness', () => {
    const key = begun();
    key.now += 10 * DAY;
    const before = judge(key);
    expect(stepOf(key, 'assess').expectation).toBe('expected');
    key.takeCommand({ kind: 'waive', runId: key.runId(), step: 'rest', reason: 'already_known' });
    expect(judge(key).expected).toBeGreaterThanOrEqual(before.expected);
  });

  it('leaves what was sent back before it took effect out', () => {
    const key = begun();
    key.do('rent', { values: { lodging: 'room' }, evidence: { photo: { reference: 'P' } } }, ANNA);
    key.sendBack('rent', BRUNO);
    expect(stepOf(key, 'rent')).toMatchObject({ expectation: 'open', times: 0 });
  });
});
