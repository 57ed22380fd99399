import type { StepState } from '@repere/protocol-engine';

export const STEP_STATUSES = ['to-do', 'started', 'done', 'not-yet', 'not-applicable'] as const;
/** The five words of status that a reader meets. */
export type StepStatus = (typeof STEP_STATUSES)[number];

/** One of the five words for a state of the engine; a draft turns *to do* into *started*. */
export function stepStatus(state: StepState, hasDraft = false): StepStatus {
  switch (state) {
    case 'not-applicable':
      return 'not-applicable';
    case 'waiting':
    case 'blocked':
    case 'not-yet':
      return 'not-yet';
    case 'ready':
    case 'to-confirm':
      return hasDraft ? 'started' : 'to-do';
    case 'awaiting-approval':
    case 'done-to-approve':
      return 'started';
    case 'done':
    case 'waived':
      return 'done';
  }
}
