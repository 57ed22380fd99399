import type { Role, StepDefinition } from './document';

/** Who agrees to what was done in a step: the role that it names, else a supervisor. */
export const approverOf = (step: Pick<StepDefinition, 'approvedBy'> | null | undefined): Role =>
  step?.approvedBy?.role ?? 'SUP';
