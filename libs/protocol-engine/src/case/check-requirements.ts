import type { Reference } from '../feel/contract';
import { appliesTo, testSent } from './ask-of-sent';
import type { CaseFold } from './case-fold';
import type { RunFold } from './run-fold';
import type { Sent } from './check-sent';
import type { Reason } from './contract';
import type { CompiledStep } from './protocol-set';
import { reason } from './reason';

/** Adds each requirement that applies to what is sent and that it does not meet exactly. */
export function checkRequirements(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Sent,
  reasons: Reason[],
): void {
  for (const { when, that, definition } of step.requires) {
    if (!appliesTo(fold, run, step, sent, when)) continue;
    if (testSent(fold, run, step, sent, that) === true) continue;
    reasons.push(
      reason('requires', definition.because, { basis: definition.basis, about: namesIn(that.references) }),
    );
  }
}

/** Bare names of what a condition reads: `majority` for `reached(majority)`. */
export function namesIn(references: readonly Reference[]): readonly string[] {
  return [...new Set(references.flatMap(({ name }) => [name, ...(/\((\w+)\)/.exec(name)?.slice(1) ?? [])]))];
}
