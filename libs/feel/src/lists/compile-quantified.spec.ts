import { evaluateSource, compiled } from '../testing/evaluate-source';
import { closedList, openList } from '../testing/small-scope';

const ABOVE = { reads: 'above' };
const OVERLAP = { reads: 'overlap' };
const UNKNOWN = { reads: null };

describe.each([['some e in exams satisfies e.reads = "above"', 'any(exams, reads = "above")']])(
  '%s',
  (...sources) => {
    it.each([
      [closedList(OVERLAP, ABOVE), true],
      [closedList(UNKNOWN, ABOVE), true],
      [openList(ABOVE), true],
      [closedList(OVERLAP), false],
      [closedList(), false],
      [closedList(OVERLAP, UNKNOWN), null],
      [openList(OVERLAP), null],
      [openList(), null],
      [null, null],
    ] as const)('of %j is %s', (exams, truth) => {
      for (const source of sources) expect(evaluateSource(source, { exams })).toBe(truth);
    });
  },
);

describe.each([['every e in exams satisfies e.reads = "above"', 'all(exams, reads = "above")']])(
  '%s',
  (...sources) => {
    it.each([
      [closedList(ABOVE, ABOVE), true],
      [closedList(), true],
      [closedList(ABOVE, OVERLAP), false],
      [openList(OVERLAP), false],
      [openList(UNKNOWN, OVERLAP), false],
      [closedList(ABOVE, UNKNOWN), null],
      [openList(ABOVE), null],
      [openList(), null],
      [null, null],
    ] as const)('of %j is %s', (exams, truth) => {
      for (const source of sources) expect(evaluateSource(source, { exams })).toBe(truth);
    });
  },
);

describe('quantified conditions', () => {
  it('reach what is outside the row', () => {
    const source = 'some e in exams satisfies e.low > low';
    expect(evaluateSource(source, { low: 3, exams: closedList({ low: 4 }) })).toBe(true);
    expect(evaluateSource('any(exams, low > 216)', { low: 300, exams: closedList({ low: 4 }) })).toBe(false);
  });

  it('nest', () => {
    const source = 'some e in exams satisfies (every d in decisions satisfies d.final = e.consent)';
    const exams = closedList({ consent: 'no' }, { consent: 'yes' });
    expect(evaluateSource(source, { exams, decisions: closedList({ final: 'yes' }, { final: 'yes' }) })).toBe(
      true,
    );
    expect(evaluateSource(source, { exams, decisions: closedList({ final: 'yes' }, { final: 'no' }) })).toBe(
      false,
    );
  });

  it('ask about steps and runs', () => {
    const steps = closedList({ protective: false, state: 'ready' }, { protective: true, state: 'done' });
    expect(evaluateSource('any(steps, protective and state in ("ready", "done"))', { steps })).toBe(true);
    expect(evaluateSource('any(steps, protective and state = "ready")', { steps })).toBe(false);
    const runs = { 'run(hearing)': closedList({ outcome: 'MINOR' }, { outcome: null }) };
    expect(evaluateSource('any(run(hearing), outcome = "MINOR")', runs)).toBe(true);
    expect(evaluateSource('all(run(hearing), outcome = "MINOR")', runs)).toBeNull();
    expect(evaluateSource('last(run(hearing)).outcome = "MINOR"', runs)).toBeNull();
  });

  it('may be asked again while they are asked', () => {
    const source = compiled('some e in exams satisfies e.ok and e.reads = "above"');
    const inner = { exams: closedList({ ok: true, reads: 'overlap' }) };
    const outer = {
      exams: closedList({
        reads: 'above',
        get ok() {
          return source.evaluate(inner) === false;
        },
      }),
    };
    expect(source.evaluate(outer)).toBe(true);
  });

  it('name the list, and the fields of the rows that are open', () => {
    const source = compiled('some e in exams satisfies e.reads = "above" and e.low > low');
    expect(source.references.map((one) => one.name)).toEqual(['exams', 'exams.reads', 'exams.low', 'low']);
    const unresolved = (env: Parameters<typeof source.unresolved>[0]) =>
      source.unresolved(env).map((one) => one.name);
    expect(unresolved({})).toEqual(['exams']);
    expect(unresolved({ exams: openList(), low: 3 })).toEqual(['exams']);
    expect(unresolved({ exams: closedList({ reads: 'overlap' }, { reads: 'above' }), low: 3 })).toEqual([
      'exams.low',
    ]);
    expect(unresolved({ exams: closedList({ reads: 'above', low: 4 }), low: 3 })).toEqual([]);
  });

  it('are decided by one row or by all', () => {
    const source = compiled('some e in exams satisfies e.reads = "above" or e.ok');
    const deciding = (env: Parameters<typeof source.deciding>[0]) =>
      source.deciding(env).map((one) => one.name);
    expect(
      deciding({ exams: openList({ reads: 'overlap', ok: null }, { reads: 'above', ok: false }) }),
    ).toEqual(['exams', 'exams.reads']);
    expect(deciding({ exams: closedList({ reads: 'overlap', ok: false }) })).toEqual([
      'exams',
      'exams.reads',
      'exams.ok',
    ]);
  });
});
