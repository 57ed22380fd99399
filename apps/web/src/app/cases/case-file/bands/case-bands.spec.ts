import type { CaseView, RunView } from '@repere/case-engine';
import type { StepState } from '@repere/protocol';
import { caseFile, run, step } from '../../../../testing/fake-case';
import { type BandLine, caseBands, foldLongBand, FOLDS, OPEN_BANDS } from './case-bands';

const view = (...runs: RunView[]): CaseView => ({ ...caseFile().state, runs });
const linesOf = (of: CaseView, next: Parameters<typeof caseBands>[1] = null): readonly BandLine[] => {
  const { open, folded } = caseBands(of, next);
  return [...OPEN_BANDS.flatMap((name) => open[name]), ...FOLDS.flatMap((name) => folded[name])];
};

const STATES: readonly StepState[] = [
  'ready',
  'to-confirm',
  'waiting',
  'blocked',
  'not-yet',
  'awaiting-approval',
  'done-to-approve',
  'done',
  'waived',
  'not-applicable',
];

/** Every state, with a date of ours, of others, with none, and of a child who is not there. */
const EVERYTHING = STATES.flatMap((state) => [
  step({ id: `${state}-ours`, state, owner: 'ours' }),
  step({ id: `${state}-theirs`, state, owner: 'outside' }),
  step({ id: `${state}-undated`, state }),
  step({ id: `${state}-suspended`, state, suspendedBy: { runId: 'r9', step: 'x' } }),
]);

describe('bands of a case', () => {
  it('leave no step out, and show none twice', () => {
    const shown = linesOf(view(run({ steps: EVERYTHING }))).map(({ step: { id } }) => id);
    expect([...shown].sort()).toEqual(EVERYTHING.map(({ id }) => id).sort());
  });

  it('leave out the one that stands above them', () => {
    const next = { runId: 'r1', step: 'ready-ours' };
    const shown = linesOf(view(run({ steps: EVERYTHING })), next).map(({ step: { id } }) => id);
    expect(shown).not.toContain('ready-ours');
    expect(shown).toHaveLength(EVERYTHING.length - 1);
  });

  it('show what a decision still lacks beside the step itself', () => {
    const approvalDeadline = step({ id: 'a', owner: 'ours' }).deadline;
    const decided = step({ id: 'a', state: 'done-to-approve', toApprove: 'e1', approvalDeadline });
    const { open } = caseBands(view(run({ steps: [decided] })), null);
    expect(open.others.map(({ of }) => of)).toEqual(['approval']);
  });

  it('keep who must still agree in sight, also where the step itself is next again', () => {
    const again = step({ id: 'a', owner: 'ours' });
    const deadline = again.deadline && {
      ...again.deadline,
      dueAt: Date.now() + 30 * 86_400_000,
      lateFrom: null,
      lastDoneAt: Date.now() - 86_400_000,
    };
    const done = { ...again, state: 'done-to-approve' as const, toApprove: 'e1', deadline };
    const { open, folded } = caseBands(view(run({ steps: [done] })), { runId: 'r1', step: 'a' });
    expect(open.others.map(({ of }) => of)).toEqual(['approval']);
    expect(folded.later).toEqual([]);
  });

  it('say of what others owe, and whose time has not begun, nothing of not being possible', () => {
    const theirs = step({ id: 'a', owner: 'outside' });
    const deadline = theirs.deadline && { ...theirs.deadline, from: null, dueAt: null, lateFrom: null };
    const { folded } = caseBands(view(run({ steps: [{ ...theirs, deadline }] })), null);
    expect(folded.later.map(({ step: { id } }) => id)).toEqual(['a']);
  });

  it('never fold away what was begun', () => {
    const of = view(run({ steps: [step({ id: 'a' }), step({ id: 'b' })] }));
    const { open, folded } = caseBands(of, null, { 'r1/b': '2026-01-01T00:00:00Z' });
    expect(open.begun.map(({ step: { id } }) => id)).toEqual(['b']);
    expect(folded.later.map(({ step: { id } }) => id)).toEqual(['a']);
  });

  it('nor fold what was begun and is not possible any more', () => {
    const of = view(run({ steps: STATES.map((state) => step({ id: state, state })) }));
    const drafts = Object.fromEntries(STATES.map((state) => [`r1/${state}`, '2026-01-01T00:00:00Z']));
    const { folded } = caseBands(of, null, drafts);
    expect(FOLDS.flatMap((name) => folded[name])).toEqual([]);
  });

  it('fold what waits for the child, late or not', () => {
    const waiting = step({ id: 'w', owner: 'ours', suspendedBy: { runId: 'r9', step: 'x' } });
    const { open, folded } = caseBands(view(run({ steps: [waiting] })), null);
    expect(folded.shut.map(({ step: { id } }) => id)).toEqual(['w']);
    expect(OPEN_BANDS.flatMap((name) => open[name])).toEqual([]);
  });

  it('show an act that two protocols ask once, unless one of them has it done', () => {
    const both = (state: StepState) =>
      view(
        run({ steps: [step({ id: 'a', part: 'interpreter' })] }),
        run({ runId: 'r2', steps: [step({ id: 'b', part: 'interpreter', state })] }),
      );
    expect(linesOf(both('ready'))).toHaveLength(1);
    expect(linesOf(both('done'))).toHaveLength(2);
    const { open, folded } = caseBands(both('ready'), null, { 'r2/b': '2026-01-01T00:00:00Z' });
    expect([open.begun, folded.later].map((lines) => lines.map(({ step: { id } }) => id))).toEqual([
      ['b'],
      ['a'],
    ]);
    const dated = (id: string) => step({ id, part: 'interpreter', owner: 'ours' });
    const late = view(run({ steps: [dated('a')] }), run({ runId: 'r2', steps: [dated('b')] }));
    expect(caseBands(late, null).open.today).toHaveLength(1);
    expect(caseBands(late, null, { 'r2/b': '2026-01-01T00:00:00Z' }).open.today).toHaveLength(2);
  });
});

describe('a long band', () => {
  const lines = (count: number, origin: 'LEGAL' | 'TOOL' = 'TOOL'): readonly BandLine[] =>
    Array.from({ length: count }, (_, place) => {
      const { deadline, ...rest } = step({ id: `${origin}-${String(place)}`, owner: 'ours' });
      return {
        ...{ run: run(), of: 'step', alsoIn: [] },
        ...{ step: { ...rest, deadline }, deadline: deadline && { ...deadline, origin } },
      };
    });

  it.each(OPEN_BANDS)('of %s loses no line, and keeps their order', (name) => {
    for (const all of [lines(0), lines(1), lines(7), lines(40), [...lines(9), ...lines(9, 'LEGAL')]]) {
      const { inSight, rest } = foldLongBand(name, all);
      expect(new Set([...inSight, ...rest])).toEqual(new Set(all));
      for (const part of [inSight, rest]) expect(all.filter((line) => part.includes(line))).toEqual(part);
    }
  });

  it('folds what is beyond a few, but never one line alone', () => {
    expect(foldLongBand('this-week', lines(40)).inSight).toHaveLength(2);
    expect(foldLongBand('this-week', lines(3)).rest).toEqual([]);
  });

  it('folds nothing that the law wants today, or wanted', () => {
    const law = lines(12, 'LEGAL');
    for (const name of ['today', 'late'] as const)
      expect(foldLongBand(name, [...lines(20), ...law]).inSight).toEqual(expect.arrayContaining([...law]));
  });
});
