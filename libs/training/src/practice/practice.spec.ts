import { viewCase } from '@repere/case-engine';
import { PARIS, scenarioWith, SHELTER } from '../testing/fake-shelter-scenario';
import { nextModelLine } from './model-run';
import { Practice } from './practice';
import { timeIn } from './begin-practice';

const at = (told: string) => timeIn(PARIS, told);
const begin = () => new Practice(SHELTER, scenarioWith(), PARIS);
const arrived = (practice: Practice) =>
  practice.moments.flatMap((it) => it.arrived.map(({ beat }) => beat.id));
const model = (practice: Practice, times = 1) => {
  for (let i = 0; i < times; i++) {
    const next = nextModelLine(practice);
    if (next) practice.perform({ kind: 'line', line: next.line, model: next.place });
  }
};

describe('practising', () => {
  it('begins with the first beat, and nothing done', () => {
    const practice = begin();
    expect(arrived(practice)).toEqual(['evening']);
    expect(practice.now).toBe(at('2025-03-03T09:00'));
    expect(viewCase(practice.last.state).runs[0]?.steps[0]?.state).toBe('ready');
  });

  it('an inject comes after its time unless its condition holds by then', () => {
    const idle = begin();
    idle.perform({ kind: 'wait', until: at('2025-03-04T12:00') });
    expect(arrived(idle)).toEqual(['evening', 'nobody-assessed']);
    expect(idle.moments.at(-2)?.at).toBe(at('2025-03-04T09:00'));
    const busy = begin();
    model(busy);
    busy.perform({ kind: 'wait', until: at('2025-03-04T12:00') });
    expect(arrived(busy)).toEqual(['evening']);
  });

  it('an inject comes once its condition holds, what follows it later, and others record what they did', () => {
    const practice = begin();
    model(practice, 3);
    expect(arrived(practice)).toEqual(['evening', 'found']);
    practice.perform({ kind: 'wait', until: at('2025-03-03T15:00') });
    expect(arrived(practice)).toEqual(['evening', 'found', 'judge-told']);
    expect(practice.untold).toEqual([]);
    expect(practice.journal.at(-1)).toMatchObject({ kind: 'step-completed', step: 'judge' });
  });

  it('time goes forwards, and not without end', () => {
    const practice = begin();
    expect(practice.perform({ kind: 'wait', until: practice.now })).toEqual({ ok: false, code: 'past' });
    expect(practice.perform({ kind: 'wait', until: at('2024-01-01T00:00') })).toEqual({
      ok: false,
      code: 'past',
    });
    expect(practice.perform({ kind: 'wait', until: at('9999-01-01T00:00') })).toEqual({
      ok: false,
      code: 'too-far',
    });
    expect(practice.perform({ kind: 'wait', until: Infinity })).toEqual({ ok: false, code: 'malformed' });
    expect(practice.acts).toEqual([]);
  });

  it('what the engine refuses is kept as an attempt, and leaves the journal as it was', () => {
    const practice = begin();
    model(practice);
    const before = practice.journal.length;
    const refused = practice.perform({ kind: 'line', line: { approve: 'assess', entered: 'TS' } });
    expect(refused).toMatchObject({ ok: false, code: 'refused' });
    expect(practice.journal).toHaveLength(before);
    expect(practice.attempts).toMatchObject([{ step: 'assess' }]);
    expect(practice.last.refused.map(({ code }) => code)).toContain('own-approval');
  });

  it('a step that there is not is said, and changes nothing', () => {
    expect(begin().perform({ kind: 'line', line: { step: 'nowhere' } })).toMatchObject({
      ok: false,
      code: 'refused',
    });
    expect(begin().perform({ kind: 'answer', question: 'who-first', choice: 'nobody' })).toEqual({
      ok: false,
      code: 'unknown',
    });
    expect(begin().perform({ kind: 'tick', expectation: 'early', seen: true })).toEqual({
      ok: false,
      code: 'unknown',
    });
  });

  it('a branch has the same past, and what it does leaves the run that it left as it was', () => {
    const practice = begin();
    model(practice, 3);
    practice.perform({ kind: 'wait', until: at('2025-03-04T09:00') });
    const whole = practice.journal.length;
    const place = practice.moments.findIndex(
      ({ act }) => act?.kind === 'line' && act.line.approve !== undefined,
    );
    const branch = practice.branchAt(place);
    expect(branch.now).toBe(practice.moments[place]?.at);
    expect(branch.journal).toEqual(practice.journal.slice(0, branch.journal.length));
    branch.perform({ kind: 'line', line: { by: 'TS', step: 'find_place', set: { place: 'no' } } });
    expect(branch.journal).not.toEqual(practice.journal.slice(0, branch.journal.length));
    expect(practice.journal).toHaveLength(whole);
  });

  it('a branch from within a time that ran on stops there', () => {
    const practice = begin();
    practice.perform({ kind: 'wait', until: at('2025-03-05T09:00') });
    const place = practice.moments.findIndex(({ arrived: come }) =>
      come.some(({ beat }) => beat.id === 'nobody-assessed'),
    );
    const branch = practice.branchAt(place);
    expect(branch.now).toBe(at('2025-03-04T09:00'));
    expect(branch.moments).toHaveLength(place + 1);
  });

  it('the model goes on with what the learner has not done', () => {
    const practice = begin();
    const line = {
      by: 'TS',
      step: 'shelter.assess',
      set: { danger: 'grave' },
      best_interests: 'x',
      child_view: 'x',
      note: 'x',
    };
    expect(practice.perform({ kind: 'line', line })).toEqual({ ok: true });
    expect(nextModelLine(practice)?.line.approve).toBe('assess');
    model(practice, 2);
    expect(nextModelLine(practice)).toBeNull();
  });
});
