import {
  applyEntry,
  compileProtocols,
  foldCase,
  type JournalEntry,
  type RunView,
  viewCase,
} from '@repere/case-engine';
import { loadLibrary } from '@repere/protocol';
import { territoryOf } from '@repere/territories';
import fc from 'fast-check';
import { readFiles } from '../read-files';
import { type AgeFacts, type AgeStatus, CLEAR_EXAM, HARM, READY_CHILD } from './age-facts';
import { ageJournal } from './age-journal';
import { ageStatus } from './age-status';
import { anyAgeFacts } from './any-age-facts';
import { recordInSteps } from './record-in-steps';

const { shared, documents } = loadLibrary(readFiles());
const territory = territoryOf('93');
if (!shared || !territory) throw new Error('facts.yaml or the territory is missing');
const set = compileProtocols(shared, documents);
const context = { now: Date.UTC(2026, 5, 1), territory };

describe('histories of an age doubt', () => {
  it('come to the status of the prose, corrected and approved as they may be', () => {
    fc.assert(
      fc.property(anyAgeFacts, fc.option(anyAgeFacts, { nil: undefined }), (facts, slips) => {
        expect(statusOf(recordInSteps(facts, { slips, approved: true }))).toBe(ageStatus(facts));
      }),
      { numRuns: 4_000 },
    );
  });

  it('never harm more while second persons have not agreed', () => {
    fc.assert(
      fc.property(anyAgeFacts, fc.option(anyAgeFacts, { nil: undefined }), (facts, slips) => {
        const waiting = statusOf(recordInSteps(facts, { slips, approved: false }));
        expect(HARM[waiting]).toBeLessThanOrEqual(HARM[ageStatus(facts)]);
        expect(waiting).not.toBe('ADULT_BY_FINAL_DECISION');
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['unknown', 'not-asked', 'refused'] as const)('read "%s" as not known', (blank) => {
    fc.assert(
      fc.property(anyAgeFacts, (facts) => {
        expect(statusOf(ageJournal(facts, blank))).toBe(ageStatus(facts));
      }),
      { numRuns: 500 },
    );
  });

  it('go back to the presumption the moment an agreement is taken back, and no protective step changes', () => {
    const facts: AgeFacts = { ...READY_CHILD, exams: { closed: true, rows: [CLEAR_EXAM] } };
    const journal = recordInSteps(facts, { approved: true });
    const seq = journal.length + 1;
    const at = Date.UTC(2026, 2, 1);
    const before = foldCase(set, journal, context);
    const after = applyEntry(before, {
      kind: 'step-completed',
      id: 'withdrawn',
      seq,
      occurredAt: { from: at, to: at, precision: 'minute' },
      recordedAt: at,
      enteredBy: 'TS',
      runId: 'run',
      step: 'exam_consent',
      by: [{ role: 'TS' }],
      values: {},
      row: { id: 'r1', values: { withdrawn: 'yes' } },
      reasons: [],
      evidence: {},
    });
    const [ready] = viewCase(before).runs;
    const [presumed] = viewCase(after).runs;
    expect([ready?.outcome?.id, presumed?.outcome?.id]).toEqual([
      'READY_FOR_HUMAN_DECISION',
      'PRESUMED_MINOR',
    ]);
    expect(protectiveSteps(presumed)).toEqual(protectiveSteps(ready));
  });

  it('show the same protective steps whatever is known of the age', () => {
    fc.assert(
      fc.property(anyAgeFacts, anyAgeFacts, (one, other) => {
        const { doubt_needed, decisions } = one;
        const same = { ...other, doubt_needed, decisions };
        expect(protectiveSteps(runOf(recordInSteps(one, { approved: true })))).toEqual(
          protectiveSteps(runOf(recordInSteps(same, { approved: true }))),
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, Partial<AgeFacts>, string]>([
    ['recognised by the assessment', { assessment: 'minor' }, "Reconnu mineur par l'évaluation sociale."],
    ['minor papers came after a final decision', withDecision('adult', 'yes'), 'Avocat et juge'],
    ['a remedy is open', withDecision('open', 'no'), 'recours est ouvert'],
    ['the margins overlap', withExam({ point: 228 }), "n'exclut pas 18 ans"],
    [
      'the exam gives nothing',
      withExam({ consent: 'declined', result: 'none' }),
      "Rien n'est retenu contre l'enfant",
    ],
    ['the doubt remains', { papers: 'contested' }, 'Le doute demeure'],
  ])('say why the child stays presumed minor: %s', (_, facts, why) => {
    const outcome = runOf(ageJournal({ ...READY_CHILD, ...facts }))?.outcome;
    expect(outcome?.id).toBe('PRESUMED_MINOR');
    expect(outcome?.note?.fr).toContain(why);
  });
});

function runOf(journal: readonly JournalEntry[]): RunView | undefined {
  return viewCase(foldCase(set, journal, context)).runs.find(({ protocol }) => protocol === 'age-doubt');
}

function statusOf(journal: readonly JournalEntry[]): AgeStatus {
  return runOf(journal)?.outcome?.id as AgeStatus;
}

function protectiveSteps(run: RunView | undefined): readonly string[] {
  return (run?.steps ?? []).filter((step) => step.protective).map(({ id, state }) => `${id}: ${state}`);
}

function withDecision(final: 'adult' | 'open', since: 'yes' | 'no'): Partial<AgeFacts> {
  const decision = { kind: 'judicial', decided_on: '2025-06-01', says: 'adult', final } as const;
  return { decisions: { closed: true, rows: [decision] }, minor_papers_since: since };
}

function withExam(changes: Partial<typeof CLEAR_EXAM>): Partial<AgeFacts> {
  return { exams: { closed: true, rows: [{ ...CLEAR_EXAM, ...changes }] } };
}
