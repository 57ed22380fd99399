import type { CaseView, DeadlineView, StepView } from '@repere/case-engine';
import { chooseNextStep, rankNextSteps } from './choose-next-step';

const HOUR = 3_600_000;
const NOW = Date.UTC(2025, 2, 12, 9);

const deadline = (parts: Partial<DeadlineView>): DeadlineView => ({
  id: 'd',
  runId: 'run',
  step: 'step',
  of: 'step',
  origin: 'TOOL',
  owner: 'ours',
  basis: [],
  from: NOW,
  dueAt: NOW + HOUR,
  lateFrom: NOW + HOUR,
  atOnce: false,
  metAt: null,
  reminders: [],
  ...parts,
});

const step = (id: string, parts: Partial<StepView> = {}): StepView => ({
  id,
  code: 'P',
  kind: 'form',
  title: { fr: id, en: id },
  state: 'ready',
  protective: false,
  repeatable: false,
  entryIds: [],
  toApprove: null,
  opensAt: null,
  deadline: null,
  approvalDeadline: null,
  ...parts,
});

const view = (...steps: StepView[]): CaseView => ({
  seq: 1,
  now: NOW,
  days: { endOfToday: NOW + 14 * HOUR, endOfWeek: NOW + (14 + 168) * HOUR },
  runs: [
    {
      runId: 'run',
      protocol: 'protection',
      version: '1.0.0',
      title: { fr: 'Protection', en: 'Protection' },
      openedAt: NOW,
      steps,
      outcome: null,
      ended: false,
    },
  ],
  facts: [],
  deadlines: [],
  deviations: [],
  nextChangeAt: null,
});

const order = (...steps: StepView[]): readonly string[] => rankNextSteps(view(...steps)).map((it) => it.step);

describe('chooseNextStep', () => {
  it('leaves out what waits for a missing child, and comes back to a duty that was done', () => {
    const suspendedBy = { runId: 'search', step: 'home' };
    const again = deadline({ dueAt: NOW + 20 * HOUR, lastDoneAt: NOW - HOUR });
    const ranked = rankNextSteps(
      view(
        step('health', { suspendedBy, protective: true }),
        step('try', { state: 'done', protective: true, deadline: again }),
        step('done', { state: 'done', deadline: deadline({ metAt: NOW }) }),
      ),
    );
    expect(ranked.map((it) => it.step)).toEqual(['try']);
  });

  it('puts what protects now before whatever is late, the law’s dates included', () => {
    const late = deadline({ origin: 'LEGAL', dueAt: NOW - 7_920 * HOUR, lateFrom: NOW - 7_920 * HOUR });
    const report = deadline({ origin: 'LEGAL', dueAt: NOW - HOUR, lateFrom: NOW + 23 * HOUR, atOnce: true });
    const danger = deadline({ dueAt: NOW - 72 * HOUR, lateFrom: NOW - 48 * HOUR, atOnce: true });
    expect(
      order(
        step('autonomy', { deadline: late }),
        step('danger', { protective: true, deadline: danger }),
        step('report', { protective: true, deadline: report }),
      ),
    ).toEqual(['report', 'danger', 'autonomy']);
  });

  it('then what is late by law, what is due today, what else is late, this week, later', () => {
    expect(
      order(
        step('next-month', { deadline: deadline({ dueAt: NOW + 720 * HOUR, lateFrom: NOW + 720 * HOUR }) }),
        step('in-three-days', { deadline: deadline({ dueAt: NOW + 72 * HOUR, lateFrom: NOW + 72 * HOUR }) }),
        step('passed', { deadline: deadline({ dueAt: NOW - 72 * HOUR, lateFrom: NOW - 72 * HOUR }) }),
        step('today', { deadline: deadline({ dueAt: NOW + HOUR, lateFrom: NOW + HOUR }) }),
        step('undated'),
        step('law', { deadline: deadline({ origin: 'LEGAL', dueAt: NOW - HOUR, lateFrom: NOW - HOUR }) }),
      ),
    ).toEqual(['law', 'today', 'passed', 'in-three-days', 'undated', 'next-month']);
  });

  it('puts the health clock before every form, even one that comes earlier and protects', () => {
    const health = deadline({ origin: 'MEDICAL', dueAt: NOW, lateFrom: NOW + 24 * HOUR, atOnce: true });
    const today = deadline({ dueAt: NOW + 2 * HOUR });
    expect(
      order(
        step('intake', { protective: true, deadline: today }),
        step('health', { protective: true, deadline: health }),
      ),
    ).toEqual(['health', 'intake']);
  });

  it('puts a medical step before a legal one when both are due at once', () => {
    const at = { dueAt: NOW, lateFrom: NOW + HOUR, atOnce: true } as const;
    expect(
      order(
        step('report', { deadline: deadline({ ...at, origin: 'LEGAL' }) }),
        step('health', { deadline: deadline({ ...at, origin: 'MEDICAL' }) }),
      ),
    ).toEqual(['health', 'report']);
  });

  it('puts every medical step before the forms, also while the hour of exposure is unknown', () => {
    const treatment = deadline({ origin: 'MEDICAL', from: null, dueAt: null, lateFrom: null });
    expect(
      order(
        step('form', { protective: true, deadline: deadline({ dueAt: NOW - HOUR, lateFrom: NOW - HOUR }) }),
        step('treatment', { deadline: treatment }),
      ),
    ).toEqual(['treatment', 'form']);
  });

  it('puts care that has some hours right after what is due at once', () => {
    const treatment = deadline({ origin: 'MEDICAL', dueAt: NOW + 40 * HOUR, lateFrom: NOW + 40 * HOUR });
    const danger = deadline({ dueAt: NOW, lateFrom: NOW + 24 * HOUR, atOnce: true });
    expect(
      order(
        step('treatment', { deadline: treatment }),
        step('danger', { protective: true, deadline: danger }),
      ),
    ).toEqual(['danger', 'treatment']);
  });

  it('places what protects without a date before what is due in a week, after what is due tomorrow', () => {
    expect(
      order(
        step('next-week', { deadline: deadline({ dueAt: NOW + 168 * HOUR }) }),
        step('shelter', { protective: true }),
        step('tomorrow', { deadline: deadline({ dueAt: NOW + 24 * HOUR }) }),
      ),
    ).toEqual(['tomorrow', 'shelter', 'next-week']);
  });

  it('goes by date, then by the order of the protocol', () => {
    expect(
      order(
        step('undated'),
        step('tomorrow', { deadline: deadline({ dueAt: NOW + 24 * HOUR }) }),
        step('today', { deadline: deadline({ dueAt: NOW + HOUR }) }),
        step('undated-too'),
      ),
    ).toEqual(['today', 'tomorrow', 'undated', 'undated-too']);
  });

  it('a tool deadline that passed does not outrun the health clock', () => {
    const passed = deadline({ dueAt: NOW - 72 * HOUR, lateFrom: NOW - 72 * HOUR });
    const health = deadline({ origin: 'MEDICAL', dueAt: NOW, lateFrom: NOW + 24 * HOUR, atOnce: true });
    expect(order(step('passed', { deadline: passed }), step('health', { deadline: health }))[0]).toBe(
      'health',
    );
  });

  it('leaves alone what an authority owes until its time has passed, and then comes after all that has a date of ours', () => {
    const theirs = deadline({ owner: 'outside', origin: 'LEGAL', dueAt: NOW + HOUR });
    const passed = deadline({ owner: 'outside', origin: 'LEGAL', dueAt: NOW - HOUR, lateFrom: NOW - HOUR });
    expect(order(step('ruling', { deadline: theirs }))).toEqual([]);
    const tomorrow = step('form', {
      deadline: deadline({ dueAt: NOW + 24 * HOUR, lateFrom: NOW + 24 * HOUR }),
    });
    expect(order(step('ruling', { deadline: passed }), step('undated'), tomorrow)).toEqual([
      'form',
      'ruling',
      'undated',
    ]);
  });

  it('offers only what may be done now', () => {
    const others = (
      [
        'not-applicable',
        'waiting',
        'blocked',
        'not-yet',
        'awaiting-approval',
        'done-to-approve',
        'done',
        'waived',
      ] as const
    ).map((state) => step(state, { state }));
    expect(order(...others)).toEqual([]);
    expect(chooseNextStep(view(...others))).toBeNull();
    expect(order(step('again', { state: 'to-confirm' }))).toEqual(['again']);
  });

  it('gives its band and its date, and says what presses where the date does not', () => {
    const health = deadline({ origin: 'MEDICAL', dueAt: NOW, lateFrom: NOW + 24 * HOUR, atOnce: true });
    expect(chooseNextStep(view(step('health', { deadline: health })))).toEqual({
      runId: 'run',
      protocol: 'protection',
      step: 'health',
      title: { fr: 'health', en: 'health' },
      band: 'protects-now',
      why: null,
      dueAt: new Date(NOW).toISOString(),
      atOnce: true,
      lateFrom: new Date(NOW + 24 * HOUR).toISOString(),
      origin: 'MEDICAL',
    });
    const open = deadline({ origin: 'MEDICAL', dueAt: NOW + HOUR, lateFrom: NOW + HOUR });
    expect(chooseNextStep(view(step('pep', { deadline: open })))?.why?.en).toBe('Each hour counts.');
  });

  it('says of a window of care that closed what remains to be done, and no longer puts it first', () => {
    const remains = { fr: 'Reste le dépistage.', en: 'Tests remain.' };
    const closed = deadline({
      origin: 'MEDICAL',
      dueAt: NOW + 14 * HOUR,
      lateFrom: NOW + 14 * HOUR,
      passedBefore: NOW - 100 * HOUR,
      closedAt: NOW - 100 * HOUR,
      remains,
    });
    const report = deadline({ origin: 'LEGAL', dueAt: NOW, lateFrom: NOW + 24 * HOUR, atOnce: true });
    const both = view(step('pep', { deadline: closed }), step('report', { deadline: report }));
    expect(rankNextSteps(both).map((it) => [it.step, it.why])).toEqual([
      ['report', null],
      ['pep', remains],
    ]);
  });

  it('has what a decision still lacks among the rest, by its own date', () => {
    const withMissing = step('danger', {
      state: 'done-to-approve',
      missingWords: ['child-view'],
      approvalDeadline: deadline({ of: 'approval', dueAt: NOW + HOUR, lateFrom: NOW + HOUR }),
    });
    expect(chooseNextStep(view(withMissing))).toMatchObject({ step: 'danger', band: 'today' });
    expect(order({ ...withMissing, toApprove: 'entry' })).toEqual([]);
  });

  it('can leave out the step that was just done', () => {
    expect(chooseNextStep(view(step('a'), step('b')), { runId: 'run', step: 'a' })?.step).toBe('b');
    expect(chooseNextStep(view(step('a')), { runId: 'run', step: 'b' })?.step).toBe('a');
  });
});
