import type { FactValue, FactValues } from '@repere/protocol';
import type { JournalEntry, StepCompleted } from '@repere/case-engine';
import type { AgeFacts, Rows } from './age-facts';

/** How a history goes astray before it is right. */
export interface Telling {
  /** Each entry first says what `slips` says, then is corrected. */
  readonly slips?: AgeFacts;
  /** Whether second persons agree; where they don't, what waits stays out. */
  readonly approved: boolean;
}

const START = Date.UTC(2026, 0, 5, 9);
const MINUTE = 60_000;
const RUN = 'run';

type Values = Readonly<Record<string, FactValue | null>>;
type Entry = JournalEntry extends infer One
  ? One extends JournalEntry
    ? Omit<One, keyof Stamp>
    : never
  : never;
type Stamp = Pick<StepCompleted, 'id' | 'seq' | 'occurredAt' | 'recordedAt' | 'enteredBy'>;

/** A journal that comes to these facts step by step, row by row, with slips of the pen, corrections and second persons. */
export function recordInSteps(facts: AgeFacts, { slips, approved }: Telling): readonly JournalEntry[] {
  const journal: JournalEntry[] = [];
  const add = (entry: Entry): string => {
    const seq = journal.length + 1;
    const at = START + seq * MINUTE;
    const occurredAt = { from: at, to: at, precision: 'minute' } as const;
    journal.push({
      ...entry,
      id: `e${seq}`,
      seq,
      occurredAt,
      recordedAt: at,
      enteredBy: 'TS',
    } as JournalEntry);
    return `e${seq}`;
  };
  const approve = (step: string, entryId: string): void => {
    if (approved) add({ kind: 'entry-approved', runId: RUN, step, entryId });
  };
  const complete = (step: string, said: Values, slip: Values | undefined, row?: string): void => {
    const wrong = slip && differing(slip, said);
    const told = known({ ...said, ...wrong });
    const entryId = add({
      kind: 'step-completed',
      runId: RUN,
      step,
      by: [{ role: 'TS' }],
      values: row === undefined ? told : {},
      ...(row !== undefined && { row: { id: row, values: told } }),
      reasons: [],
      evidence: {},
    });
    approve(step, entryId);
    if (!wrong || Object.keys(wrong).length === 0) return;
    const right = corrected(said, wrong);
    add({
      kind: 'entry-amended',
      runId: RUN,
      step,
      entryId,
      values: row === undefined ? right : {},
      ...(row !== undefined && { row: { id: row, values: right } }),
      why: 'Mal lu.',
    });
    approve(step, entryId);
  };
  const close = (step: string, { closed }: Rows<object>): void => {
    if (closed) {
      add({
        kind: 'step-completed',
        runId: RUN,
        step,
        by: [{ role: 'TS' }],
        values: {},
        closes: true,
        reasons: [],
        evidence: {},
      });
    }
  };

  add({ kind: 'run-opened', runId: RUN, protocol: 'age-doubt', version: '1.0.0' });
  add({
    kind: 'facts-recorded',
    values: known({
      first_presentation: facts.first_presentation,
      trafficking_signs: known(facts.trafficking_signs),
    }),
  });
  complete('need', only(facts, NEED), slips && only(slips, NEED));
  complete('papers_check', only(facts, PAPERS), slips && only(slips, PAPERS));
  complete('assessment', only(facts, ASSESSMENT), slips && only(slips, ASSESSMENT));
  // Only what changes may be told in `enough`; the decision itself plays no part in the status.
  complete('enough', { enough: 'stays_presumed', ...only(facts, ENOUGH) }, slips && only(slips, ENOUGH));
  rowsOf(facts.elements, slips?.elements, (row, said, slip) => {
    complete('element', only(said, ['direction']), slip && only(slip, ['direction']), row);
    complete('element_independent', only(said, ['independent']), slip && only(slip, ['independent']), row);
  });
  close('element', facts.elements);
  rowsOf(facts.exams, slips?.exams, (row, said, slip) => {
    complete('exam_order', only(said, ORDER), slip && only(slip, ORDER), row);
    complete('exam_consent', only(said, CONSENT), slip && only(slip, CONSENT), row);
    complete('opinion', only(said, OPINION), slip && only(slip, OPINION), row);
    complete('opinion_set_aside', only(said, ['set_aside']), slip && only(slip, ['set_aside']), row);
  });
  close('exam_order', facts.exams);
  rowsOf(facts.decisions, slips?.decisions, (row, said, slip) => {
    complete('decision_made', only(said, DECISION), slip && only(slip, DECISION), row);
    complete('decision_final', only(said, ['final']), slip && only(slip, ['final']), row);
  });
  close('decision_made', facts.decisions);
  return journal;
}

const NEED = ['doubt_needed'];
const PAPERS = ['papers', 'papers_birth', 'stated_age', 'contests', 'minor_papers_since'];
const ASSESSMENT = [
  'assessment',
  'after_respite',
  'assessors',
  'assessment_understood',
  'read_back',
  'assessed_on',
];
const ENOUGH = ['implausible'];
const ORDER = ['judicial_order', 'ordered_on', 'papers_then', 'implausible_then'];
const CONSENT = ['consent', 'consent_understood', 'withdrawn'];
const OPINION = [
  ...['result', 'exam_on', 'qualified', 'pubertal', 'respite_health_used', 'figure'],
  ...['range_low', 'range_high', 'point', 'margin_said', 'margin'],
];
const DECISION = ['kind', 'decided_on', 'says'];

function rowsOf<Row extends object>(
  { rows }: Rows<Row>,
  slips: Rows<Row> | undefined,
  tell: (id: string, said: Row, slip: Row | undefined) => void,
): void {
  rows.forEach((row, at) => tell(`r${at + 1}`, row, slips?.rows[at]));
}

function only(values: object, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name))) as Values;
}

function differing(slip: Values, said: Values): Values {
  return Object.fromEntries(
    Object.entries(slip).filter(([name, value]) => value !== null && value !== said[name]),
  );
}

function known(values: object): FactValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as FactValues;
}

/** What a correction says: the right value, or that nobody knows it. */
function corrected(said: Values, wrong: Values): FactValues {
  return Object.fromEntries(
    Object.keys(wrong).map((name) => [name, said[name] ?? { answer: 'unknown' }]),
  ) as FactValues;
}
