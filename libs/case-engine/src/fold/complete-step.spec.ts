import { actor, at, BRUNO, DAY, HOUR, KeyCase, MONDAY } from '../testing/key-case';

const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };
const codes = (reasons: readonly { code: string; field?: string }[]) =>
  reasons.map((it) => (it.field ? `${it.code} ${it.field}` : it.code));

/** A case whose signs are looked at, so that the door may be assessed. */
function looked(): KeyCase {
  const key = new KeyCase();
  key.do('report', { values: { found: 'yes' } });
  key.do('look', { values: { signs: { noise: 'no', dog: 'no', scratches: 'no' }, trained: 'yes' } });
  return key;
}

describe('completing a step', () => {
  it('records what was said, by whom, when', () => {
    const key = new KeyCase();
    const id = key.do('report', { values: { found: 'no', floor: 3 }, ...at(MONDAY - HOUR) });
    const entry = key.journal.find((it) => it.id === id);
    expect(entry).toMatchObject({
      kind: 'step-completed',
      step: 'report',
      by: [{ role: 'TS' }],
      enteredBy: 'anna',
      occurredAt: { from: MONDAY - HOUR },
      recordedAt: MONDAY,
    });
    expect(key.step('report').state).toBe('done');
    expect(key.fact('floor')).toBe(3);
  });

  it('is refused before the steps that come first, and once they are done allowed', () => {
    const key = new KeyCase();
    expect(codes(key.refuseStep('assess', { values: { door: 'open' } }))).toEqual(['not-ready']);
    expect(key.refuseStep('assess', { values: { door: 'open' } })[0]?.text.fr).toBe('Possible après : look.');
    expect(looked().refuseStep('assess', { values: { door: 'open' } })).toEqual([]);
  });

  it('is refused twice unless it repeats', () => {
    const key = looked();
    expect(codes(key.refuseStep('report', { values: { found: 'yes' } }))).toEqual(['already-done']);
    expect(key.refuseStep('look', { values: { trained: 'yes' } })).toEqual([]);
  });

  it('is refused to those who may neither enter it nor are in charge', () => {
    const key = new KeyCase();
    const values = { found: 'no' };
    expect(codes(key.refuseStep('report', { values }, BRUNO))).toContain('not-yours-to-enter actor');
    expect(key.refuseStep('report', { values }, actor('carla', ['CRIP']))).toEqual([]);
  });

  it('says everything that is wrong at once', () => {
    const key = new KeyCase();
    const reasons = key.refuseStep('report', {
      values: { floor: 99, birth: '2031-01-01', nonsense: 'x', words_said: '' },
      by: [{ role: 'JE' }],
      ...at(MONDAY + HOUR),
    });
    expect(codes(reasons).sort()).toEqual(
      [
        ...['date-in-future values.birth', 'in-future occurredAt', 'invalid-value values.words_said'],
        ...['missing-field values.found', 'out-of-range values.floor', 'unknown-field values.nonsense'],
        'wrong-participant by.0',
      ].sort(),
    );
    for (const it of reasons) expect(it).toMatchObject({ runId: key.runId(), step: 'report' });
  });

  it('takes a non-answer where an answer is required', () => {
    const key = new KeyCase();
    expect(key.refuseStep('report', { values: { found: { answer: 'refused' } } })).toEqual([]);
  });

  it('lets a planned date lie in the future, a past one not', () => {
    const key = new KeyCase();
    const values = { found: 'yes' } as const;
    expect(key.refuseStep('report', { values: { ...values, meets_on: '2025-06-01' } })).toEqual([]);
    expect(codes(key.refuseStep('report', { values: { ...values, seen_on: '2025-06-01' } }))).toEqual([
      'date-in-future values.seen_on',
    ]);
    expect(key.refuseStep('report', { values: { ...values, seen_on: '2025-03-03' } })).toEqual([]);
  });

  it.each(['0000', '0207-05', '1899-12-31'])('takes %s for a slip of the hand', (long_ago) => {
    const key = new KeyCase();
    const reasons = key.refuseStep('report', {
      values: { found: 'yes', birth: long_ago },
      ...at(Date.parse(`${long_ago.slice(0, 4)}-01-01T00:00Z`)),
    });
    expect(codes(reasons).sort()).toEqual(['invalid-value values.birth', 'too-long-ago occurredAt']);
  });

  it('does not take what has no relevance by the other answers', () => {
    const key = new KeyCase();
    expect(codes(key.refuseStep('lend', { values: { lodging: 'room', why_attic: 'words' } }))).toEqual([
      'not-relevant values.why_attic',
    ]);
    expect(key.refuseStep('lend', { values: { lodging: 'attic', why_attic: 'words' } })).toEqual([]);
  });

  it('asks for a required answer only where it has relevance', () => {
    const key = new KeyCase();
    expect(codes(key.refuseStep('lend', { values: { lodging: 'attic' } }))).toEqual([
      'missing-field values.why_attic',
    ]);
    expect(key.refuseStep('lend', { values: { lodging: 'room', visitor: 'no' } })).toEqual([]);
  });

  it('does not apply where it comes only after steps that do not', () => {
    const key = looked();
    expect(key.step('owner_not_told').state).toBe('blocked');
    key.do('assess', { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED });
    key.approveStep('assess');
    expect(key.step('call_guard').state).toBe('not-applicable');
    expect(key.step('owner_not_told').state).toBe('not-applicable');
  });

  it('leaves a fact that one step decides to that step', () => {
    const key = looked();
    expect(codes(key.refusals({ kind: 'record-facts', values: { door: 'shut' } }))).toEqual([
      'written-elsewhere values.door',
    ]);
  });
});

describe('what a step requires', () => {
  it('must be exactly true: unknown opens no door', () => {
    const key = new KeyCase();
    const [reason] = key.refuseStep('lend', { values: { lodging: 'cellar' } });
    expect(reason).toMatchObject({ code: 'requires', basis: ['G06'], text: { fr: 'no cellar' } });
    expect(reason?.about).toContain('majority');
    key.do('report', { values: { found: 'yes', birth: '2001-02-03' } });
    expect(key.refuseStep('lend', { values: { lodging: 'cellar' } })).toEqual([]);
  });

  it('holds too while it is unknown whether it is asked of a value that is sent', () => {
    const key = new KeyCase();
    // Whether there is a visitor is not known, so the room may be for two.
    expect(codes(key.refuseStep('lend', { values: { lodging: 'room' } }))).toEqual(['requires']);
    const notSaid = { lodging: { answer: 'unknown' }, why_attic: { answer: 'not-asked' } } as const;
    expect(key.refuseStep('lend', { values: notSaid })).toEqual([]);
    key.takeCommand({ kind: 'record-facts', values: { visitor: 'no' } });
    expect(key.refuseStep('lend', { values: { lodging: 'room' } })).toEqual([]);
  });

  it('is judged by the time at which it was recorded, whenever the journal is read', () => {
    const key = new KeyCase();
    key.takeCommand({ kind: 'record-facts', values: { birth: '2007-03-10' } });
    key.do('ruling', { by: [{ role: 'JE' }], values: { lodging: 'cellar' } });
    const flags = () => key.recomputed().deviations.filter((it) => it.kind === 'flag');
    expect(flags()).toHaveLength(1);
    key.now += 30 * DAY;
    expect(flags()).toHaveLength(1);
  });

  it('flags the record of another authority, and never refuses it', () => {
    const key = new KeyCase();
    key.do('ruling', { by: [{ role: 'JE' }], values: { lodging: 'cellar' } });
    const kinds = key.view.deviations.map((it) => [it.kind, it.step]);
    expect(kinds).toEqual([
      ['out-of-order', 'ruling'],
      ['flag', 'ruling'],
    ]);
    expect(key.fact('lodging')).toBe('cellar');
  });

  it('calls it a rights incident where the flag says so', () => {
    const key = new KeyCase();
    key.do('ruling', { by: [{ role: 'JE' }], values: { lodging: 'attic' }, outOfOrder: 'told by phone' });
    const incident = key.view.deviations.find((it) => it.kind === 'rights-incident');
    expect(incident).toMatchObject({ step: 'ruling', tell: 'SUP' });
    expect(key.view.deviations[0]?.text.fr).toContain('told by phone');
  });
});

describe('rows', () => {
  const spare = (id: string, values: object, more = {}) => ({
    row: { id, values: values as never },
    ...more,
  });

  it('are not there before a second person agreed', () => {
    const key = new KeyCase();
    key.do('spare', spare('a', { kind: 'copy', price: 5 }));
    expect(key.step('spare').state).toBe('awaiting-approval');
    expect(codes(key.refuseStep('trial', spare('a', { fits: 'yes' })))).toEqual(['no-such-row row.id']);
    key.approveStep('spare');
    key.do('trial', spare('a', { fits: 'yes' }));
    const list = key.view.facts.find((it) => it.fact === 'spares');
    expect(list?.rows).toEqual([{ id: 'a', values: { kind: 'copy', price: 5, fits: 'yes' } }]);
    expect(list?.isClosed).toBe(false);
  });

  it('close the list with "no other", and a row that comes after opens it again', () => {
    const key = new KeyCase();
    const isClosed = () => key.view.facts.find((it) => it.fact === 'spares')?.isClosed;
    key.do('spare', spare('a', { kind: 'copy' }, { closes: true }));
    key.approveStep('spare');
    expect(isClosed()).toBe(true);
    key.do('spare', spare('b', { kind: 'original' }));
    expect(isClosed()).toBe(false);
    key.approveStep('spare');
    expect(isClosed()).toBe(false);
  });

  it('that wait keep the list open, after a correction elsewhere too', () => {
    const key = new KeyCase();
    const isClosed = () => key.view.facts.find((it) => it.fact === 'spares')?.isClosed;
    key.do('spare', spare('a', { kind: 'copy' }, { closes: true }));
    key.approveStep('spare');
    // "No other" again, about a row that is already there: nothing is reopened, but something waits.
    key.do('spare', spare('a', { kind: 'original' }, { closes: true }));
    expect(isClosed()).toBe(false);
    const report = key.do('report', { values: { found: 'no' } });
    key.amend(report, { found: 'yes' });
    expect(isClosed()).toBe(false);
    key.approveStep('spare');
    expect(isClosed()).toBe(true);
  });

  it('need a row, an id that is one, and fields that the step asks', () => {
    const key = new KeyCase();
    expect(codes(key.refuseStep('spare'))).toEqual(['missing-row row']);
    expect(codes(key.refuseStep('trial'))).toEqual(['missing-row row']);
    expect(codes(key.refuseStep('spare', spare('a b', { kind: 'copy', fits: 'yes' })))).toEqual([
      'row-id row.id',
      'unknown-field row.fits',
    ]);
    expect(codes(key.refuseStep('spare', spare('a', {})))).toEqual(['missing-field row.kind']);
    expect(codes(key.refuseStep('report', { values: { found: 'no' }, ...spare('a', {}) }))).toEqual([
      'no-row-here row',
    ]);
  });
});

describe('a decision', () => {
  it('that protects holds at once, and may bring best interests and the child’s view within a day', () => {
    const key = looked();
    const first = key.do('assess', { values: { door: 'ajar' } });
    expect(key.step('assess')).toMatchObject({
      state: 'done-to-approve',
      missingWords: ['best-interests', 'child-view'],
    });
    expect(key.fact('door')).toBe('ajar');
    key.approveStep('assess');
    expect(key.step('assess').state).toBe('done-to-approve');
    expect(key.step('assess').approvalDeadline?.dueAt).toBe(MONDAY + DAY);
    key.do('assess', { confirms: first, ...WEIGHED });
    expect(key.step('assess')).toMatchObject({ state: 'done', approvalDeadline: null });
  });

  it('leaves nothing to approve in the one before it', () => {
    const key = looked();
    key.do('assess', { values: { door: 'ajar' }, ...WEIGHED });
    const later = key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    expect(key.step('assess').toApprove).toBe(later);
    key.approveStep('assess');
    expect(key.step('assess')).toMatchObject({ state: 'done', toApprove: null });
  });

  it('that protects least waits the first time, and needs its reasons, best interests and the child’s view before', () => {
    const key = looked();
    expect(codes(key.refuseStep('assess', { values: { door: 'shut' } }))).toEqual([
      'missing-reasons reasons',
      'missing-best-interests bestInterests',
      'missing-child-view childView',
    ]);
    key.do('assess', { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED });
    expect(key.step('assess')).toMatchObject({ state: 'awaiting-approval', approvalDeadline: null });
    expect(key.fact('door')).toBeUndefined();
    key.approveStep('assess');
    expect(key.fact('door')).toBe('shut');
  });

  it('that protects less than the one in effect waits, needs new facts, and the old one rules', () => {
    const key = looked();
    key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    const lower = { values: { door: 'ajar' }, note: 'pushed to', ...WEIGHED };
    expect(codes(key.refuseStep('assess', lower))).toEqual(['no-new-facts']);
    key.do('look', { values: { signs: { dog: 'yes' }, trained: 'yes' } });
    key.do('assess', lower);
    expect(key.step('assess').state).toBe('awaiting-approval');
    expect(key.fact('door')).toBe('open');
    key.approveStep('assess');
    expect(key.fact('door')).toBe('ajar');
  });

  it('that protects least waits each time, even if that very value is in effect', () => {
    const key = looked();
    const shut = { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED };
    const first = key.do('assess', shut);
    key.approveStep('assess');
    const again = key.do('assess', shut);
    expect(key.step('assess')).toMatchObject({ state: 'awaiting-approval', toApprove: again });
    expect(key.view.facts.find((it) => it.fact === 'door')).toMatchObject({ value: 'shut', entryId: first });
    key.do('assess', { values: { door: 'ajar' }, ...WEIGHED });
    expect(key.fact('door')).toBe('ajar');
  });

  it('takes reasons only from the list of its value', () => {
    const key = looked();
    const shut = { values: { door: 'shut' }, ...WEIGHED };
    expect(codes(key.refuseStep('assess', { ...shut, reasons: ['whim'] }))).toEqual([
      'unknown-reason reasons.0',
    ]);
    expect(
      codes(key.refuseStep('assess', { ...shut, values: { door: 'open' }, reasons: ['checked_twice'] })),
    ).toEqual(['unknown-reason reasons.0']);
  });

  it('is not made by saying that one does not know', () => {
    const key = looked();
    expect(codes(key.refuseStep('assess', { values: { door: { answer: 'unknown' } } }))).toEqual([
      'missing-decision values.door',
    ]);
  });
});

describe('an interpreter', () => {
  const by = (more: object) => ({
    values: { found: 'yes' },
    by: [{ role: 'TS' as const }, { role: 'INT' as const, ...more }],
  });

  it('is named, with the language, and has no tie to the child', () => {
    const key = new KeyCase();
    const ilya = { name: 'Ilya', language: 'ru' };
    expect(codes(key.refuseStep('report', by({ tie: 'none' })))).toEqual(['interpreter-unnamed by.1']);
    expect(codes(key.refuseStep('report', by({ name: 'Ilya', tie: 'none' })))).toEqual([
      'interpreter-unnamed by.1',
    ]);
    expect(codes(key.refuseStep('report', by({ ...ilya, tie: 'relative' })))).toEqual([
      'interpreter-tied by.1.tie',
    ]);
    expect(codes(key.refuseStep('report', by(ilya)))).toEqual(['interpreter-tie-unknown by.1.tie']);
    expect(key.refuseStep('report', by({ name: 'Ilya', language: 'ru', tie: 'none' }))).toEqual([]);
  });
});
