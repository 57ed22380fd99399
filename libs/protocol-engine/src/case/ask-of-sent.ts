import type { Truth, Value } from '../value';
import type { CaseFold, RunFold } from './case-fold';
import type { StepCompleted } from './contract';
import { storeOf } from './read-facts';
import type { CompiledStep, StateCondition } from './protocol-set';

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
  const outer = { sent: fold.sent, run: fold.run, step: fold.step, row: fold.row };
  fold.sent = { run, values: sent.values };
  fold.run = run;
  fold.step = step.index;
  fold.row = step.list === null ? null : rowAsSent(fold, step, sent.row);
  const truth = condition.test(fold);
  fold.sent = outer.sent;
  fold.run = outer.run;
  fold.step = outer.step;
  fold.row = outer.row;
  return truth;
}

/** The fields of the row as they would stand; its derived values are computed when they are read. */
function rowAsSent(fold: CaseFold, step: CompiledStep, row: StepCompleted['row']): Record<string, Value> {
  const { list } = step;
  const fields: Record<string, Value> = {};
  if (!list?.list) return fields;
  const standing = storeOf(fold, list)?.lists?.[list.slot]?.rows.find((it) => it.id === row?.id);
  for (const field of list.list.fields) {
    const raw = row?.values[field.id];
    fields[field.id] = raw === undefined ? (standing?.values[field.slot] ?? null) : field.convert(raw);
  }
  return fields;
}
