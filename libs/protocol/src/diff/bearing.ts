import type { StepDefinition } from '../documents/document';
import type { ChangeEffect } from './version-diff';

/**
 * What it means for the child that a step applies or may be done more readily. Steps that protect, offer a service or are a
 * second person's look protect more; those that contact the family may expose. Of any other the tool can't tell.
 */
export function ifDoneMore(before: StepDefinition, after: StepDefinition): ChangeEffect {
  const [was, is] = [effectOfDoing(before), effectOfDoing(after)];
  return was === is ? was : 'to-review';
}

export function effectOfDoing(step: StepDefinition): ChangeEffect {
  const isFor = step.protective || step.kind === 'approval' || step.offers !== undefined;
  const isRisky = step.contacts === 'family';
  if (isFor === isRisky) return 'to-review';
  return isFor ? 'protects-more' : 'protects-less';
}

/** The same where doing it is held up: by a step that comes first, or a date. */
export function ifHeldUp(before: StepDefinition, after: StepDefinition): ChangeEffect {
  return ifDoneMore(before, after) === 'protects-more' ? 'protects-less' : 'to-review';
}
