import { type Reference, wordAbout } from '@repere/feel';
import { appliesTo, testSent } from './ask-of-sent';
import type { CaseFold } from '../../fold/case-fold';
import type { RunFold } from '../../fold/run-fold';
import type { Sent } from './check-sent';
import type { Reason } from '../../journal/engine-types';
import { ListStatus } from '../../facts/fact-store';
import type { CompiledRequirement, CompiledStep } from '../../compile/protocol-set';
import { reason } from '../reason';

/** Adds each requirement that applies to what is sent and that it does not meet exactly. */
export function checkRequirements(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Sent,
  reasons: Reason[],
): void {
  for (const requirement of step.requires) {
    const { when, that, definition } = requirement;
    if (!appliesTo(fold, run, step, sent, when)) continue;
    if (testSent(fold, run, step, sent, that) === true) continue;
    const rows = rowsAtFault(fold, run, step, sent, requirement);
    reasons.push(
      reason('requires', definition.because, {
        basis: definition.basis,
        about: namesIn(that.references),
        ...(definition.counted && { counted: definition.counted }),
        ...(rows && { rows }),
      }),
    );
  }
}

/** The rows that keep a requirement from being met: of `every … in list` those for which it doesn't hold, else the one that the step is about. */
function rowsAtFault(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Sent,
  { that, every: list }: CompiledRequirement,
): Reason['rows'] {
  const { about } = step.definition;
  const fact = list === undefined ? undefined : run.protocol.factOf.get(list);
  const { lists } = fact?.isShared ? fold.facts : run.facts;
  const status = fact && lists?.[fact.slot];
  if (list === undefined || !fact || !lists || !status)
    return about !== undefined && sent.row !== undefined ? { list: about, ids: [sent.row.id] } : undefined;
  const isAtFault = (row: ListStatus['rows'][number]): boolean => {
    // The list as if it held this row alone.
    const alone = new ListStatus();
    alone.rows.push(row);
    alone.isClosed = true;
    lists[fact.slot] = alone;
    fold.stamp++;
    return testSent(fold, run, step, sent, that) !== true;
  };
  try {
    const ids = status.rows.filter(isAtFault).map(({ id }) => id);
    return ids.length > 0 ? { list, ids } : undefined;
  } finally {
    lists[fact.slot] = status;
    fold.stamp++;
  }
}

/** Bare names of what a condition reads: `majority` for `reached(majority)`. */
export function namesIn(references: readonly Reference[]): readonly string[] {
  return [...new Set(references.flatMap(({ name }) => [name, wordAbout(name)?.about ?? []].flat()))];
}
