import { approvalNeeded, isBottom } from '../decide/approval-needed';
import type { CaseFold } from '../fold/case-fold';
import type { StepCompleted } from '../journal/journal-entry';
import type { CompiledStep } from '../compile/protocol-set';
import type { RunFold } from '../fold/run-fold';
import { entryStatusOf } from '../facts/entry-status';

/**
 * Asks anew who must agree to what was recorded, where the rule is another in the version followed now. What was agreed to
 * stays agreed, what was sent back stays out. What holds goes on holding while a second person looks at it, but for the value
 * that protects least, which never rules unagreed; what waited for somebody who is asked no more takes effect. Gives whether
 * something came into effect or out of it.
 */
export function renewApprovals(fold: CaseFold, from: RunFold, to: RunFold): boolean {
  let hasChanged = false;
  for (const step of to.protocol.steps) {
    const before = from.protocol.steps[from.indexOf(step.id)];
    if (!before || approvalRule(before) === approvalRule(step)) continue;
    for (const index of entriesOf(fold, to, step)) {
      if (renew(fold, to, step, index)) hasChanged = true;
    }
  }
  return hasChanged;
}

function renew(fold: CaseFold, run: RunFold, step: CompiledStep, index: number): boolean {
  const entry = fold.entries[index];
  if (entry?.kind !== 'step-completed') return false;
  const status = entryStatusOf(fold, index, entry);
  if (status.approval === 'given' || status.approval === 'returned') return false;
  const { said, waits: waited } = status;
  const need = approvalNeeded(fold, run, step, { values: said.values, row: said.row });
  const isLeast = step.decides !== null && isBottom(step.decides, said.values);
  if (need === 'before' && waited) return false;
  status.waits = need === 'before' && isLeast;
  status.approval = need === 'none' ? 'none' : 'due';
  status.inEffect = status.waits ? null : said;
  status.agreed = need === 'none' ? { said, approval: 'none' } : null;
  if (need === 'none') run.removePending(step.index, index);
  else run.addPending(step.index, index);
  return status.waits !== waited;
}

/** What this rule may be about: entries that wait for somebody, each row, else the latest in effect. */
function entriesOf(fold: CaseFold, run: RunFold, step: CompiledStep): readonly number[] {
  const last = run.last[step.index] ?? -1;
  const pending = run.pendingOf(step.index) ?? [];
  const isOf = (it: StepCompleted): boolean => it.runId === run.runId && it.step === step.id;
  const rows =
    step.list === null
      ? []
      : fold.entries.flatMap((it, index) =>
          it.kind === 'step-completed' && it.confirms === undefined && isOf(it) ? [index] : [],
        );
  return [...new Set([...pending, ...rows, ...(last < 0 ? [] : [last])])].sort((a, b) => a - b);
}

/** Who must agree, when, and before what, as one comparable text. */
function approvalRule({ definition, approval, decides }: CompiledStep): string {
  const ranks = decides?.ranks && [...decides.ranks.keys()];
  return JSON.stringify([approval?.role, approval?.effect, definition.approvedBy?.when, decides?.id, ranks]);
}
