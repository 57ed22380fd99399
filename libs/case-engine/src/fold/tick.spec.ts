import { DAY, HOUR, KeyCase, MONDAY } from '../testing/key-case';

const WEIGHED = { bestInterests: 'weighed', childView: { said: 'mine' } };
const opened = (key: KeyCase) =>
  key.journal.flatMap((it) => (it.kind === 'run-opened' ? [it.protocol] : [])).slice(1);

function looked(found: 'yes' | 'no' = 'yes') {
  const key = new KeyCase();
  key.do('report', { values: { found } });
  key.do('look', { values: { trained: 'yes' } });
  return key;
}

function shut(key: KeyCase) {
  key.do('assess', { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED });
  key.approveStep('assess');
}

describe('runs that a condition opens', () => {
  it('open with the act that makes it hold, once', () => {
    const key = looked();
    expect(opened(key)).toEqual([]);
    const assess = key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    expect(opened(key)).toEqual(['locksmith']);
    expect(key.journal.at(-1)).toMatchObject({
      because: { opens: 'smith', entryId: assess },
      enteredBy: 'anna',
    });
    key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    expect(opened(key)).toEqual(['locksmith']);
    expect(key.wait(DAY)).toEqual([]);
  });

  it('stay open when it no longer holds', () => {
    const key = looked();
    key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    key.do('look', { values: { signs: { dog: 'no' }, trained: 'yes' } });
    key.do('assess', { values: { door: 'ajar' }, note: 'pushed to', ...WEIGHED });
    key.approveStep('assess');
    expect(opened(key)).toEqual(['locksmith']);
  });

  it('open once only, unless they may open again', () => {
    const key = new KeyCase();
    const lend = (lodging: string, more = {}) =>
      key.do('lend', { values: { lodging, visitor: 'no', ...more } });
    lend('attic', { why_attic: 'full' });
    lend('room');
    lend('attic', { why_attic: 'full again' });
    expect(opened(key)).toEqual(['second-look']);
  });

  it('open again only where it stopped holding in between', () => {
    const key = looked('no');
    expect(opened(key)).toEqual(['night-watch']);
    key.takeCommand({ kind: 'record-facts', values: { found: 'no' } });
    expect(opened(key)).toEqual(['night-watch']);
    key.takeCommand({ kind: 'record-facts', values: { found: 'yes' } });
    key.takeCommand({ kind: 'record-facts', values: { found: 'no' } });
    expect(opened(key)).toEqual(['night-watch', 'night-watch']);
    expect(key.wait(DAY)).toEqual([]);
  });

  it('do not open a second run of what a case has once', () => {
    const key = looked();
    key.takeCommand({ kind: 'open-run', protocol: 'locksmith', version: '1.0.0' });
    key.do('assess', { values: { door: 'open' }, ...WEIGHED });
    expect(opened(key)).toEqual(['locksmith']);
    const twice = { kind: 'open-run' as const, protocol: 'locksmith', version: '1.0.0' };
    expect(key.refusals(twice)).toMatchObject([{ code: 'already-running' }]);
  });
});

describe('runs that open after a delay', () => {
  /** 30 days after 3 March end at 24:00 on 2 April, summer time by then. */
  const DUE = Date.UTC(2025, 3, 2, 22);

  it('open when it is over, dated then', () => {
    const key = looked();
    shut(key);
    expect(key.view.nextChangeAt).not.toBeNull();
    expect(key.wait(DUE - MONDAY - 1)).toEqual([]);
    expect(key.view.nextChangeAt).toBe(DUE);
    const [entry] = key.wait(1);
    expect(entry).toMatchObject({
      protocol: 'second-look',
      enteredBy: 'system:clock',
      occurredAt: { from: DUE },
    });
    expect(key.wait(40 * DAY)).toEqual([]);
  });

  it('do not open if the condition no longer holds by then', () => {
    const key = looked();
    shut(key);
    key.wait(DAY);
    key.do('assess', { values: { door: 'ajar' }, ...WEIGHED });
    expect(key.wait(60 * DAY)).toEqual([]);
  });

  it('open once for each decision', () => {
    const key = looked();
    shut(key);
    expect(key.wait(31 * DAY)).toHaveLength(1);
    key.do('look', { values: { trained: 'yes' } });
    key.do('assess', { values: { door: 'shut' }, reasons: ['checked_twice'], ...WEIGHED });
    key.approveStep('assess');
    expect(key.wait(31 * DAY)).toHaveLength(1);
    expect(opened(key)).toEqual(['second-look', 'second-look']);
  });
});

it('tells the next moment at which time changes something', () => {
  const key = new KeyCase();
  // The report is due at the end of the day; the clock in Paris is one hour ahead.
  expect(key.view.nextChangeAt).toBe(MONDAY + 15 * HOUR);
  key.wait(15 * HOUR + 1);
  expect(key.view.deviations).toMatchObject([{ kind: 'late', step: 'report' }]);
});
