import type { Reference } from '../feel/contract';
import { nonAnswerIn } from './convert-value';
import { testSent } from './ask-of-sent';
import type { CaseFold, RunFold } from './case-fold';
import type { Sent } from './check-sent';
import type { Reason } from './contract';
import type { CompiledStep, StateCondition } from './protocol-set';
import { reason } from './reason';

/**
 * Adds each requirement that what is sent does not meet exactly. One whose own condition is unknown applies too, if it is
 * about a value that is sent: not knowing opens no door.
 */
export function checkRequirements(
  fold: CaseFold,
  run: RunFold,
  step: CompiledStep,
  sent: Sent,
  reasons: Reason[],
): void {
  for (const { when, that, definition } of step.requires) {
    const applies = testSent(fold, run, step, sent, when);
    if (applies === false || (applies === null && !isAbout(when, sent))) continue;
    if (testSent(fold, run, step, sent, that) === true) continue;
    reasons.push(
      reason('requires', definition.because, { basis: definition.basis, about: namesIn(that.references) }),
    );
  }
}

function isAbout(condition: StateCondition, { values, row }: Sent): boolean {
  return condition.references.some(({ name }) => {
    const [head = '', field] = name.split('.');
    const raw = field === undefined ? values[head] : (row?.values[field] ?? values[head]);
    return raw !== undefined && nonAnswerIn(raw) === null;
  });
}

/** Bare names of what a condition reads: `majority` for `reached(majority)`. */
export function namesIn(references: readonly Reference[]): readonly string[] {
  return [...new Set(references.flatMap(({ name }) => [name, ...(/\((\w+)\)/.exec(name)?.slice(1) ?? [])]))];
}
