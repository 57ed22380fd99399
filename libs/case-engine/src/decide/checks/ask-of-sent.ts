import type { Truth, Value } from '@repere/feel';
import type { CaseFold } from '../../fold/case-fold';
import type { RunFold } from '../../fold/run-fold';
import type { StepCompleted } from '../../journal/journal-entry';
import { nonAnswerIn } from '@repere/protocol';
import { storeOf } from '../../facts/read-facts';
import type { CompiledStep, StateCondition } from '../../compile/protocol-set';

/** What is sent with a step, before it is recorded. */
export interface SentStep {
  readonly values: StepCompleted['values'];
  readonly row?: StepCompleted['row'];
}

/** A condition of a step, read as if what is sent were in effect, its row included. */
export function testSent(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: SentStep,
  condition: StateCondition,
): Truth {
  return readSent(fold, run, step, sent, () => condition.test(fold));
}

/** What `read` gives while what is sent counts as if it were in effect. */
export function readSent<T>(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: SentStep,
  read: () => T,
): T {
  const outer = { sent: fold.sent, run: fold.run, step: fold.step, row: fold.row };
  fold.sent = { run, values: sent.values };
  fold.run = run;
  fold.step = step.index;
  // Whatever happens: the fold is shared with whoever asks next.
  try {
    fold.row = step.list === null ? null : rowAsSent(fold, step, sent.row);
    return read();
  } finally {
    fold.sent = outer.sent;
    fold.run = outer.run;
    fold.step = outer.step;
    fold.row = outer.row;
  }
}

/**
 * Whether a guard (a requirement's or a flag's `when`) is about what is sent: if it is exactly true, and while it is
 * unknown too if it asks about a value that is sent. Not knowing the rest opens no door and hides no wrong.
 */
export function appliesTo(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: SentStep,
  guard: StateCondition,
): boolean {
  const truth = testSent(fold, run, step, sent, guard);
  return truth === true || (truth === null && asksAbout(guard, sent));
}

function asksAbout(condition: StateCondition, { values, row }: SentStep): boolean {
  return condition.references.some(({ name }) => {
    const [head = '', field] = name.split('.');
    const raw = field === undefined ? values[head] : (row?.values[field] ?? values[head]);
    return raw !== undefined && nonAnswerIn(raw) === null;
  });
}

/** The fields of the row as they would stand; its derived values are computed when they are read. */
function rowAsSent(fold: CaseFold, step: CompiledStep, row: StepCompleted['row']): Record<string, Value> {
  const { list } = step;
  const fields: Record<string, Value> = {};
  if (!list?.list) return fields;
  const status = storeOf(fold, list)?.lists?.[list.slot]?.rows.find((it) => it.id === row?.id);
  for (const field of list.list.fields) {
    const raw = row?.values[field.id];
    fields[field.id] = raw === undefined ? (status?.values[field.slot] ?? null) : field.convert(raw);
  }
  return fields;
}
